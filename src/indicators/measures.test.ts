import { afterEach, describe, expect, it } from "vitest";
import { addDays, type Day, day } from "../platform/kernel/day.ts";
import { compute } from "./compute.ts";
import type { Spec } from "./measure.ts";
import { type HandRow, smallWarehouse } from "./testing/small-warehouse.ts";

const open: { close: () => void }[] = [];
afterEach(() => {
  for (const source of open.splice(0)) source.close();
});

const PLAN = { from: day("2020-01-01"), until: day("2022-01-01") };

async function figureOf(spec: Spec, on: string, rows: Readonly<Record<string, readonly HandRow[]>>): Promise<unknown> {
  const source = await smallWarehouse(rows, { plan: PLAN });
  open.push(source);
  const computed = await compute(spec, [day(on)], { inherited: "month", source });
  return computed.figures[0];
}

const people = (...ids: string[]): HandRow[] => ids.map((id) => ({ id }));

describe("persons (RES-02)", () => {
  const rows = {
    citizens: people("a", "b", "c"),
    offers: [
      { citizen: "a", kind: "virksomhedspraktik", first_day: "2021-03-01", last_day: "2021-03-31" },
      { citizen: "a", kind: "nytteindsats", first_day: "2021-05-01", last_day: "2021-05-10" },
      { citizen: "b", kind: "mentor", first_day: "2021-03-01", last_day: null },
      { citizen: "c", kind: "loentilskud", first_day: "2019-12-01", last_day: "2020-02-01" },
    ],
  };
  const where = "offer.kind in ['virksomhedspraktik', 'nytteindsats', 'loentilskud']";

  it("counts a citizen once, however many offers were begun in the plan's period", async () => {
    const spec = { measure: "persons", of: "offers", where, counted: "begun", window: "plan_period" } as const;
    expect(await figureOf(spec, "2021-12-31", rows)).toEqual({ value: 1, numerator: 1, denominator: null });
  });

  it("counts who was in an offer on some day of the period, both first and last day included", async () => {
    const spec = { measure: "persons", of: "offers", where, window: "month" } as const;
    expect(await figureOf(spec, "2021-03-31", rows)).toMatchObject({ value: 1 });
    expect(await figureOf(spec, "2020-02-29", rows)).toMatchObject({ value: 1 });
    expect(await figureOf(spec, "2020-03-31", rows)).toMatchObject({ value: 0 });
  });

  it("has no data before the first record, which is not zero", async () => {
    const spec = { measure: "persons", of: "offers", window: "month" } as const;
    expect(await figureOf(spec, "2018-01-31", rows)).toMatchObject({ value: null });
  });
});

describe("full-time persons (PLAN-21)", () => {
  it("is days on the benefit times the share over the days of the year", async () => {
    const spec = { measure: "full_time_persons", where: "spell.benefit == 'kontanthjaelp'", window: "year" } as const;
    const rows = {
      citizens: people("a", "b"),
      benefit_spells: [
        { citizen: "a", benefit: "kontanthjaelp", first_day: "2019-07-01", last_day: "2020-06-30" },
        { citizen: "b", benefit: "kontanthjaelp", share: 500, first_day: "2020-12-31", last_day: null },
        { citizen: "b", benefit: "sygedagpenge", first_day: "2019-01-01", last_day: null },
      ],
    };
    // 2020: a has 182 days, b one day of one half; 366 days in the year.
    expect(await figureOf(spec, "2020-12-31", rows)).toEqual({
      value: 182_500 / 366_000,
      numerator: 182_500,
      denominator: 366_000,
    });
  });

  it("judges age on every day: only the days after the 30th birthday count", async () => {
    const spec = { measure: "full_time_persons", where: "citizen.age >= 30", window: "month" } as const;
    const rows = {
      citizens: [{ id: "a", born: "1991-06-11" }, { id: "b" }],
      benefit_spells: [
        { citizen: "a", benefit: "ressourceforloeb", first_day: "2020-01-01", last_day: null },
        { citizen: "b", benefit: "ressourceforloeb", first_day: "2020-01-01", last_day: null },
      ],
    };
    expect(await figureOf(spec, "2021-06-30", rows)).toMatchObject({ numerator: 20_000, denominator: 30_000 });
  });
});

