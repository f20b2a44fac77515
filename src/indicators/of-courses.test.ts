import { afterEach, describe, expect, it } from "vitest";
import { day } from "../platform/kernel/day.ts";
import { compute } from "./compute.ts";
import type { Spec } from "./measure.ts";
import { type HandRow, smallWarehouse } from "./testing/small-warehouse.ts";

/* What is noted of courses is a fact like any other: a plan can count it. */

const open: { close: () => void }[] = [];
afterEach(() => {
  for (const source of open.splice(0)) source.close();
});

async function figureOf(spec: Spec, rows: Readonly<Record<string, readonly HandRow[]>>): Promise<unknown> {
  const source = await smallWarehouse(rows, { plan: { from: day("2020-01-01"), until: day("2022-01-01") } });
  open.push(source);
  const computed = await compute(spec, [day("2021-06-30")], { inherited: "month", source });
  return computed.figures[0];
}

const LONG_SICK = "spell.benefit == 'sygedagpenge' && citizen.weeks_on_support >= 52";
const citizens = (...ids: string[]): HandRow[] => ids.map((id) => ({ id }));

describe("sickness cases", () => {
  const ends = [
    { citizen: "a", day: "2021-06-03", outcome: "samme_job" },
    { citizen: "b", day: "2021-06-10", outcome: "samme_job" },
    { citizen: "c", day: "2021-06-20", outcome: "ledig" },
    { citizen: "d", day: "2021-05-20", outcome: "samme_job" },
  ];

  it("that ended in the month: the share who kept their job (SICK-05)", async () => {
    const ended: Spec = { measure: "events", of: "sickness_ends", window: "month" };
    const kept: Spec = { ...ended, where: "sickness_end.outcome == 'samme_job'" };
    const share: Spec = { measure: "share", numerator: kept, denominator: ended };
    const rows = { citizens: citizens("a", "b", "c", "d"), sickness_ends: ends };
    expect(await figureOf(share, rows)).toEqual({ value: 200 / 3, numerator: 2, denominator: 3 });
  });

  it("on the day: the share of the sick-listed who are back part of the time (SICK-03)", async () => {
    const sick: Spec = {
      measure: "persons",
      of: "benefit_spells",
      where: "spell.benefit == 'sygedagpenge'",
      window: "month",
    };
    const back: Spec = { ...sick, where: "spell.benefit == 'sygedagpenge' && citizen.partially_returned" };
    const share: Spec = { measure: "share", numerator: back, denominator: sick };
    const rows = {
      citizens: citizens("a", "b"),
      benefit_spells: ["a", "b"].map((citizen) => ({
        citizen,
        benefit: "sygedagpenge",
        share: 1000,
        first_day: "2021-05-01",
        last_day: null,
      })),
      partial_returns: [{ citizen: "a", hours: 1500, first_day: "2021-06-01", last_day: null }],
    };
    expect(await figureOf(share, rows)).toEqual({ value: 50, numerator: 1, denominator: 2 });
  });
});

it("talks of a kind that were held, and the different citizens met, in any period (CON-23)", async () => {
  const talks = [
    { citizen: "a", kind: "jobsamtale", status: "holdt", day: "2021-06-01" },
    { citizen: "a", kind: "jobsamtale", status: "holdt", day: "2021-06-20" },
    { citizen: "b", kind: "jobsamtale", status: "udeblevet", day: "2021-06-02" },
    { citizen: "b", kind: "cv_samtale", status: "holdt", day: "2021-06-02" },
  ];
  const rows = { citizens: citizens("a", "b"), conversations: talks };
  const where = "conversation.status == 'holdt' && conversation.kind == 'jobsamtale'";
  const counted = { of: "conversations", where, window: "month" } as const;
  expect(await figureOf({ measure: "events", ...counted }, rows)).toMatchObject({ value: 2 });
  expect(await figureOf({ measure: "persons", ...counted }, rows)).toMatchObject({ value: 1 });
  const met = {
    of: "conversations",
    where: "conversation.status == 'holdt'",
    window: { since: "2021-01-01" },
  } as const;
  expect(await figureOf({ measure: "persons", ...met }, rows)).toMatchObject({ value: 2 });
});

it("how many of the long-term sick have one plan for everything (CPL-13)", async () => {
  const long: Spec = {
    measure: "persons",
    of: "benefit_spells",
    where: LONG_SICK,
    window: "month",
  };
  const planned: Spec = { ...long, where: `${LONG_SICK} && 'helhedsplan' in citizen.plans` };
  const sick = (citizen: string, first_day: string) => ({
    citizen,
    benefit: "sygedagpenge",
    share: 1000,
    first_day,
    last_day: null,
  });
  const rows = {
    citizens: citizens("a", "b", "c"),
    benefit_spells: [sick("a", "2020-01-01"), sick("b", "2020-01-01"), sick("c", "2021-05-01")],
    plans_in_force: ["a", "c"].map((citizen) => ({
      citizen,
      kind: "helhedsplan",
      first_day: "2021-05-01",
      last_day: null,
    })),
  };
  expect(await figureOf({ measure: "share", numerator: planned, denominator: long }, rows)).toMatchObject({
    numerator: 1,
    denominator: 2,
  });
});
