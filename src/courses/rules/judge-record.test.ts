import { describe, expect, it } from "vitest";
import { day, FOREVER } from "../../platform/kernel/day.ts";
import { codes, column, type Fact } from "../../platform/kernel/fact.ts";
import type { CourseRecord } from "../contract.ts";
import { fieldsOf, judgeDays, readValues, sameEvent } from "./judge-record.ts";

const said = { label: ["", ""], meaning: ["", ""] } as const;
const fact = (shape: Fact["shape"]): Fact => ({
  name: "things",
  word: "sickness",
  shape,
  label: { da: "", en: "" },
  meaning: { da: "", en: "" },
  key: ["citizen", "kind", "day"],
  ...(shape === "spell" ? { apart: ["citizen"] } : {}),
  columns: [
    column("citizen", "key", said),
    column("kind", "code", { ...said, codes: codes(["a", "A", "A"], ["b", "B", "B"]) }),
    column("hours", "hours", { ...said, required: false, min: 0, max: 37 }),
    column("settled", "day", { ...said, required: false, past: true }),
    column("serious", "bool", { ...said, required: false }),
    column("reason", "text", { ...said, required: false }),
  ],
});
const event = fact("event");
const spell = fact("spell");
const TODAY = day("2026-06-30");
const record = (from: string, until: string | null, values: CourseRecord["values"] = {}): CourseRecord => ({
  id: from,
  version: "1",
  from: day(from),
  until: until === null ? FOREVER : day(until),
  values,
  known: from,
});
const fields = (faults: readonly { readonly field: string }[]): readonly string[] => faults.map((one) => one.field);

describe("what is typed into a form", () => {
  it("becomes what the records keep: hours in hundredths, what is empty missing", () => {
    const { values, faults } = readValues(event, { kind: "a", hours: 12.5, settled: "", serious: false }, TODAY);
    expect(faults).toEqual([]);
    expect(values).toEqual({ kind: "a", hours: 1250, settled: null, serious: false, reason: null });
  });

  it("is refused field by field, and a field the form does not have too", () => {
    const typed = { kind: "c", hours: 38, settled: "2026-07-01", serious: "ja", reason: 5, citizen: "x" };
    expect(fields(readValues(event, typed, TODAY).faults)).toEqual([
      "citizen",
      "kind",
      "hours",
      "settled",
      "serious",
      "reason",
    ]);
    expect(fields(readValues(event, {}, TODAY).faults)).toEqual(["kind"]);
    expect(fields(readValues(event, { kind: "a", hours: "mange" }, TODAY).faults)).toEqual(["hours"]);
  });

  it("never holds whose row it is, nor a name an object has of itself", () => {
    expect(fieldsOf(event).map(({ name }) => name)).not.toContain("citizen");
    expect(fields(readValues(event, { kind: "constructor" }, TODAY).faults)).toEqual(["kind"]);
  });
});

describe("the days of a record", () => {
  const at = (from: string, until: string | null, others: readonly CourseRecord[] = []) =>
    fields(judgeDays(spell, record(from, until), { on: TODAY, others }));

  it("of what happened are not in the future", () => {
    const judged = (from: string) => fields(judgeDays(event, record(from, "2030-01-01"), { on: TODAY, others: [] }));
    expect([judged("2026-06-30"), judged("2026-07-01"), judged("1939-12-31")]).toEqual([[], ["from"], ["from"]]);
  });

  it("of what lasts may lie up to a year ahead, and end after they begin", () => {
    expect([at("2027-06-01", null), at("2027-07-10", null), at("2026-06-10", "2026-06-10")]).toEqual([
      [],
      ["from"],
      ["to"],
    ]);
  });

  it("do not lie over another's, and meet it edge to edge", () => {
    const others = [record("2026-01-01", "2026-03-01"), record("2026-05-01", null)];
    expect(at("2026-03-01", "2026-05-01", others)).toEqual([]);
    expect(at("2026-02-28", "2026-04-01", others)).toEqual(["from"]);
    expect(at("2026-04-01", null, others)).toEqual(["from"]);
  });
});

it("the same kind of thing on the same day is noted once; another kind may be", () => {
  const others = [record("2026-06-01", "2026-06-02", { kind: "a" })];
  const judged = (kind: string, from = "2026-06-01") =>
    fields(sameEvent(event, record(from, "2026-06-02", { kind }), { on: TODAY, others }));
  expect([judged("a"), judged("b"), judged("a", "2026-06-02")]).toEqual([["from"], [], []]);
});
