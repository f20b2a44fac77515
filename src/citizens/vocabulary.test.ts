import { describe, expect, it } from "vitest";
import type { FactRow, TermValue } from "../language/public.ts";
import { addDays, day } from "../platform/kernel/day.ts";
import { vocabulary } from "./vocabulary.ts";

/** A spell with its first and last day, both included, as people say them. */
function spell(benefit: string, first: string, last: string | null): FactRow {
  return {
    citizen: "c1",
    benefit,
    from_day: day(first),
    until_day: last === null ? day("9999-12-31") : addDays(day(last), 1),
  };
}

function valueFor(
  id: string,
  asked: { born?: string; spells?: readonly FactRow[]; row?: FactRow; on: string },
): TermValue {
  const term = vocabulary.find((one) => one.id === id);
  if (term === undefined) throw new Error(`There is no word ${id}`);
  const citizen: FactRow = { id: "c1", born: asked.born === undefined ? null : day(asked.born) };
  const about = (fact: string): readonly FactRow[] => (fact === "benefit_spells" ? (asked.spells ?? []) : []);
  return term.value({ row: asked.row ?? citizen, citizen, company: null, about, day: day(asked.on) });
}

describe("a citizen's age (PLAN-11)", () => {
  it.each([
    ["1991-12-31", "2021-12-30", 29],
    ["1991-12-31", "2021-12-31", 30],
    ["1992-02-29", "2022-02-28", 29],
    ["1992-02-29", "2022-03-01", 30],
    ["1992-02-29", "2024-02-29", 32],
  ])("born %s is on %s %i years", (born, on, age) => {
    expect(valueFor("citizen.age", { born, on })).toBe(age);
  });

  it("is missing when the birthday is not known", () => {
    expect(valueFor("citizen.age", { on: "2021-12-31" })).toBeNull();
  });
});

describe("weeks on support (PLAN-11)", () => {
  const first = spell("kontanthjaelp", "2021-01-04", "2021-01-31");

  it.each([
    ["a gap of 28 days does not break the chain", "2021-03-01", 8],
    ["a gap of 29 days does", "2021-03-02", 0],
  ])("%s", (_name, start, weeks) => {
    const spells = [spell("sygedagpenge", start, null), first];
    expect(valueFor("citizen.weeks_on_support", { spells, on: start })).toBe(weeks);
  });

  it("counts completed weeks from the chain's first day", () => {
    expect(valueFor("citizen.weeks_on_support", { spells: [first], on: "2021-01-10" })).toBe(0);
    expect(valueFor("citizen.weeks_on_support", { spells: [first], on: "2021-01-11" })).toBe(1);
  });

  it("is missing in a gap, before and after", () => {
    const spells = [first, spell("a_dagpenge", "2021-02-15", null)];
    expect(valueFor("citizen.weeks_on_support", { spells, on: "2021-02-01" })).toBeNull();
    expect(valueFor("citizen.weeks_on_support", { spells, on: "2021-01-03" })).toBeNull();
  });

  it("counts neither pension nor flexjob", () => {
    const spells = [spell("foertidspension", "2019-01-01", null), spell("fleksjob", "2018-01-01", null)];
    expect(valueFor("citizen.weeks_on_support", { spells, on: "2021-01-10" })).toBeNull();
  });

  it("takes a long spell as covered although a short one inside it ended", () => {
    const spells = [
      spell("kontanthjaelp", "2020-01-06", "2020-12-31"),
      spell("sygedagpenge", "2020-02-03", "2020-02-09"),
      spell("kontanthjaelp", "2021-01-11", null),
    ];
    expect(valueFor("citizen.weeks_on_support", { spells, on: "2021-01-11" })).toBe(53);
  });
});

describe("weeks since the previous support (PLAN-11)", () => {
  const row = spell("kontanthjaelp", "2021-03-01", null);
  const since = (earlier: readonly FactRow[]): TermValue =>
    valueFor("spell.weeks_since_support", { row, spells: [row, ...earlier], on: "2021-06-30" });

  it("counts completed weeks without support before the spell", () => {
    expect(since([spell("a_dagpenge", "2020-01-01", "2021-02-14")])).toBe(2);
    expect(since([spell("a_dagpenge", "2020-01-01", "2021-02-15")])).toBe(1);
  });

  it("is 0 when support ran until the day before, or longer", () => {
    expect(since([spell("a_dagpenge", "2020-01-01", "2021-02-28")])).toBe(0);
    expect(since([spell("a_dagpenge", "2020-01-01", null)])).toBe(0);
  });

  it("is missing when there was no support before", () => {
    expect(since([])).toBeNull();
    expect(since([spell("fleksjob", "2019-01-01", "2020-12-31"), spell("a_dagpenge", "2021-03-01", null)])).toBeNull();
  });
});