describe("share, difference and change", () => {
  const rows = {
    citizens: [
      { id: "a", sex: "kvinde" },
      { id: "b", sex: "kvinde" },
      { id: "c", sex: "mand" },
    ],
    benefit_spells: ["a", "b", "c"].map((citizen) => ({
      citizen,
      benefit: "sygedagpenge",
      first_day: "2020-01-01",
      last_day: null,
    })),
    partial_returns: [{ citizen: "a", first_day: "2021-01-04", last_day: null }],
  };
  const sick = (where: string): Spec => ({ measure: "persons", of: "benefit_spells", counted: "standing", where });
  const share: Spec = {
    measure: "share",
    numerator: sick("citizen.partially_returned"),
    denominator: sick("spell.benefit == 'sygedagpenge'"),
  };

  it("divides once and states the denominator (G-HO20-06)", async () => {
    expect(await figureOf(share, "2021-01-31", rows)).toEqual({ value: 100 / 3, numerator: 1, denominator: 3 });
  });

  it("compares women with men (RES-11)", async () => {
    const of = (sex: string): Spec => ({
      measure: "share",
      numerator: sick(`citizen.sex == '${sex}' && citizen.partially_returned`),
      denominator: sick(`citizen.sex == '${sex}'`),
    });
    expect(
      await figureOf({ measure: "difference", this: of("kvinde"), that: of("mand") }, "2021-01-31", rows),
    ).toMatchObject({ value: 50 });
  });

  it("measures change against a frozen baseline (RES-05)", async () => {
    const spec: Spec = { measure: "change", of: sick("true"), since: "2020-12-31" };
    const more = {
      ...rows,
      benefit_spells: [
        ...rows.benefit_spells,
        { citizen: "a", benefit: "revalidering", first_day: "2021-01-01", last_day: null },
      ],
    };
    expect(await figureOf(spec, "2021-01-31", more)).toMatchObject({ value: 0 });
    const fewer = {
      ...rows,
      benefit_spells: rows.benefit_spells.map((spell, i) => (i === 0 ? { ...spell, last_day: "2021-01-10" } : spell)),
    };
    expect(await figureOf(spec, "2021-01-31", fewer)).toEqual({ value: -100 / 3, numerator: -1, denominator: 3 });
  });
});

describe("duration and time on support", () => {
  const rows = {
    citizens: people("a", "b", "c"),
    benefit_spells: [
      { citizen: "a", benefit: "sygedagpenge", first_day: "2021-01-01", last_day: "2021-01-14" },
      { citizen: "b", benefit: "sygedagpenge", first_day: "2021-01-01", last_day: "2021-01-28" },
      { citizen: "c", benefit: "kontanthjaelp", first_day: "2017-06-01", last_day: "2019-02-28" },
      { citizen: "c", benefit: "kontanthjaelp", first_day: "2019-03-28", last_day: null },
    ],
  };
  it("says the mean length of the spells that ended, whole, in weeks", async () => {
    const spec: Spec = { measure: "duration", where: "spell.benefit == 'sygedagpenge'", window: "month" };
    expect(await figureOf(spec, "2021-01-31", rows)).toEqual({ value: 3, numerator: 42, denominator: 2 });
  });

  it("says the median and the length so far of those standing", async () => {
    const spec: Spec = {
      measure: "duration",
      spells: "standing",
      statistic: "median",
      in: "days",
      where: "spell.benefit == 'sygedagpenge'",
    };
    expect(await figureOf(spec, "2021-01-10", rows)).toEqual({ value: 10, numerator: null, denominator: 2 });
  });

  it.each([
    [28, "2021-01-31", 1],
    [26, "2021-01-31", 0],
    [28, "2020-05-31", 0],
    [28, "2020-06-01", 1],
  ])(
    "bridges gaps up to %i days: on %s %i citizens on support over three years (G-HO20-07)",
    async (gap_days, on, expected) => {
      const spec: Spec = {
        measure: "time_on_support",
        support: "'support' in spell.groups",
        gap_days,
        longer_than: { years: 3 },
        window: "day",
      };
      expect(await figureOf(spec, on, rows)).toMatchObject({ value: expected });
    },
  );
});

