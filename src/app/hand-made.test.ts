import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { day } from "../platform/kernel/day.ts";
import { type Operations, operationsOver } from "./operations.ts";
import { openRuntime } from "./runtime.ts";
import type { Runtime } from "./runtime-type.ts";
import { newDataFolder } from "./testing/data-folder.ts";

/*
 * The folder of hand-made files (examples/hand-made), loaded into an empty installation. Each figure is compared with a number counted
 * on paper and with a slow walk through the files day by day, which knows nothing of how the program counts.
 */

const FOLDER = fileURLToPath(new URL("../../examples/hand-made/", import.meta.url));
const DAY_MS = 86_400_000;

type Row = Readonly<Record<string, string>>;

/** What is believed today of a file's rows. */
function rowsOf(fact: string): readonly Row[] {
  const [head = "", ...lines] = readFileSync(join(FOLDER, `${fact}.csv`), "utf8")
    .trimEnd()
    .split("\n");
  const columns = head.split(",");
  const rows = lines.map(
    (line) => Object.fromEntries(line.split(",").map((cell, i) => [columns[i] ?? "", cell])) as Row,
  );
  return rows.filter((row) => !row.known_until);
}

const at = (row: Row, column: string): string => row[column] ?? "";
const next = (iso: string, days = 1): string => new Date(Date.parse(iso) + days * DAY_MS).toISOString().slice(0, 10);

/** Every day from one to another, both included. */
function* daysFrom(first: string, last: string): Generator<string> {
  for (let on = first; on <= last; on = next(on)) yield on;
}

const runs = (row: Row, on: string): boolean =>
  at(row, "first_day") <= on && (at(row, "last_day") === "" || on <= at(row, "last_day"));
const within = (on: string, first: string, last: string): boolean => first <= on && on <= last;
const distinct = (rows: readonly Row[], column: string): number => new Set(rows.map((row) => at(row, column))).size;

const spells = rowsOf("benefit_spells");
const offers = rowsOf("offers");
const talks = rowsOf("conversations");
const companies = rowsOf("companies");
const citizen = new Map(rowsOf("citizens").map((row) => [at(row, "id"), row]));

/** Days on the benefit times the share, in thousandths, walked day by day. */
function fullTime(first: string, last: string, counts: (spell: Row, on: string) => boolean): [number, number] {
  let [sum, days] = [0, 0];
  for (const on of daysFrom(first, last)) {
    days += 1;
    for (const spell of spells) {
      if (runs(spell, on) && counts(spell, on))
        sum += Math.round((at(spell, "share") === "" ? 1 : Number(at(spell, "share"))) * 1000);
    }
  }
  return [sum, days * 1000];
}

/** Age on a day; null without a birthday. */
function age(spell: Row, on: string): number | null {
  const born = at(citizen.get(at(spell, "citizen")) ?? {}, "born");
  if (born === "") return null;
  return Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (on.slice(5) < born.slice(5) ? 1 : 0);
}

const on = (benefit: string) => (spell: Row) => at(spell, "benefit") === benefit;
const ended = (benefit: string, first: string, last: string): readonly Row[] =>
  spells.filter(
    (spell) => on(benefit)(spell) && at(spell, "last_day") !== "" && within(at(spell, "last_day"), first, last),
  );

/** Of spells that ended, those after which something held on one of the next 28 days; only spells whose 28 days have passed. */
function followed(from: readonly Row[], asked: string, holds: (spell: Row, on: string) => boolean): [number, number] {
  const over = from.filter((spell) => next(at(spell, "last_day"), 28) <= asked);
  const met = over.filter((spell) =>
    [...daysFrom(next(at(spell, "last_day")), next(at(spell, "last_day"), 28))].some((d) => holds(spell, d)),
  );
  return [met.length, over.length];
}

