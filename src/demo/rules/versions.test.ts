import { expect, test } from "vitest";
import { addDays, day } from "../../platform/kernel/day.ts";
import { createRandom } from "./random.ts";
import { versionsOf } from "./versions.ts";

const since = day("2019-03-01");
const frame = { since, until: day("2022-01-01") };
const spell = { id: "y1", first_day: since, last_day: day("2019-09-30") };

test("a tidy record has one version, known within days of its first day", () => {
  const [only, ...more] = versionsOf(createRandom("tidy"), spell, {
    plan: { late: 0, corrected: 0, closedLater: 0 },
    frame,
  }).rows;
  expect(more).toEqual([]);
  expect(only).toMatchObject({ ...spell, known_until: null });
  expect(Number(only?.known_from) - since).toBeLessThan(4);
});

test("a late record is known ten days or more after its first day, never after the data end", () => {
  const late = { plan: { late: 1, corrected: 0, closedLater: 0 }, frame };
  expect(Number(versionsOf(createRandom("late"), spell, late).rows[0]?.known_from) - since).toBeGreaterThanOrEqual(10);
  const atEnd = { ...late, frame: { since: day("2021-12-30"), until: frame.until } };
  expect(versionsOf(createRandom("late"), { id: "y2", day: day("2021-12-30") }, atEnd).rows[0]?.known_from).toBe(
    day("2021-12-31"),
  );
});

test("a corrected record keeps what was believed until the day of the correction, and the truth after it", () => {
  const [believed, truth] = versionsOf(createRandom("wrong"), spell, {
    plan: { late: 0, corrected: 1, closedLater: 0 },
    frame,
  }).rows;
  expect(believed?.known_until).toBe(truth?.known_from);
  expect(truth).toMatchObject({ ...spell, known_until: null });
  expect(believed?.id).toBe(truth?.id);
});

test("a record first written as running has no last day until it is closed after the spell's end", () => {
  const [running, closed] = versionsOf(createRandom("running"), spell, {
    plan: { late: 0, corrected: 0, closedLater: 1 },
    frame,
  }).rows;
  expect(running?.last_day).toBeNull();
  expect(Number(closed?.known_from)).toBeGreaterThan(Number(spell.last_day));
});

test("events and spells that still run are not corrected, nor is anything after the data end", () => {
  const plan = { late: 0, corrected: 1, closedLater: 1 };
  expect(versionsOf(createRandom("a"), { ...spell, last_day: null }, { plan, frame }).rows).toHaveLength(1);
  const soon = { since, until: addDays(spell.last_day, 1) };
  expect(versionsOf(createRandom("a"), spell, { plan, frame: soon }).rows).toHaveLength(1);
});
