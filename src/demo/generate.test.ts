import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { benefits } from "../law/public.ts";
import { day } from "../platform/kernel/day.ts";
import type { Column } from "../platform/kernel/fact.ts";
import { type DemoRow, type DemoValue, WHEN_COLUMNS } from "./contract.ts";
import { writeCountry } from "./country.ts";
import { demoFacts } from "./facts.ts";
import { type DemoOptions, generateDemo } from "./generate.ts";
import { collect } from "./testing/generated.ts";
import { writeDemo } from "./write.ts";

const SMALL: DemoOptions = { seed: 7, size: 0.02, municipality: "0316" };
const LAST = day("2021-12-31");

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "springbraet-demo-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function bytesOf(options: DemoOptions): string {
  return inFolder((folder) => {
    writeDemo(folder, options);
    return readdirSync(folder)
      .sort()
      .map((file) => readFileSync(join(folder, file), "utf8"))
      .join("\n");
  });
}

/** May a column have the value? */
function allows(column: Column, value: DemoValue): boolean {
  if (value === null) return !column.required;
  if (column.codes) return Object.hasOwn(column.codes, String(value));
  if (typeof value !== "number") return true;
  return value >= (column.min ?? value) && value <= (column.max ?? value);
}

describe("the demo is the same every time", () => {
  test("PLAN-21 same seed, size and municipality give the same bytes; another seed or municipality gives others", () => {
    const once = bytesOf(SMALL);
    expect(bytesOf(SMALL)).toBe(once);
    expect(bytesOf({ ...SMALL, seed: 8 })).not.toBe(once);
    expect(bytesOf({ ...SMALL, municipality: "0326" })).not.toBe(once);
  });

  test("what was made before does not change what comes after: each municipality has its own streams", () => {
    const alone = bytesOf({ ...SMALL, municipality: "0326" });
    collect({ ...SMALL, municipality: "0329" });
    expect(bytesOf({ ...SMALL, municipality: "0326" })).toBe(alone);
  });
});

describe("every record is valid", () => {
  const records = collect(SMALL);

  test.each(demoFacts.map((fact) => [fact.name, fact] as const))(
    "%s has only its columns, with values its columns allow",
    (name, fact) => {
      const rows = records.get(name) ?? [];
      expect(rows.length).toBeGreaterThan(0);
      const known = ["id", ...WHEN_COLUMNS, ...fact.columns.map((column) => column.name)];
      const wrong = rows.flatMap((row) => [
        ...Object.keys(row).filter((key) => !known.includes(key)),
        ...fact.columns.filter((column) => !allows(column, row[column.name] ?? null)).map((column) => column.name),
      ]);
      expect(wrong).toEqual([]);
    },
  );

  test("references name citizens and companies that exist", () => {
    const ids = (fact: string): Set<unknown> => new Set((records.get(fact) ?? []).map((row) => row.id));
    const lost: string[] = [];
    for (const fact of demoFacts) {
      for (const column of fact.columns.filter((each) => each.refers !== undefined)) {
        const there = ids(column.refers ?? "");
        const rows = (records.get(fact.name) ?? []).filter(
          (row) => row[column.name] != null && !there.has(row[column.name]),
        );
        lost.push(...rows.map((row) => `${fact.name}.${column.name}=${row[column.name]}`));
      }
    }
    expect(lost).toEqual([]);
  });

  test("no spell ends before it begins, none begins after the data end, and none is known only after them", () => {
    const wrong = (row: DemoRow): boolean => {
      const from = Number(row.first_day ?? row.day ?? 0);
      const lastDay = row.last_day ?? null;
      return (lastDay !== null && Number(lastDay) < from) || from > LAST || Number(row.known_from) > LAST;
    };
    expect([...records.values()].flat().filter(wrong)).toEqual([]);
  });

  test("no benefit is paid before it existed or after it ended", () => {
    const existed = new Map(benefits.map((benefit) => [benefit.code, benefit]));
    const wrong = (records.get("benefit_spells") ?? []).filter((row) => {
      const benefit = existed.get(String(row.benefit));
      if (!benefit || row.known_until !== null) return benefit === undefined;
      const early = Number(row.first_day) < day(benefit.from);
      return early || (benefit.until !== undefined && Number(row.last_day ?? LAST) >= day(benefit.until));
    });
    expect(wrong).toEqual([]);
  });

  test("nor beyond 1 July 2025, when three benefits ended: who was on them goes on with kontanthjælp", () => {
    const later = collect({ ...SMALL, size: 0.01, until: day("2025-12-31") });
    const spells = (later.get("benefit_spells") ?? []).filter((row) => row.known_until === null);
    const ended = ["uddannelseshjaelp", "overgangsydelse", "selvforsoergelses_og_hjemrejseydelse"];
    const REFORM = Number(day("2025-07-01"));
    const over = spells.filter(
      (row) => ended.includes(String(row.benefit)) && Number(row.last_day ?? LAST + 9999) >= REFORM,
    );
    expect(over).toEqual([]);
    const before = spells.filter((row) => ended.includes(String(row.benefit)) && Number(row.last_day) === REFORM - 1);
    expect(before.length).toBeGreaterThan(0);
    const after = new Set(
      spells
        .filter((row) => row.benefit === "kontanthjaelp" && Number(row.first_day) === REFORM)
        .map((row) => row.citizen),
    );
    expect(before.every((row) => after.has(row.citizen))).toBe(true);
  });

  test("a citizen is on one benefit at a time, but for the days a record overlaps", () => {
    const byCitizen = Map.groupBy(
      (records.get("benefit_spells") ?? []).filter((row) => row.known_until === null),
      (row) => row.citizen,
    );
    let longest = 0;
    for (const spells of byCitizen.values()) {
      const sorted = spells.toSorted((a, b) => Number(a.first_day) - Number(b.first_day));
      for (const [i, spell] of sorted.slice(1).entries()) {
        longest = Math.max(longest, Number(sorted[i]?.last_day ?? LAST) - Number(spell.first_day) + 1);
      }
    }
    expect(longest).toBeLessThan(15);
  });
});

