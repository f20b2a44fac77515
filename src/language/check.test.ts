import { describe, expect, it } from "vitest";
import { check } from "./check.ts";
import type { LanguageProblem } from "./term.ts";
import { sampleVocabulary } from "./testing/sample-vocabulary.ts";

function problemsIn(source: string, subject = "courses"): readonly LanguageProblem[] {
  const checked = check(source, sampleVocabulary, subject);
  return checked.ok ? [] : checked.problems;
}

/** The mistakes of an expression as code, the text they stand at, and the way out. */
function mistakes(source: string, subject = "courses"): readonly (readonly [string, string, string | null])[] {
  return problemsIn(source, subject).map(({ code, offset, length, suggestion }) => [
    code,
    source.slice(offset, offset + length),
    suggestion,
  ]);
}

describe("an expression about who or what (PLAN-11)", () => {
  it.each([
    "citizen.age < 30",
    "30 > citizen.age",
    "citizen.age >= -1 && citizen.age != 65",
    "course.kind == 'it' || course.kind in ['lager', \"koekken\",]",
    "'it' in citizen.courses",
    "!course.passed && !(course.passed == false)",
    "course.hours <= 37.5 && course.hours > 7",
    "course.first_day >= day('2021-01-01') && day('2021-12-31') >= course.last_day",
    "course.place in ['b\\'s', 'ø']",
    "course.has_company",
    "true && (false || course.passed) // with a note",
  ])("is right: %s", (source) => {
    expect(problemsIn(source)).toEqual([]);
  });

  it("holds for everyone when nothing is asked", () => {
    for (const source of ["", "  \n", null, undefined]) {
      expect(check(source, sampleVocabulary, "courses")).toMatchObject({
        ok: true,
        predicate: { kind: "always", value: true },
      });
    }
  });

  it("keeps && and || as flat lists, and puts the word first in a comparison", () => {
    expect(check("30 <= citizen.age && course.passed && true", sampleVocabulary, "courses")).toMatchObject({
      predicate: {
        kind: "and",
        parts: [{ kind: "compare", operator: ">=", value: 30 }, { kind: "is" }, { kind: "always" }],
      },
    });
  });
});