/** Days in a row on any benefit, backwards from a day. */
function daysInARow(who: string, from: string): number {
  let count = 0;
  for (let d = from; spells.some((spell) => at(spell, "citizen") === who && runs(spell, d)); d = next(d, -1))
    count += 1;
  return count;
}

/** Days between one citizen's talks that were held, the later one within a period. */
function intervals(first: string, last: string): [number, number] {
  const held = talks.filter((row) => at(row, "status") === "holdt" && at(row, "kind") === "jobsamtale");
  let [sum, count] = [0, 0];
  for (const talk of held.filter((row) => within(at(row, "day"), first, last))) {
    for (let d = next(at(talk, "day"), -1), back = 1; d >= "2020-01-01"; d = next(d, -1), back++) {
      if (!held.some((row) => at(row, "citizen") === at(talk, "citizen") && at(row, "day") === d)) continue;
      sum += back;
      count += 1;
      break;
    }
  }
  return [sum, count];
}

const existed = (first: string, last: string): readonly Row[] =>
  companies.filter((row) => [...daysFrom(first, last)].some((d) => runs(row, d)));
const reached = (ids: readonly string[], among: readonly Row[]): number =>
  among.filter((row) => ids.includes(at(row, "id"))).length;
const count = (value: number): [number, null] => [value, null];

const Q1 = ["2021-01-01", "2021-03-31"] as const;
const PLACED = ["virksomhedspraktik", "nytteindsats", "loentilskud"];
const SINCE = "window: {since: 2021-01-01}";

type Case = {
  readonly name: string;
  readonly asOf: string;
  readonly yaml: readonly string[];
  /** Counted on paper: numerator and denominator. */
  readonly paper: readonly [number, number | null];
  /** Counted by walking through the days. */
  readonly walked: () => readonly [number, number | null];
  readonly value: number;
};