describe("what is measured (CON-20)", () => {
  const records = collect(SMALL);
  const measured = records.get("progression_measurements") ?? [];

  test("is measured in talks that were held, not before talks are recorded, and not twice on a day", () => {
    const held = (records.get("conversations") ?? []).filter(({ status }) => status === "holdt");
    const talks = new Set(held.map(({ citizen, day: on }) => `${citizen} ${on}`));
    expect(measured.filter(({ citizen, day: on }) => !talks.has(`${citizen} ${on}`))).toEqual([]);
    const told = measured.map(({ citizen, instrument, dimension, day: on }) =>
      [citizen, instrument, dimension, on].join(),
    );
    expect(new Set(told).size).toBe(measured.length);
  });

  test("leads most of those who are measured again a little forward, and some back", () => {
    const curves = Map.groupBy(measured, ({ citizen, instrument, dimension }) =>
      [citizen, instrument, dimension].join(),
    );
    const changes = [...curves.values()]
      .map((rows) => rows.toSorted((a, b) => Number(a.day) - Number(b.day)))
      .filter((rows) => rows.length > 1)
      .map((rows) => Number(rows.at(-1)?.value) - Number(rows[0]?.value));
    const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length;
    expect(changes.length).toBeGreaterThan(100);
    expect(mean).toBeGreaterThan(0);
    expect(mean).toBeLessThan(1.5);
    expect(changes.some((change) => change < 0)).toBe(true);
  });
});

describe("size and wrong options", () => {
  test("an earlier last day gives data up to that day only", () => {
    const until = day("2015-06-30");
    const rows = [...generateDemo({ ...SMALL, until })].flatMap((batch) => batch.rows);
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter((row) => Number(row.first_day ?? row.day ?? 0) > until)).toEqual([]);
  });

  test.each([
    ["a municipality that is not four digits", { ...SMALL, municipality: "316" }, /four digits/],
    ["a size of nothing", { ...SMALL, size: 0 }, /outside 0-100/],
    ["a last day in the first year", { ...SMALL, until: day("2012-03-01") }, /at least a year/],
  ] as const)("%s is refused", (_what, options, message) => {
    expect(() => [...generateDemo(options)]).toThrow(message);
  });
});

describe("the whole country is streamed", () => {
  test("the country has the municipalities of the reference table, and a code outside it is refused", () => {
    const sizes = parse(readFileSync(new URL("./municipalities.yaml", import.meta.url), "utf8"), { schema: "core" });
    const table = readFileSync(new URL("../../db/reference/municipalities.csv", import.meta.url), "utf8")
      .trim()
      .split("\n");
    expect(Object.keys(sizes.residents).sort()).toEqual(
      table
        .slice(1)
        .map((line) => line.slice(0, 4))
        .sort(),
    );
    expect(() =>
      inFolder((folder) => [...writeCountry(folder, { seed: 1, scale: 0.01, municipalities: ["0999"] })]),
    ).toThrow(/0999/);
  });

  test("a municipality is written when it is asked for, not before, and only the facts one wants", () => {
    inFolder((folder) => {
      const country = writeCountry(folder, { seed: 1, scale: 0.01, facts: ["citizens", "benefit_spells"] });
      expect(readdirSync(folder)).toEqual([]);
      const first = country.next().value;
      expect(readdirSync(folder)).toEqual(["0101"]);
      expect(first?.counts.benefit_spells).toBeGreaterThan(100);
      expect(readdirSync(join(folder, "0101")).sort()).toEqual(["benefit_spells.csv", "citizens.csv"]);
      country.next();
      expect(readdirSync(folder)).toEqual(["0101", "0147"]);
    });
  });

  test("records leave in batches that do not grow with the municipality, so memory stays bounded", () => {
    const largest = (size: number): number => {
      let most = 0;
      for (const { rows } of generateDemo({ ...SMALL, size, until: day("2014-12-31") }))
        most = Math.max(most, rows.length);
      return most;
    };
    expect(largest(0.6)).toBeLessThan(8000);
  });

  test("churn gives more spells for the same full-time persons", () => {
    const spells = (churn: number): readonly DemoRow[] =>
      [...generateDemo({ ...SMALL, churn })]
        .filter(({ fact }) => fact === "benefit_spells")
        .flatMap(({ rows }) => rows);
    const usual = spells(1);
    const churned = spells(6);
    expect(churned.length).toBeGreaterThan(usual.length * 2);
    const days = (rows: readonly DemoRow[]): number =>
      rows
        .filter((row) => row.known_until === null)
        .reduce((sum, row) => {
          const from = Math.max(Number(row.first_day), day("2015-01-01"));
          return sum + Math.max(0, Number(row.last_day ?? LAST) + 1 - from) * Number(row.share ?? 1);
        }, 0);
    expect(days(churned) / days(usual)).toBeCloseTo(1, 1);
  });
});
