import { addMonths, civilOf, type Day } from "../platform/kernel/day.ts";
import { record, type World } from "./world.ts";

/** Adds up full-time days per benefit and writes a month's expenditure when it is over. Call once a day, after all changes. */
export function createLedger(world: World): (today: Day) => void {
  const days = new Map<string, number>();
  return (today) => {
    for (const row of world.rows.values()) {
      for (const [code, stock] of row.byCode) days.set(code, (days.get(code) ?? 0) + stock);
    }
    const { year, day: dayOfMonth } = civilOf(today);
    const tomorrow = civilOf((today + 1) as Day).day;
    if (tomorrow !== 1) return;
    for (const [code, thousandths] of days)
      putMonth(world, { code, thousandths, year, from: (today - dayOfMonth + 1) as Day });
    days.clear();
  };
}

type Month = { readonly code: string; readonly thousandths: number; readonly year: number; readonly from: Day };

/** Whole øre; rates rise two percent a year from the level the targets give for 2020. */
function putMonth(world: World, { code, thousandths, year, from }: Month): void {
  const [kroner, share] = world.targets.cost[code] ?? [0, 0];
  const amount = Math.round((thousandths / 1000) * kroner * 100 * 1.02 ** (year - 2020));
  if (amount <= 0) return;
  const last_day = (addMonths(from, 1) - 1) as Day;
  record(world, "expenditure", {
    first_day: from,
    last_day,
    benefit: code,
    amount,
    refund: Math.round(amount * share),
  });
}
