import { describe, expect, it } from "vitest";
import { day, FOREVER } from "../../platform/kernel/day.ts";
import type { CaseFile, CourseRecord } from "../contract.ts";
import { resources } from "../course.ts";

const TODAY = day("2021-12-31");
const note = (field: string, weight: string, days: string): CourseRecord => {
  const [from = "", until] = days.split(" ");
  return {
    id: field,
    version: "1",
    from: day(from),
    until: until === undefined ? FOREVER : day(until),
    values: { field, weight },
    known: from,
  };
};
const file = (records: CaseFile["records"]): CaseFile => ({
  citizen: "c1",
  born: null,
  sex: null,
  timeline: { spells: [], events: [] },
  talks: [],
  work: [],
  education: [],
  records,
  ahead: [],
});
const course = (records: CaseFile["records"]) => {
  const found = resources.course(file(records), TODAY);
  if (!found) throw new Error("everybody has resources");
  return found;
};
const prompted = (records: CaseFile["records"]) => course(records).prompts.map(({ form, says }) => [form, says.with]);

describe("resources and barriers (CIT-11)", () => {
  it("are counted and listed by field as they are on the day", () => {
    const notes = [
      note("erfaring", "ressource", "2021-06-01"),
      note("familie", "begge", "2021-06-01"),
      note("bolig", "barriere", "2021-01-01 2021-06-01"),
    ];
    const { says, lines } = course({ resource_notes: notes });
    expect(says.with).toEqual({ resources: { number: 2 }, barriers: { number: 1 } });
    expect(lines.map(({ label }) => label.da)).toEqual([
      "Senest beskrevet",
      "CV gennemgået",
      "erhvervserfaring",
      "familie",
    ]);
  });

  it("are asked for when there are none, and again when they are a year old", () => {
    expect(prompted({})[0]).toEqual(["resource_notes", undefined]);
    const old = [note("erfaring", "ressource", "2021-01-01")];
    expect(prompted({ resource_notes: old })[0]).toEqual(["resource_notes", { day: { day: day("2021-01-01") } }]);
    expect(prompted({ resource_notes: [note("erfaring", "ressource", "2021-01-02")] })[0]?.[0]).toBe("cv_updates");
  });
});

it("a CV is gone through in every case, and again after half a year (CIT-14)", () => {
  const cv = (from: string) => ({
    resource_notes: [note("erfaring", "ressource", "2021-12-01")],
    cv_updates: [note("", "", from)],
  });
  expect(prompted(cv("2021-12-01"))).toEqual([]);
  expect(prompted(cv("2021-06-01"))).toEqual([["cv_updates", { day: { day: day("2021-06-01") } }]]);
});
