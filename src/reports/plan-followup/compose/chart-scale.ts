import { civilOf, type Day, dayOf } from "../../../platform/kernel/day.ts";

/** Round numbers for an axis that holds all values: about four steps of 1, 2 or 5 times a power of ten. */
export function axisTicks(values: readonly number[]): { readonly ticks: readonly number[]; readonly decimals: number } {
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const from = lowest >= 0 && lowest < highest * 0.5 ? 0 : lowest;
  const span = highest - from || Math.abs(highest) || 1;
  const power = 10 ** Math.floor(Math.log10(span / 4));
  const step = power * ([1, 2, 5].find((times) => span / (times * power) <= 5) ?? 10);
  const first = Math.floor(from / step);
  const last = Math.max(first + 1, Math.ceil(highest / step));
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return { ticks: Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step), decimals };
}

/** First days of months for a time axis: every year, half-year, quarter or month, so that three to eight stand in the span. */
export function timeTicks(from: Day, to: Day): readonly Day[] {
  const days = to - from;
  const months = days > 1300 ? 12 * Math.ceil(days / 2900) : days > 650 ? 6 : days > 240 ? 3 : 1;
  const start = civilOf(from);
  const ticks: Day[] = [];
  for (let month = Math.floor((start.month - 1) / months) * months; ; month += months) {
    const day = dayOf(start.year + Math.floor(month / 12), (month % 12) + 1, 1);
    if (day > to) return ticks;
    if (day >= from) ticks.push(day);
  }
}
