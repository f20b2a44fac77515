import { expect, it } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import type { Timeline } from "../contract.ts";
import { on, someone, spell, standing } from "../testing/people.ts";
import { timeliness } from "./timeliness.ts";

const january = { from: day("2021-01-01"), until: day("2021-02-01") };

/** Activity-ready from 10 January 2021: a first conversation is due on the 17th. */
const person = (talk: string | null, more: { left?: string; exempt?: boolean } = {}): Timeline =>
  someone({
    spells: [
      spell("target_group/aktivitetsparat", "2021-01-10", more.left),
      ...(more.exempt ? [spell("circumstance/fritaget_106", "2021-01-12")] : []),
    ],
    events: talk === null ? [] : on("jobsamtale", talk),
  });

function timelyOf(...people: readonly Timeline[]) {
  const all = people.flatMap((each) => standing(each, "2021-03-01").obligations);
  return timeliness(all, january).find(({ rule }) => rule === "LAB-1WK");
}

it("is the share of what fell due in the period that was met in time (CON-18)", () => {
  expect(timelyOf(person("2021-01-17"), person("2021-01-18"), person(null), person("2021-01-11"))).toEqual({
    rule: "LAB-1WK",
    fellDue: 4,
    onTime: 2,
    percent: 50,
  });
});

it("counts a breach of somebody who has left since, and not one who left or rested before the day", () => {
  expect(timelyOf(person(null, { left: "2021-01-20" }))).toMatchObject({ fellDue: 1, onTime: 0 });
  expect(timelyOf(person(null, { left: "2021-01-16" }), person(null, { exempt: true }))).toBeUndefined();
});

it("is not 0 but nothing when nothing fell due", () => expect(timeliness([], january)).toEqual([]));