describe("a mistake is shown with its place and a way out (PLAN-11)", () => {
  it.each([
    ["citzen.age < 30", "unknown_name", "citzen.age", "citizen.age"],
    ["age < 30", "unknown_name", "age", "citizen.age"],
    ["qwertyuiop == 1", "unknown_name", "qwertyuiop", null],
    ["citizen.name == 'x'", "unknown_name", "citizen.name", "citizen.age"],
    ["course.kind == 'køkken'", "unknown_code", "'køkken'", "'koekken'"],
    ["course.kind in ['it', 'lagre']", "unknown_code", "'lagre'", "'lager'"],
    ["'xxxxx' in citizen.courses", "unknown_code", "'xxxxx'", null],
    ["course.kind == lager", "wrong_type", "lager", "'lager'"],
    ["citizen.age == '30'", "wrong_type", "'30'", null],
    ["citizen.age < 30.5", "wrong_type", "30.5", null],
    ["citizen.age < 99999999999999999999", "wrong_type", "99999999999999999999", null],
    ["course.hours == true", "wrong_type", "true", null],
    ["course.passed == 1", "wrong_type", "1", null],
    ["course.first_day > '2021-01-01'", "wrong_type", "'2021-01-01'", "day('2021-01-01')"],
    ["course.first_day > day('2021-02-29')", "wrong_type", "'2021-02-29'", null],
    ["course.first_day > dag('2021-02-28')", "not_supported", "dag('2021-02-28')", "day"],
    ["course.kind < 'it'", "wrong_type", "course.kind < 'it'", null],
    ["citizen.courses == 'it'", "wrong_type", "citizen.courses == 'it'", null],
    ["citizen.courses in ['it']", "wrong_type", "['it']", null],
    ["citizen.courses", "wrong_type", "citizen.courses", null],
    ["'it' in course.kind", "wrong_type", "'it' in course.kind", "course.kind"],
    ["course.kind in []", "wrong_type", "[]", null],
    ["course.kind in 'it'", "wrong_type", "'it'", null],
    ["citizen.age", "wrong_type", "citizen.age", null],
    ["42", "wrong_type", "42", null],
    ["course.place == 'a\\u0000b'", "wrong_type", "'a\\u0000b'", null],
    ["citizen.age == course.hours", "not_supported", "citizen.age == course.hours", null],
    ["1 < 2", "not_supported", "1 < 2", null],
    ["citizen.age + 1 < 30", "not_supported", "citizen.age + 1", null],
    ["size(citizen.courses) > 1", "not_supported", "size(citizen.courses)", null],
    ["citizen.courses.exists(c, c == 'it')", "not_supported", "citizen.courses.exists(c, c == 'it')", null],
    ["course.passed ? true : false", "not_supported", "course.passed ? true : false", null],
    ["course.place == null", "not_supported", "null", null],
    ["course.kind[0] == 'x'", "not_supported", "course.kind[0]", null],
    ["citizen.age = 30", "syntax", "=", "=="],
    ["citizen.age <> 30", "syntax", "<>", "!="],
    ["course.passed and true", "syntax", "and", "&&"],
    ["course.passed eller true", "syntax", "eller", "||"],
    ["not course.passed", "syntax", "not", "!"],
    ["citizen.age <", "syntax", "", null],
    ["(citizen.age < 30", "syntax", "", null],
    ["citizen.age < 30)", "syntax", ")", null],
    ["citizen.alder_på_dagen < 30", "syntax", "å_dagen", null],
    ["course.place == 'lager", "syntax", "'lager", null],
  ])("%s", (source, ...mistake) => {
    expect(mistakes(source)).toEqual([mistake]);
  });

  it("shows all mistakes at once, in the order they stand", () => {
    expect(mistakes("citizen.agee < 'x' && !(course.kind in ['xx', 'it', 'lagr']) || size(1) == 2")).toEqual([
      ["unknown_name", "citizen.agee", "citizen.age"],
      ["unknown_code", "'xx'", "'it'"],
      ["unknown_code", "'lagr'", "'lager'"],
      ["not_supported", "size(1)", null],
    ]);
  });

  it("tells a word that belongs to other rows from one that does not exist", () => {
    expect(problemsIn("room.size > 3")[0]?.message.da).toBe(
      "»room.size« findes, men kan ikke bruges om rækker i »courses«",
    );
    expect(problemsIn("room.sise > 3", "rooms")[0]).toMatchObject({
      message: { en: "There is no word “room.sise” in the vocabulary" },
      suggestion: "room.size",
    });
  });

  it("opens the citizen's words only for rows that have a citizen", () => {
    expect(mistakes("citizen.age < 30", "citizens")).toEqual([]);
    expect(mistakes("citizen.age < 30", "rooms")).toEqual([["unknown_name", "citizen.age", null]]);
  });

  it("says what was expected, in Danish and English", () => {
    expect(problemsIn("course.first_day > 3")[0]?.message).toEqual({
      da: "»course.first_day« skal sammenlignes med en dag, skrevet som day('2021-12-31'); her står 3",
      en: "“course.first_day” is compared with a day, written as day('2021-12-31'); here stands 3",
    });
  });

  it("refuses what is too long or too deep to be meant, without falling over", () => {
    const tooLong = "Udtrykket er for langt eller for dybt indlejret";
    expect(problemsIn(Array(5000).fill("true").join(" && "))[0]?.message.da).toBe(tooLong);
    expect(problemsIn(`${"(".repeat(500)}true${")".repeat(500)}`)[0]?.message.da).toBe(tooLong);
    expect(problemsIn(`${"!".repeat(5000)}true`)).toHaveLength(1);
  });
});