const CASES: readonly Case[] = [
  {
    name: "full-time persons on cash benefit in the first quarter: 90 + 31 + 51 + 90 days of 90 (PLAN-21)",
    asOf: "2021-03-31",
    yaml: ["measure: full_time_persons", "where: spell.benefit == 'kontanthjaelp'", "window: quarter"],
    paper: [262_000, 90_000],
    walked: () => fullTime(...Q1, on("kontanthjaelp")),
    value: 262 / 90,
  },
  {
    name: "full-time persons on sickness benefit in January: 31 half days and 10 whole of 31 (PLAN-21)",
    asOf: "2021-01-31",
    yaml: ["measure: full_time_persons", "where: spell.benefit == 'sygedagpenge'", "window: month"],
    paper: [25_500, 31_000],
    walked: () => fullTime("2021-01-01", "2021-01-31", on("sygedagpenge")),
    value: 25.5 / 31,
  },
  {
    name: "full-time persons of 30 years or more in resource courses in February: 28 days, and 14 after a 30th birthday (PLAN-21)",
    asOf: "2021-02-28",
    yaml: [
      "measure: full_time_persons",
      "where: spell.benefit == 'ressourceforloeb' && citizen.age >= 30",
      "window: month",
    ],
    paper: [42_000, 28_000],
    walked: () =>
      fullTime("2021-02-01", "2021-02-28", (spell, d) => on("ressourceforloeb")(spell) && (age(spell, d) ?? 0) >= 30),
    value: 1.5,
  },
  {
    name: "full-time persons on a third of a resource course in December (RES-02)",
    asOf: "2020-12-31",
    yaml: [
      "measure: full_time_persons",
      "where: spell.benefit == 'ressourceforloeb' && citizen.age < 30",
      "window: month",
    ],
    paper: [31 * 333, 31_000],
    walked: () =>
      fullTime("2020-12-01", "2020-12-31", (spell, d) => on("ressourceforloeb")(spell) && (age(spell, d) ?? 99) < 30),
    value: 0.333,
  },
  {
    name: "persons on support on 31 March: seven, one of them with two benefits (RES-02)",
    asOf: "2021-03-31",
    yaml: [
      "measure: persons",
      "of: benefit_spells",
      "where: \"'support' in spell.groups\"",
      "counted: standing",
      "window: day",
    ],
    paper: count(7),
    walked: () =>
      count(
        distinct(
          spells.filter((spell) => runs(spell, "2021-03-31")),
          "citizen",
        ),
      ),
    value: 7,
  },
  {
    name: "persons on support on 1 April: three (RES-02)",
    asOf: "2021-04-01",
    yaml: [
      "measure: persons",
      "of: benefit_spells",
      "where: \"'support' in spell.groups\"",
      "counted: standing",
      "window: day",
    ],
    paper: count(3),
    walked: () =>
      count(
        distinct(
          spells.filter((spell) => runs(spell, "2021-04-01")),
          "citizen",
        ),
      ),
    value: 3,
  },
  {
    name: "citizens in company-placed offers begun since New Year: three in four offers (G-HO20-01)",
    asOf: "2021-03-31",
    yaml: [
      "measure: persons",
      "of: offers",
      `where: "offer.kind in ['virksomhedspraktik', 'nytteindsats', 'loentilskud']"`,
      "counted: begun",
      SINCE,
    ],
    paper: count(3),
    walked: () =>
      count(
        distinct(
          offers.filter((row) => PLACED.includes(at(row, "kind")) && within(at(row, "first_day"), ...Q1)),
          "citizen",
        ),
      ),
    value: 3,
  },
  {
    name: "company-placed offers that ran on some day of January: two",
    asOf: "2021-01-31",
    yaml: [
      "measure: events",
      "of: offers",
      `where: "offer.kind in ['virksomhedspraktik', 'nytteindsats', 'loentilskud']"`,
      "window: month",
    ],
    paper: count(2),
    walked: () =>
      count(
        offers.filter(
          (row) =>
            PLACED.includes(at(row, "kind")) && [...daysFrom("2021-01-01", "2021-01-31")].some((d) => runs(row, d)),
        ).length,
      ),
    value: 2,
  },
  {
    name: "the sick-listed who had partly returned on 31 March: one of two (G-HO20-06)",
    asOf: "2021-03-31",
    yaml: [
      "measure: share",
      "numerator: {measure: persons, of: benefit_spells, counted: standing, where: \"spell.benefit == 'sygedagpenge' && citizen.partially_returned\"}",
      "denominator: {measure: persons, of: benefit_spells, counted: standing, where: \"spell.benefit == 'sygedagpenge'\"}",
      "window: day",
    ],
    paper: [1, 2],
    walked: () => {
      const sick = spells.filter((spell) => on("sygedagpenge")(spell) && runs(spell, "2021-03-31"));
      const back = rowsOf("partial_returns")
        .filter((row) => runs(row, "2021-03-31"))
        .map((row) => at(row, "citizen"));
      return [
        distinct(
          sick.filter((spell) => back.includes(at(spell, "citizen"))),
          "citizen",
        ),
        distinct(sick, "citizen"),
      ];
    },
    value: 50,
  },
  {
    name: "conversations held in the first quarter: six, the one nobody came to left out (REP-04)",
    asOf: "2021-03-31",
    yaml: ["measure: events", "of: conversations", "where: conversation.status == 'holdt'", "window: quarter"],
    paper: count(6),
    walked: () => count(talks.filter((row) => at(row, "status") === "holdt" && within(at(row, "day"), ...Q1)).length),
    value: 6,
  },
  {
    name: "weeks between job talks since New Year: 28, 42 and 42 days (G-HO20-09)",
    asOf: "2021-03-31",
    yaml: [
      "measure: interval_between_events",
      "of: conversations",
      "where: conversation.status == 'holdt' && conversation.kind == 'jobsamtale'",
      SINCE,
    ],
    paper: [112, 3],
    walked: () => intervals(...Q1),
    value: 16 / 3,
  },
  {
    name: "companies with more than three employees that were in contact: two of three, one of which has closed (G-HO20-02)",
    asOf: "2021-03-31",
    yaml: ["measure: contacts", "where: company.employees > 3", SINCE],
    paper: [2, 3],
    walked: () => {
      const asked = existed(...Q1).filter((row) => Number(at(row, "employees")) > 3);
      const spoken = rowsOf("company_contacts").filter((row) => within(at(row, "day"), ...Q1));
      return [
        reached(
          spoken.map((row) => at(row, "company")),
          asked,
        ),
        asked.length,
      ];
    },
    value: 200 / 3,
  },
  {
    name: "companies that cooperated: four of five (G-HO20-03)",
    asOf: "2021-03-31",
    yaml: ["measure: cooperation_rate", "by: [{of: offers}, {of: recruitments}]", SINCE],
    paper: [4, 5],
    walked: () => {
      const during = offers.filter((row) => [...daysFrom(...Q1)].some((d) => runs(row, d)));
      const hires = rowsOf("recruitments").filter((row) => within(at(row, "day"), ...Q1));
      return [
        reached(
          [...during, ...hires].map((row) => at(row, "company")),
          existed(...Q1),
        ),
        existed(...Q1).length,
      ];
    },
    value: 80,
  },
  {
    name: "satisfied citizens: three of the five who answered (G-HO20-14)",
    asOf: "2021-12-31",
    yaml: ["measure: satisfaction", "window: year"],
    paper: [3, 5],
    walked: () => {
      const answered = rowsOf("survey_answers").filter((row) => at(row, "answer") !== "");
      return [answered.filter((row) => /^(meget_)?tilfreds/.test(at(row, "answer"))).length, answered.length];
    },
    value: 60,
  },
  {
    name: "unemployed in ordinary work within four weeks after the benefit: one of three",
    asOf: "2021-03-31",
    yaml: ["measure: exits", "where: spell.benefit == 'a_dagpenge'", "to: {of: employments}", "within_weeks: 4", SINCE],
    paper: [1, 3],
    walked: () => {
      const jobs = rowsOf("employments");
      return followed(ended("a_dagpenge", ...Q1), "2021-03-31", (spell, d) =>
        jobs.some((job) => at(job, "citizen") === at(spell, "citizen") && runs(job, d)),
      );
    },
    value: 100 / 3,
  },
  {
    name: "unemployed who came back within four weeks: one of three, and of one while the others' weeks run (RES-06)",
    asOf: "2021-02-28",
    yaml: ["measure: relapse", "where: spell.benefit == 'a_dagpenge'", "within_weeks: 4", SINCE],
    paper: [1, 1],
    walked: () =>
      followed(ended("a_dagpenge", "2021-01-01", "2021-02-28"), "2021-02-28", (spell, d) =>
        spells.some(
          (other) =>
            on("a_dagpenge")(other) && at(other, "citizen") === at(spell, "citizen") && at(other, "first_day") === d,
        ),
      ),
    value: 100,
  },
  {
    name: "mean weeks of sickness that ended in January: 31 and 10 days (RES-06)",
    asOf: "2021-01-31",
    yaml: ["measure: duration", "where: spell.benefit == 'sygedagpenge'", "window: month"],
    paper: [41, 2],
    walked: () => {
      const over = ended("sygedagpenge", "2021-01-01", "2021-01-31");
      return [
        over.reduce((sum, spell) => sum + [...daysFrom(at(spell, "first_day"), at(spell, "last_day"))].length, 0),
        over.length,
      ];
    },
    value: 41 / 14,
  },
  {
    name: "citizens more than three years on support: one on 31 March (G-HO20-07)",
    asOf: "2021-03-31",
    yaml: [
      "measure: time_on_support",
      "support: \"'support' in spell.groups\"",
      "gap_days: 0",
      "longer_than: {years: 3}",
      "window: day",
    ],
    paper: count(1),
    walked: () => count([...citizen.keys()].filter((who) => daysInARow(who, "2021-03-31") > 3 * 365 + 1).length),
    value: 1,
  },
  {
    name: "nobody the day after, when that spell has ended (G-HO20-07)",
    asOf: "2021-04-01",
    yaml: [
      "measure: time_on_support",
      "support: \"'support' in spell.groups\"",
      "gap_days: 0",
      "longer_than: {years: 3}",
      "window: day",
    ],
    paper: count(0),
    walked: () => count([...citizen.keys()].filter((who) => daysInARow(who, "2021-04-01") > 3 * 365 + 1).length),
    value: 0,
  },
  {
    name: "a milestone is not reached the day before (PLAN-14)",
    asOf: "2021-02-14",
    yaml: ["measure: milestone", "item: handleplan-prove", SINCE],
    paper: count(0),
    walked: () => count(rowsOf("plan_deliveries").filter((row) => at(row, "day") <= "2021-02-14").length),
    value: 0,
  },
  {
    name: "and is reached on the day it was delivered (PLAN-14)",
    asOf: "2021-02-15",
    yaml: ["measure: milestone", "item: handleplan-prove", SINCE],
    paper: count(1),
    walked: () => count(rowsOf("plan_deliveries").filter((row) => at(row, "day") <= "2021-02-15").length),
    value: 1,
  },
];

