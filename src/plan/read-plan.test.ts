import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { countedFacts } from "../app/facts.ts";
import { vocabulary } from "../app/vocabulary.ts";
import { figure } from "./figure.ts";
import { type PlanProblem, readPlan } from "./read-plan.ts";

const AGAINST = { facts: countedFacts, vocabulary };
const HOLBAEK = readFileSync(new URL("plans/holbaek-2020-21.yaml", import.meta.url), "utf8");

/** A small plan as somebody would write it. */
const GOOD = `id: proeve
title: {da: "Prøveplan", en: "Trial plan"}
municipality: "0316"
committee: {da: "Udvalget", en: "The committee"}
period: {from: 2020-01-01, to: 2021-12-31}
source: "Egen"
tracks:
  - id: erhvervsliv
    title: {da: "Erhvervsliv", en: "Companies"}
    aim: {da: "Flere job", en: "More jobs"}
goals:
  - id: G-1
    title: {da: "Praktik", en: "Practice"}
    track: erhvervsliv
    kind: outcome
    explicit: true
    ref: "s. 1"
    indicators:
      - measure: persons
        of: offers
        where: "offer.kind == 'virksomhedspraktik'"
        counted: begun
        window: plan_period
        target: {at_least: 10, by: 2021-06-30}
  - id: G-2
    title: {da: "Færre på ydelse", en: "Fewer on benefit"}
    track: erhvervsliv
    kind: outcome
    explicit: false
    ref: "s. 2"
    indicators:
      - measure: difference
        this: {measure: persons, of: benefit_spells, counted: standing}
        that: {measure: persons, of: offers, counted: standing}
        unit: persons
        target: {at_most: 100}
`;

/** The mistakes in the plan when a piece of it is written differently. */
function mistakes(...changes: readonly (readonly [string, string])[]): readonly PlanProblem[] {
  const text = changes.reduce((sofar, [right, wrong]) => {
    expect(sofar).toContain(right);
    return sofar.replace(right, wrong);
  }, GOOD);
  const read = readPlan(text, AGAINST);
  return read.ok ? [] : read.problems;
}

