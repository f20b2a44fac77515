import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  compileLaw,
  readTeamTimeliness,
  standingsOn,
  timelines,
  timeliness as timelinessOf,
} from "../duties/public.ts";
import { law } from "../law/public.ts";
import { inTenant } from "../platform/db/public.ts";
import { addDays, day } from "../platform/kernel/day.ts";
import { type Operations, operationsOver } from "./operations.ts";
import { openRuntime } from "./runtime.ts";
import type { Runtime } from "./runtime-type.ts";
import { newDemoFolder } from "./testing/data-folder.ts";

const HERE = { municipality: "0316" };
/** The demo's own day. */
const ON = "2021-06-30";
const FROM = "2021-01-01";

describe("timeliness is one figure, wherever it is asked for (CON-18)", () => {
  let data: string;
  let runtime: Runtime;
  let operations: Operations;
  beforeAll(async () => {
    data = await newDemoFolder(0.02);
    runtime = await openRuntime({ data });
    operations = operationsOver(runtime, () => day("2026-11-27"));
  });
  afterAll(async () => {
    await runtime.close();
    rmSync(data, { recursive: true, force: true });
  });

  const figure = async (where: string | null, window: string, asOf = ON) => {
    const read = await operations.figure({
      ...HERE,
      asOf,
      indicator: `measure: timeliness\n${where === null ? "" : `where: "${where}"\n`}window: ${window}\n`,
    });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { value, numerator, denominator } = read.result;
    return { value, numerator, denominator };
  };
  const period = { from: day(FROM), until: addDays(day(ON), 1) };

  it("the measure, the rows per week and the engine from nothing count the same, per rule too", async () => {
    const answer = await operations.timeliness({ ...HERE, from: FROM, to: ON });
    expect(answer.fellDue).toBeGreaterThan(50);
    expect(answer.onTime).toBeLessThan(answer.fellDue);
    const counted = await figure(null, "year");
    expect(counted).toMatchObject({ value: answer.percent, numerator: answer.onTime, denominator: answer.fellDue });

    const compiled = compileLaw({ law, ...HERE });
    const everybody = await inTenant(runtime.db, HERE, (tx) => timelines(tx));
    const engine = timelinessOf(
      everybody.flatMap((timeline) => standingsOn(compiled, timeline, day(ON)).obligations),
      period,
    );
    const byRule = [...Map.groupBy(answer.weeks, ({ rule }) => rule)].map(([rule, weeks]) => ({
      rule,
      fellDue: weeks.reduce((sum, week) => sum + week.fellDue, 0),
      onTime: weeks.reduce((sum, week) => sum + week.onTime, 0),
    }));
    const sorted = <T extends { readonly rule: string }>(rows: readonly T[]): readonly T[] =>
      rows.toSorted((a, b) => (a.rule < b.rule ? -1 : 1));
    expect(sorted(engine.map(({ rule, fellDue, onTime }) => ({ rule, fellDue, onTime })))).toEqual(sorted(byRule));
    for (const { rule, fellDue, onTime } of byRule)
      expect(await figure(`obligation.rule == '${rule}'`, "year")).toMatchObject({
        numerator: onTime,
        denominator: fellDue,
      });
  }, 120_000);

  it("per unit and week, too: the figure of one unit's week is the row of that unit's week", async () => {
    const { weeks } = await operations.timeliness({ ...HERE, from: FROM, to: ON });
    const [unit, inUnit] = [...Map.groupBy(weeks, (week) => week.unit)].filter(([id]) => id !== null)[0] ?? [];
    expect(unit).toBeTruthy();
    const [monday, rows] = [...Map.groupBy(inUnit ?? [], ({ week }) => week)][0] ?? [];
    if (!monday || !rows) throw new Error("nothing fell due in any unit");
    const sunday = addDays(day(monday), 6);
    const window = `{from: ${monday}, to: ${new Date(sunday * 86_400_000).toISOString().slice(0, 10)}}`;
    expect(await figure(`obligation.answerable_unit == '${unit}'`, window)).toMatchObject({
      numerator: rows.reduce((sum, row) => sum + row.onTime, 0),
      denominator: rows.reduce((sum, row) => sum + row.fellDue, 0),
    });
  });

  it("the team's page has the same, per rule, unit and week", async () => {
    const cli = await operations.timeliness({ ...HERE, from: FROM, to: ON });
    const page = await inTenant(runtime.db, HERE, (tx) =>
      readTeamTimeliness(
        tx,
        { span: "year" },
        {
          ...HERE,
          user: { label: "test", role: "manager" },
          staff: null,
          on: day(ON),
          heldBack: () => Promise.resolve({ restricted: new Set(), aside: new Set() }),
          isWithin: () => true,
        },
      ),
    );
    expect(page?.all).toMatchObject({ fellDue: cli.fellDue, onTime: cli.onTime });
    const told = { rule: page?.rules, unit: page?.units, week: page?.weeks };
    for (const per of ["rule", "unit", "week"] as const)
      for (const [of, weeks] of Map.groupBy(cli.weeks, (week) => week[per]))
        expect(told[per]?.find((line) => line.of === of)).toMatchObject({
          fellDue: weeks.reduce((sum, week) => sum + week.fellDue, 0),
          onTime: weeks.reduce((sum, week) => sum + week.onTime, 0),
        });
  });

  it("is no figure for days up to which the duties are not worked out", async () => {
    expect(await figure(null, "year", "2021-07-01")).toMatchObject({ value: null });
    expect(await figure(null, "year", "2021-06-29")).toMatchObject({ value: expect.any(Number) });
  });
});