describe("what followed", () => {
  const rows = {
    citizens: people("a", "b", "c"),
    benefit_spells: [
      { id: "s1", citizen: "a", benefit: "a_dagpenge", first_day: "2020-10-01", last_day: "2021-01-10" },
      { id: "s2", citizen: "b", benefit: "a_dagpenge", first_day: "2020-10-01", last_day: "2021-01-20" },
      { id: "s3", citizen: "b", benefit: "a_dagpenge", first_day: "2021-02-10", last_day: null },
      { id: "s4", citizen: "c", benefit: "a_dagpenge", first_day: "2020-10-01", last_day: "2021-03-30" },
    ],
    employments: [{ citizen: "a", kind: "ordinaert", first_day: "2021-01-25", last_day: null }],
  };
  it("counts exits to a job within weeks, and waits until the weeks have passed", async () => {
    const spec: Spec = {
      measure: "exits",
      where: "spell.benefit == 'a_dagpenge'",
      to: { where: "employment.kind == 'ordinaert'" },
      within_weeks: 4,
      window: { since: "2021-01-01" },
    };
    expect(await figureOf(spec, "2021-03-31", rows)).toEqual({ value: 50, numerator: 1, denominator: 2 });
    expect(await figureOf({ ...spec, within_weeks: 2 }, "2021-03-31", rows)).toMatchObject({
      numerator: 0,
      denominator: 2,
    });
    expect(await figureOf(spec, "2021-04-30", rows)).toMatchObject({ numerator: 1, denominator: 3 });
  });

  it("counts a return to the benefit as relapse", async () => {
    const spec: Spec = {
      measure: "relapse",
      where: "spell.benefit == 'a_dagpenge'",
      within_weeks: 4,
      window: { since: "2021-01-01" },
    };
    expect(await figureOf(spec, "2021-03-31", rows)).toMatchObject({ numerator: 1, denominator: 2 });
  });
});