/** Where a piece of text stands in the plan: line and column from 1. */
function placeOf(piece: string, within = piece): { line: number; column: number } {
  const at = GOOD.indexOf(within) + within.indexOf(piece);
  const before = GOOD.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

describe("a plan file that is right (PLAN-01, PLAN-11)", () => {
  it("is read whole", () => {
    const read = readPlan(GOOD, AGAINST);
    expect(read).toMatchObject({ ok: true, plan: { id: "proeve", goals: [{ id: "G-1" }, { id: "G-2" }] } });
  });

  it("is the adopted plan of Holbæk 2020-21, with its 45 goals and each goal's own YAML to read", () => {
    const read = readPlan(HOLBAEK, AGAINST);
    expect(read.ok ? [] : read.problems).toEqual([]);
    const goals = read.ok ? read.plan.goals : [];
    const expected = Array.from({ length: 45 }, (_, i) => `G-HO20-${String(i + 1).padStart(2, "0")}`);
    expect(goals.map(({ id }) => id).sort()).toEqual(expected);
    for (const goal of goals) {
      expect(goal.title.da, goal.id).not.toBe(goal.title.en);
      for (const { expression } of goal.indicators) expect(expression, goal.id).toMatch(/^measure: /m);
    }
  });

  it("has a target for each of Holbæk's goals that can be computed", () => {
    const read = readPlan(HOLBAEK, AGAINST);
    const aimless = (read.ok ? read.plan.goals : []).filter(
      ({ indicators, missing }) => !missing && !indicators.some(({ target }) => target !== undefined),
    );
    expect(aimless.map(({ id }) => id)).toEqual([]);
  });
});

describe("a plan file with a mistake says line, column, what was expected and the nearest right name (PLAN-11, ASK-34)", () => {
  it("an unknown measure", () => {
    expect(mistakes(["measure: persons\n        of: offers", "measure: person\n        of: offers"])).toMatchObject([
      {
        ...placeOf("persons", "measure: persons\n"),
        code: "unknown_name",
        suggestion: "persons",
        message: {
          da: "»person« kendes ikke; mente du »persons«?",
          en: '"person" is not known; did you mean "persons"?',
        },
      },
    ]);
  });

  it("an unknown fact and an unknown term in a predicate, at the very letter", () => {
    expect(mistakes(["of: offers\n        where", "of: offer\n        where"])).toMatchObject([
      { ...placeOf("offers", "of: offers\n"), code: "unknown_name", suggestion: "offers" },
    ]);
    const at = placeOf("offer.kind ==");
    expect(mistakes(["offer.kind ==", "offer.kidn =="])).toMatchObject([{ line: at.line, suggestion: "offer.kind" }]);
    const [found] = mistakes(["offer.kind ==", "offer.kidn =="]);
    expect(found?.column).toBeGreaterThanOrEqual(at.column);
    expect(found?.column).toBeLessThanOrEqual(at.column + "offer.".length);
  });

  it("a code that does not exist", () => {
    const [found, ...more] = mistakes(["'virksomhedspraktik'", "'virksomhedspraktk'"]);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ line: placeOf("'virksomhedspraktik'").line, suggestion: "'virksomhedspraktik'" });
    expect(found?.column).toBe(placeOf("'virksomhedspraktik'").column);
  });

  it("an unknown track", () => {
    expect(mistakes(["track: erhvervsliv\n    kind", "track: erhvervliv\n    kind"])).toMatchObject([
      { ...placeOf("erhvervsliv", "track: erhvervsliv\n    kind"), code: "unknown_name", suggestion: "erhvervsliv" },
    ]);
  });

  it("a field that does not exist, with the field that was meant, and a field that is missing", () => {
    const found = mistakes(["    explicit: true", "    explicitt: true"]);
    expect(found).toMatchObject([
      {
        line: placeOf("id: G-1").line,
        code: "missing_field",
        message: {
          da: "Feltet »explicit« mangler; ventede true eller false",
          en: 'The field "explicit" is missing; expected true or false',
        },
      },
      { ...placeOf("explicit: true"), code: "unknown_field", suggestion: "explicit" },
    ]);
    expect(mistakes(["counted: begun", "countd: begun"])).toMatchObject([
      { ...placeOf("counted: begun"), code: "unknown_field", suggestion: "counted" },
    ]);
    expect(mistakes(["at_least: 10", "at_leest: 10"])).toMatchObject([
      { ...placeOf("at_least"), code: "unknown_field", suggestion: "at_least" },
    ]);
    expect(mistakes(["        target: {at_least", "        targt: {at_least"])).toMatchObject([
      { ...placeOf("target: {at_least"), code: "unknown_field", suggestion: "target" },
    ]);
  });

  it("a wrong type, with what was expected instead", () => {
    expect(mistakes(["at_least: 10", "at_least: ti"])).toMatchObject([
      {
        ...placeOf("10", "at_least: 10"),
        code: "wrong_type",
        message: { da: "Ventede et tal eller felter med navne", en: "Expected a number or fields with names" },
      },
    ]);
    expect(mistakes(["explicit: true", "explicit: maaske"])).toMatchObject([
      { ...placeOf("true", "explicit: true"), code: "wrong_type", message: { en: "Expected true or false" } },
    ]);
    expect(mistakes(["counted: begun", "counted: started"])).toMatchObject([
      { ...placeOf("begun"), message: { en: "Expected running or begun or ended or standing" } },
    ]);
    expect(mistakes(["window: plan_period", "window: fortnight"])).toMatchObject([
      {
        ...placeOf("plan_period"),
        message: { en: "Expected day or week or month or quarter or year or plan_period or fields with names" },
      },
    ]);
  });

  it("a date outside the plan's period", () => {
    expect(mistakes(["by: 2021-06-30", "by: 2022-06-30"])).toMatchObject([
      {
        ...placeOf("2021-06-30"),
        code: "outside_period",
        message: {
          da: "2022-06-30 ligger uden for planens periode 2020-01-01 til 2021-12-31",
          en: "2022-06-30 lies outside the plan's period 2020-01-01 to 2021-12-31",
        },
      },
    ]);
    expect(mistakes(["by: 2021-06-30", "by: 2019-12-31"])).toMatchObject([{ code: "outside_period" }]);
    expect(mistakes(["by: 2021-06-30", "by: 2021-12-31"])).toEqual([]);
  });

  it("a date that does not exist", () => {
    expect(mistakes(["by: 2021-06-30", "by: 2021-02-30"])).toMatchObject([
      {
        ...placeOf("2021-06-30"),
        message: { da: "Ventede en dato som 2021-12-31", en: "Expected a date such as 2021-12-31" },
      },
    ]);
  });

  it("a target without a unit", () => {
    expect(mistakes(["        unit: persons\n", ""])).toMatchObject([
      {
        line: placeOf("target: {at_most: 100}").line - 1,
        column: placeOf("target: {at_most: 100}").column,
        code: "target_without_unit",
        suggestion: "unit",
      },
    ]);
  });

  it("two goals with one id", () => {
    expect(mistakes(["id: G-2", "id: G-1"])).toMatchObject([
      {
        ...placeOf("G-2"),
        code: "doubled_id",
        message: {
          da: "»G-1« findes allerede som nummer 1; giv den et andet id",
          en: '"G-1" already stands as number 1; give it another id',
        },
      },
    ]);
  });

  it("a goal that neither is computed nor names the data it lacks", () => {
    const at = GOOD.indexOf("    indicators:\n      - measure: difference");
    const read = readPlan(GOOD.slice(0, at), AGAINST);
    expect(read.ok ? [] : read.problems).toMatchObject([{ code: "no_indicator", suggestion: "missing" }]);
  });

  it("a measure about citizens on records that have none", () => {
    expect(
      mistakes(["of: offers\n        where: \"offer.kind == 'virksomhedspraktik'\"\n", "of: survey_answers\n"]),
    ).toMatchObject([{ ...placeOf("offers", "of: offers\n"), code: "no_citizens", suggestion: "events" }]);
  });

  it("YAML that cannot be read", () => {
    const [found] = mistakes([
      "period: {from: 2020-01-01, to: 2021-12-31}",
      "period: {from: 2020-01-01, to: 2021-12-31",
    ]);
    expect(found).toMatchObject({ code: "yaml" });
    expect(found?.line).toBeGreaterThanOrEqual(placeOf("period:").line);
  });

  it("several mistakes at once are all told, in Danish and English", () => {
    const found = mistakes(
      ["by: 2021-06-30", "by: 2022-06-30"],
      ["id: G-2", "id: G-1"],
      ["track: erhvervsliv\n    kind", "track: nord\n    kind"],
    );
    expect(found.map(({ code }) => code).sort()).toEqual(["doubled_id", "outside_period", "unknown_name"]);
    for (const { message } of found) expect(message.da).not.toBe(message.en);
  });
});

describe("a figure asked for in the plan's own YAML (PLAN-11)", () => {
  const nowhere = {
    run: () => Promise.reject(new Error("no figure may be computed from an indicator with mistakes")),
    coverage: () => Promise.reject(new Error("no figure may be computed from an indicator with mistakes")),
    ...AGAINST,
    municipality: "0316",
    plan: null,
    knownAt: null,
  };

  it("has the same mistakes at its own lines and columns, and computes nothing", async () => {
    const asked = { source: nowhere, asOf: 0 as Parameters<typeof figure>[1]["asOf"] };
    expect(await figure("measure: persons\nof: ofers\n", asked)).toMatchObject({
      ok: false,
      problems: [{ line: 2, column: 5, suggestion: "offers" }],
    });
    expect(await figure("measure: persons\nof: offers\nwindow: fortnight\n", asked)).toMatchObject({
      ok: false,
      problems: [{ line: 3, column: 9 }],
    });
    expect(await figure("measure: [", asked)).toMatchObject({ ok: false, problems: [{ code: "yaml" }] });
  });
});
