import { expect, test } from "vitest";
import { changesOf, readLawSearch } from "./law-search.ts";

test("an address brings back the same day, comparison and filters", () => {
  const search = { on: "2026-07-01", mod: "2026-06-30", gruppe: "jobparat", emne: "contact", soeg: "uge" };
  expect(readLawSearch(search)).toEqual(search);
});

test("an address somebody has mistyped shows the usual instead of nothing", () => {
  const usual = { on: "", mod: "", gruppe: "", emne: "", soeg: "" };
  expect(readLawSearch({ on: "2026-02-30", mod: "yesterday", gruppe: 7 })).toEqual(usual);
});

test("what a day changed is that day beside the one before it", () => {
  expect(changesOf("2020-01-01")).toEqual({ on: "2020-01-01", mod: "2019-12-31" });
});
