import { type Computed, compute, type Figure, type Indicator, NO_FIGURE, type Source } from "../indicators/public.ts";
import type { Day } from "../platform/kernel/day.ts";
import type { Bilingual } from "../platform/kernel/fact.ts";

/** An indicator's own measure on every day that its series, history and baseline need, asked in one query. */
export type Measured = {
  readonly on: (day: Day) => Figure;
  /** What is lacking for the figure itself. */
  readonly missing: Bilingual | null;
};

/** Measures an indicator on many days at once; `measured` is the day of the figure itself. */
export async function measureOn(
  indicator: Pick<Indicator, "spec" | "window">,
  days: readonly Day[],
  at: { readonly measured: Day; readonly source: Source },
): Promise<Measured> {
  const others = [...new Set(days)].filter((day) => day !== at.measured).sort((a, b) => a - b);
  const asked = [...others, at.measured];
  const computed: Computed = await compute(indicator.spec, asked, { inherited: indicator.window, source: at.source });
  const figures = new Map(asked.map((day, i) => [day, computed.figures[i] ?? NO_FIGURE]));
  return { on: (day) => figures.get(day) ?? NO_FIGURE, missing: computed.missing };
}
