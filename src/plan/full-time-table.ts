import { compute, type Source } from "../indicators/public.ts";
import { addDays, type Day, dayOf, isoDay } from "../platform/kernel/day.ts";
import type { FullTimeTable } from "./contract.ts";
import type { Plan } from "./read-plan.ts";
import { hiddenInSum } from "./rules/discretion.ts";
import { sumOf, totalDiscrepancies } from "./rules/table-sums.ts";

type Asked = {
  readonly source: Source;
  readonly asOf: Day;
  readonly snapshot: string | null;
  readonly discreet: boolean;
};

/**
 * The plan's table of full-time persons: what was published beside what the records give for the same year (up to the asked day).
 * Totals are summed here; a published total that differs from its rows is listed (PLAN-21, RES-12). Null when the plan has no table.
 */
export async function fullTimeTable(plan: Plan, asked: Asked): Promise<FullTimeTable | null> {
  const table = plan.budget_table;
  if (!table) return null;
  const years = table.columns.map(({ year }) => measuredDay(year, asked.asOf));
  const recorded = await Promise.all(table.rows.map((row) => recordedRow(row.where, years, asked.source)));
  const total = {
    id: "total",
    label: { da: "I alt", en: "Total" },
    isTotal: true,
    published: table.columns.map((_, i) => sumOf(table.rows.map((row) => row.published[i] ?? null))),
    recorded: table.columns.map((_, i) => sumOf(recorded.map((row) => row[i] ?? null))),
  };
  const rows = table.rows.map((row, i) => ({
    id: row.id,
    label: row.label,
    isTotal: false,
    published: row.published,
    recorded: [...(recorded[i] ?? [])],
  }));
  const hidden = table.columns.map((_, i) =>
    asked.discreet ? hiddenInSum(rows.map((row) => row.recorded[i] ?? null)) : [],
  );
  const shown = [...rows, total].map((row, r) => {
    const withheld = table.columns.map((_, i) => hidden[i]?.[r] ?? false);
    return { ...row, withheld, recorded: row.recorded.map((value, i) => (withheld[i] ? null : value)) };
  });
  return {
    plan: plan.id,
    asOf: isoDay(asked.asOf),
    snapshot: asked.snapshot,
    columns: table.columns,
    rows: shown,
    statedTotals: table.stated_totals,
    discrepancies: [
      ...totalDiscrepancies({ columns: table.columns, stated: table.stated_totals, computed: total.published }),
      ...table.discrepancies,
    ],
  };
}

/** The last day of a year, or the asked day inside it; null for a year that has not begun. */
function measuredDay(year: number, asOf: Day): Day | null {
  if (dayOf(year, 1, 1) > asOf) return null;
  return Math.min(addDays(dayOf(year + 1, 1, 1), -1), asOf) as Day;
}

async function recordedRow(
  where: string,
  years: readonly (Day | null)[],
  source: Source,
): Promise<readonly (number | null)[]> {
  const days = years.filter((day): day is Day => day !== null);
  const computed = await compute({ measure: "full_time_persons", where }, days, { inherited: "year", source });
  let next = 0;
  return years.map((day) => (day === null ? null : (computed.figures[next++]?.value ?? null)));
}
