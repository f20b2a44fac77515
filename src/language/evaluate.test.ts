import { describe, expect, it } from "vitest";
import { day } from "../platform/kernel/day.ts";
import { check } from "./check.ts";
import { evaluate } from "./evaluate.ts";
import type { Evidence, FactRow, Predicate } from "./term.ts";
import { changesWithTime, termsOf } from "./terms-of.ts";
import { sampleVocabulary } from "./testing/sample-vocabulary.ts";
import { toSql } from "./to-sql.ts";

const unknown: FactRow = { id: "r1", kind: "it", place: null, hours: null, passed: null, company: null };

function predicateOf(source: string): Predicate {
  const checked = check(source, sampleVocabulary, "courses");
  if (!checked.ok) throw new Error(checked.problems.map(({ message }) => message.en).join("; "));
  return checked.predicate;
}

function holds(source: string, row: FactRow = unknown, citizen: FactRow | null = null): boolean {
  const evidence: Evidence = { row, citizen, company: null, about: () => [], day: day("2021-12-31") };
  return evaluate(predicateOf(source), evidence);
}

describe("a missing value (PLAN-11)", () => {
  it.each(["course.hours > 0", "course.hours <= 0", "course.place == ''", "course.place != 'x'", "course.passed"])(
    "makes %s false, and its opposite true",
    (source) => {
      expect(holds(source)).toBe(false);
      expect(holds(`!(${source})`)).toBe(true);
    },
  );

  it("is what a row without an owner has for the owner's words", () => {
    expect(holds("citizen.age < 200")).toBe(false);
    expect(holds("'it' in citizen.courses")).toBe(false);
  });
});

describe("values read in natural units (PLAN-11)", () => {
  it("counts hours a week, not hundredths", () => {
    expect(holds("course.hours == 37.5", { ...unknown, hours: 3750 })).toBe(true);
    expect(holds("course.hours == 0.3", { ...unknown, hours: 30 })).toBe(true);
  });

  it("gives a spell's last day, which is missing while it goes on", () => {
    const ended = { ...unknown, from_day: day("2021-01-01"), until_day: day("2022-01-01") };
    expect(holds("course.last_day == day('2021-12-31')", ended)).toBe(true);
    expect(holds("course.last_day > day('2021-01-01')", { ...ended, until_day: day("9999-12-31") })).toBe(false);
  });
});

describe("a predicate as SQL (PLAN-11)", () => {
  const place = { row: "r", citizen: "c", company: "k", day: "d.day" };

  it("coalesces every atom, also below a negation", () => {
    expect(toSql(predicateOf("!(course.hours < 37.5) && course.passed"), place)).toBe(
      "((NOT coalesce((CAST(r.hours AS DOUBLE) / 100) < 37.5e0, FALSE)) AND coalesce(r.passed, FALSE))",
    );
  });

  it("lets no text end its literal", () => {
    expect(toSql(predicateOf("course.place == '\\'); DROP TABLE courses; --'"), place)).toBe(
      "coalesce((r.place) = '''); DROP TABLE courses; --', FALSE)",
    );
  });
});

describe("what a predicate is made of", () => {
  it("names each word once, and knows whether the day matters", () => {
    expect(termsOf(predicateOf("course.passed && (!course.passed || citizen.age < 3)")).map(({ id }) => id)).toEqual([
      "course.passed",
      "citizen.age",
    ]);
    expect(changesWithTime(predicateOf("course.passed"))).toBe(false);
    expect(changesWithTime(predicateOf("course.passed || 'it' in citizen.courses"))).toBe(true);
  });
});
