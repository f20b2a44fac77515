import { type Indicator, isCumulative, natureOf, type Projection, type Source } from "../indicators/public.ts";
import { addDays, addMonths, type Day, day, isoDay } from "../platform/kernel/day.ts";
import { type Period, periodsOver } from "../platform/kernel/period.ts";
import { type Measured, measureOn } from "./measured.ts";
import { backTest, type Movement, project } from "./rules/projection.ts";

const MONTHS_OF_HISTORY = 36;
const METHOD = {
  cumulative: {
    da: "Den ugentlige tilvækst i det seneste halve år fortsætter.",
    en: "The weekly growth of the last half year continues.",
  },
  stock: {
    da: "De månedlige ændringer i historikken (højst to år) fortsætter.",
    en: "The monthly changes of the history (at most two years) continue.",
  },
  year_average: {
    da: "Årets kendte måneder og de kommende efter historikkens ændringer (højst to år).",
    en: "The year's known months and the coming ones by the changes of the history (at most two years).",
  },
} as const;

type Asked = {
  readonly source: Source;
  readonly measured: Day;
  readonly by: Day;
  readonly unit: string;
  /** The indicator on the days of its history. */
  readonly own: Measured;
};

/** Projects an indicator to its deadline; null when its history is too short or it does not move by small steps. */
export async function forecast(indicator: Indicator, asked: Asked): Promise<Projection | null> {
  if (!isProjected(indicator, asked)) return null;
  const movement = movementOf(indicator);
  const days = stepsBack(indicator, movement, asked);
  const measured = movement === "year_average" ? await monthByMonth(indicator, days, asked) : asked.own;
  const history = days.flatMap((on) => {
    const { value } = measured.on(on);
    return value === null ? [] : [{ day: on, value }];
  });
  const made = project(history, asked.by, movement);
  if (!made) return null;
  const tried = backTest(history, aheadOf(movement, asked, history.length), movement);
  const clamp = (value: number): number => clampTo(indicator, asked.unit, value);
  return {
    by: isoDay(asked.by),
    value: clamp(made.value),
    low: clamp(made.value - (made.value - made.low) * tried.widen),
    high: clamp(made.value + (made.high - made.value) * tried.widen),
    points: made.points,
    method: METHOD[movement],
    coverage: tried.coverage,
  };
}

/** Steps from the measuring day to the deadline, as far as a third of the history allows to try. */
function aheadOf(movement: Movement, { by, measured }: Asked, points: number): number {
  const steps = Math.round((by - measured) / (movement === "cumulative" ? 7 : 30));
  return Math.max(1, Math.min(steps, Math.floor(points / 3)));
}

function movementOf(indicator: Indicator): Movement {
  if (isCumulative(indicator.window)) return "cumulative";
  return indicator.window === "year" && natureOf(indicator.spec.measure).averages ? "year_average" : "stock";
}

/** The days whose figures a projection rests on; none when the indicator is not projected or has a history of its own. */
export function historyDays(indicator: Indicator, asked: Pick<Asked, "measured" | "by" | "source">): readonly Day[] {
  const movement = movementOf(indicator);
  return isProjected(indicator, asked) && movement !== "year_average" ? stepsBack(indicator, movement, asked) : [];
}

function isProjected(indicator: Indicator, { measured, by }: Pick<Asked, "measured" | "by">): boolean {
  return indicator.target !== undefined && !natureOf(indicator.spec.measure).yesNo && measured < by;
}

function stepsBack(
  indicator: Indicator,
  movement: Movement,
  asked: Pick<Asked, "measured" | "source">,
): readonly Day[] {
  const span = { from: historyFrom(indicator, movement, asked), until: addDays(asked.measured, 1) };
  return stepEnds(movement === "cumulative" ? "week" : "month", span).filter((end) => end <= asked.measured);
}

function monthByMonth(indicator: Indicator, days: readonly Day[], { measured, source }: Asked): Promise<Measured> {
  const spec = { ...indicator.spec, window: "month" as const };
  return measureOn({ spec, window: "month" }, days, { measured: days.at(-1) ?? measured, source });
}

function historyFrom(
  indicator: Indicator,
  movement: Movement,
  { measured, source }: Pick<Asked, "measured" | "source">,
): Day {
  if (movement !== "cumulative") return addMonths(addDays(measured, 1), -MONTHS_OF_HISTORY);
  const { window } = indicator;
  return typeof window === "object" && "since" in window ? day(window.since) : (source.plan?.from ?? measured);
}

/** The last day of each whole step in a span. */
function stepEnds(step: "week" | "month", span: Period): readonly Day[] {
  return periodsOver(step, span).map((period) => addDays(period.until, -1));
}

/** Keeps a projection inside what the figure can be: shares 0-100, counts and lengths not below 0, changes anything. */
function clampTo(indicator: Indicator, unit: string, value: number): number {
  if (natureOf(indicator.spec.measure).signed) return value;
  return unit === "percent" ? Math.min(100, Math.max(0, value)) : Math.max(0, value);
}