describe("conversations, companies, surveys, money", () => {
  it("measures the weeks between a citizen's conversations (G-HO20-09)", async () => {
    const talks = ["2021-01-04", "2021-02-01", "2021-03-15"].map((on) => ({
      citizen: "a",
      kind: "integrationssamtale",
      status: "holdt",
      day: on,
    }));
    const missed = { citizen: "a", kind: "integrationssamtale", status: "udeblevet", day: "2021-02-20" };
    const spec: Spec = {
      measure: "interval_between_events",
      of: "conversations",
      where: "conversation.status == 'holdt'",
      window: { since: "2021-01-01" },
    };
    expect(await figureOf(spec, "2021-03-31", { citizens: people("a"), conversations: [...talks, missed] })).toEqual({
      value: 5,
      numerator: 70,
      denominator: 2,
    });
  });

  it("does not count time away from the benefit as time between conversations (G-HO20-09)", async () => {
    const on = (first_day: string, last_day: string | null): HandRow => ({
      citizen: "a",
      benefit: "overgangsydelse",
      first_day,
      last_day,
    });
    const rows = {
      citizens: people("a"),
      benefit_spells: [on("2020-06-01", "2020-06-30"), on("2021-01-01", "2021-01-31"), on("2021-02-15", null)],
      conversations: ["2020-06-15", "2021-01-11", "2021-03-01"].map((talked) => ({
        citizen: "a",
        kind: "integrationssamtale",
        status: "holdt",
        day: talked,
      })),
    };
    const spec: Spec = {
      measure: "interval_between_events",
      of: "conversations",
      during: "'integration' in spell.groups",
      window: { since: "2021-01-01" },
    };
    expect(await figureOf(spec, "2021-03-31", rows)).toEqual({ value: 7, numerator: 49, denominator: 1 });
  });

  it("counts a company once in the cooperation rate and the contact share (G-HO20-02, G-HO20-03)", async () => {
    const rows = {
      citizens: people("a"),
      companies: [
        { id: "v1", municipality_code: "0316", employees: 10, first_day: "2000-01-01", last_day: null },
        { id: "v2", municipality_code: "0316", employees: 4, first_day: "2000-01-01", last_day: null },
        { id: "v3", municipality_code: "0316", employees: 3, first_day: "2000-01-01", last_day: null },
        { id: "v4", municipality_code: "0316", first_day: "2000-01-01", last_day: null },
      ],
      offers: [{ citizen: "a", kind: "loentilskud", company: "v1", first_day: "2021-02-01", last_day: null }],
      recruitments: [{ company: "v1", day: "2021-02-02" }],
      company_contacts: [
        { company: "v2", kind: "besoeg", day: "2021-02-02" },
        { company: "v2", kind: "mail", day: "2021-02-03" },
      ],
    };
    const by = [{ of: "offers" }, { of: "recruitments" }];
    expect(
      await figureOf({ measure: "cooperation_rate", by, window: "plan_period" }, "2021-03-31", rows),
    ).toMatchObject({ numerator: 1, denominator: 4 });
    expect(
      await figureOf(
        { measure: "contacts", where: "company.employees > 3", window: "plan_period" },
        "2021-03-31",
        rows,
      ),
    ).toEqual({ value: 50, numerator: 1, denominator: 2 });
  });

  it("asks satisfaction of those who answered only (G-HO20-14)", async () => {
    const answer = (given: string | null): HandRow => ({
      survey: "s",
      respondent: "borger",
      answer: given,
      day: "2021-11-01",
    });
    const rows = {
      survey_answers: [
        answer("tilfredsstillende"),
        answer("utilfredsstillende"),
        answer(null),
        answer("meget_tilfredsstillende"),
      ],
    };
    expect(await figureOf({ measure: "satisfaction", window: "year" }, "2021-12-31", rows)).toEqual({
      value: 200 / 3,
      numerator: 2,
      denominator: 3,
    });
  });

  it("gives spending per head in kroner", async () => {
    const rows = {
      expenditure: [
        { benefit: "kontanthjaelp", amount: 3_100_000, refund: 0, first_day: "2021-01-01", last_day: "2021-01-31" },
      ],
      population: [{ area: "0316", age_from: 16, age_to: 66, persons: 100, day: "2021-01-01" }],
    };
    const spec: Spec = { measure: "expenditure_per_head", area: "0316", window: "month" };
    expect(await figureOf(spec, "2021-01-31", rows)).toMatchObject({ value: 310 });
    expect(await figureOf(spec, "2021-01-10", rows)).toMatchObject({ value: 100 });
  });

  it("ranks the municipality by a published statistic, and has no data without it", async () => {
    const row = (area: string, value: number): HandRow => ({
      measure: "ledighed",
      area,
      value,
      period: "2020",
      unit: "percent",
      source: "x",
      day: "2020-12-31",
    });
    const spec: Spec = { measure: "rank", statistic: "ledighed", area: "0316", best: "lowest", window: "year" };
    expect(
      await figureOf(spec, "2020-12-31", {
        published_statistics: [row("0316", 4), row("0101", 5), row("0147", 3), row("landet", 1)],
      }),
    ).toEqual({ value: 2, numerator: 2, denominator: 3 });
    expect(await figureOf(spec, "2020-12-31", {})).toMatchObject({ value: null });
  });

  it("asks hours a year later and dialogue with the large funds (G-HO20-41, G-HO20-43)", async () => {
    const job = (citizen: string, hours: number, [first_day = "", last_day = null]: (string | null)[]): HandRow => ({
      citizen,
      kind: "fleksjob",
      hours,
      first_day,
      last_day,
    });
    const employments = [
      job("a", 400, ["2019-01-01", "2020-12-31"]),
      job("a", 800, ["2021-01-01", null]),
      job("b", 400, ["2019-01-01", null]),
      job("c", 400, ["2021-05-01", null]),
    ];
    expect(
      await figureOf({ measure: "hours_developed", where: "employment.kind == 'fleksjob'" }, "2021-06-30", {
        citizens: people("a", "b", "c"),
        employments,
      }),
    ).toMatchObject({ numerator: 1, denominator: 2 });
    const spell = (citizen: string, fund: string): HandRow => ({
      citizen,
      fund,
      benefit: "a_dagpenge",
      first_day: "2021-01-01",
      last_day: null,
    });
    const rows = {
      citizens: people("a", "b", "c", "d"),
      benefit_spells: [spell("a", "f1"), spell("b", "f1"), spell("c", "f1"), spell("d", "f2")],
      fund_dialogues: [{ fund: "f1", day: "2021-01-02" }],
    };
    expect(await figureOf({ measure: "funds_in_dialogue" }, "2021-01-31", rows)).toMatchObject({
      numerator: 1,
      denominator: 1,
    });
  });

  it("knows a milestone by the day it was delivered", async () => {
    const rows = { plan_deliveries: [{ item: "handleplan", day: "2021-04-22" }] };
    const spec: Spec = { measure: "milestone", item: "handleplan", window: "plan_period" };
    expect(await figureOf(spec, "2021-03-31", rows)).toMatchObject({ value: 0 });
    expect(await figureOf(spec, "2021-04-30", rows)).toMatchObject({ value: 1 });
  });
});

describe("knowledge", () => {
  it("counts by what was known on the asked day, and by present knowledge without one", async () => {
    const rows = {
      citizens: people("a"),
      benefit_spells: [
        {
          id: "s",
          citizen: "a",
          benefit: "kontanthjaelp",
          first_day: "2021-01-01",
          last_day: null,
          known_from: "2021-01-05",
          known_until: "2021-02-01",
        },
        {
          id: "s",
          citizen: "a",
          benefit: "kontanthjaelp",
          first_day: "2021-01-01",
          last_day: "2021-01-10",
          known_from: "2021-02-01",
        },
      ],
    };
    const spec: Spec = { measure: "persons", of: "benefit_spells", counted: "standing", window: "day" };
    expect(await figureOf(spec, "2021-01-20", rows)).toMatchObject({ value: 0 });
    const then = await smallWarehouse(rows, { knownAt: addDays(day("2021-01-20"), 0) as Day });
    open.push(then);
    expect((await compute(spec, [day("2021-01-20")], { inherited: "day", source: then })).figures[0]).toMatchObject({
      value: 1,
    });
  });
});