let data: string;
let runtime: Runtime;
let operations: Operations;

beforeAll(async () => {
  data = await newDataFolder();
  runtime = await openRuntime({ data });
  operations = operationsOver(runtime, () => day("2021-04-15"));
  expect(await operations.load({ folder: FOLDER, municipality: "0316" })).toMatchObject({
    ok: true,
    facts: { citizens: { added: 12 }, benefit_spells: { added: 16 }, companies: { added: 5 }, offers: { added: 6 } },
  });
});

afterAll(async () => {
  await runtime.close();
  rmSync(data, { recursive: true, force: true });
});

describe("a folder of hand-made files loaded into an empty installation gives the figures one counts by hand", () => {
  for (const { name, yaml, asOf, paper, walked, value } of CASES) {
    it(name, async () => {
      const found = await operations.figure({ indicator: yaml.join("\n"), asOf });
      expect(walked()).toEqual(paper);
      const result = { value, numerator: paper[0], denominator: paper[1], missing: null };
      expect(found).toMatchObject({ ok: true, result });
    });
  }

  it("and those that were believed on an earlier day: seven days more of sickness, before they were corrected (ASK-03)", async () => {
    const yaml = "measure: full_time_persons\nwhere: spell.benefit == 'sygedagpenge'\nwindow: month";
    const believed = (knownAt: string) => operations.figure({ indicator: yaml, asOf: "2021-01-31", knownAt });
    expect(await believed("2021-02-04")).toMatchObject({
      ok: true,
      result: { numerator: 32_500, denominator: 31_000 },
    });
    expect(await believed("2021-02-05")).toMatchObject({
      ok: true,
      result: { numerator: 25_500, denominator: 31_000 },
    });
  });

  it("and no data, not zero, for a day before the first record", async () => {
    const yaml = "measure: persons\nof: conversations\nwindow: month";
    expect(await operations.figure({ indicator: yaml, asOf: "2020-11-30" })).toMatchObject({
      ok: true,
      result: {
        value: null,
        status: "no_data",
        missing: { da: "Data begynder først 2020-12-22", en: "The data only begin on 2020-12-22" },
      },
    });
  });

  it("and no data, not zero, for records nobody has sent, which are named", async () => {
    const yaml = "measure: persons\nof: education_spells\nwindow: month";
    expect(await operations.figure({ indicator: yaml, asOf: "2021-03-31" })).toMatchObject({
      ok: true,
      result: {
        value: null,
        missing: { da: "Der er ingen poster i »Uddannelsesforløb«", en: 'There are no records in "Education spells"' },
      },
    });
  });
});
