import { expect, it } from "vitest";
import type { BatchFile, FileCounts } from "../contract.ts";
import { firstLine } from "./first-line.ts";
import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";

const none: FileCounts = { rows: 0, new: 0, changed: 0, unchanged: 0, rejected: 0, setAside: 0, skipped: 0 };

function file(counts: Partial<FileCounts>, more: Partial<BatchFile> = {}): BatchFile {
  return {
    file: 1,
    name: "a.csv",
    sheet: null,
    size: 1,
    form: "csv",
    header: [],
    fact: null,
    mapping: { fact: "citizens", columns: [] },
    mappedBy: "layout",
    trouble: null,
    leftOut: false,
    counts: { ...none, ...counts },
    ...more,
  };
}

it("the first line says how many files can be imported and how many rows must be mended (ASK-33)", () => {
  const good = Array.from({ length: 6 }, () => file({ new: 10 }));
  const files = [...good, file({ rejected: 2 }), file({ rejected: 3 })];
  expect(firstLine({ state: "checked", files }, da.first, "da")).toBe(
    "8 filer: 6 kan indlæses, i 2 filer skal 5 rækker rettes.",
  );
  expect(firstLine({ state: "checked", files }, en.first, "en")).toBe(
    "8 files: 6 can be imported, in 2 files there are 5 rows to mend.",
  );
});

it("says so when nothing can be imported before rows are mended", () => {
  const files = [file({ rejected: 2 }), file({ rejected: 3 })];
  expect(firstLine({ state: "checked", files }, da.first, "da")).toBe(
    "5 rækker skal rettes i 2 filer, før noget kan indlæses.",
  );
  expect(firstLine({ state: "checked", files: [file({ rejected: 1 })] }, en.first, "en")).toBe(
    "One row to mend before anything can be imported.",
  );
});

it("files that are left out do not count", () => {
  const files = [file({ new: 1234, changed: 2 }), file({ rejected: 3 }, { leftOut: true })];
  expect(firstLine({ state: "checked", files }, da.first, "da")).toBe(
    "Én fil kan indlæses: 1.234 nye, 2 ændrede og 0 uændrede rækker.",
  );
});

it("says so when nothing is new, before and after", () => {
  const files = [file({ unchanged: 400 })];
  expect(firstLine({ state: "checked", files }, da.first, "da")).toBe(
    "Én fil siger ikke noget nyt: alle 400 rækker er uændrede.",
  );
  expect(firstLine({ state: "done", files }, da.first, "da")).toBe("Én fil er indlæst. De sagde ikke noget nyt.");
});

it("asks for what is not understood", () => {
  const files = [file({}, { mapping: null, counts: null }), file({}, { mapping: null, counts: null }), file({})];
  expect(firstLine({ state: "received", files }, da.first, "da")).toBe(
    "3 filer: 2 skal forklares, før de kan tjekkes.",
  );
});
