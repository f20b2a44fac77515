import { compute, type Indicator, isCumulative, type Projection, type Source } from "../indicators/public.ts";
import { addDays, addMonths, type Day, day, isoDay } from "../platform/kernel/day.ts";
import { type Period, periodsOver } from "../platform/kernel/period.ts";
import { backTest, type Movement, type Point, project } from "./rules/projection.ts";

const MONTHS_OF_HISTORY = 36;
const METHOD = {
  cumulative: {
    da: "ugentlig tilvækst i det seneste halve år fortsætter",
    en: "the weekly growth of the last half year continues",
  },
  stock: {
    da: "de månedlige ændringer i de seneste to år fortsætter",
    en: "the monthly changes of the last two years continue",
  },
  year_average: {
    da: "årets kendte måneder og de kommende efter de seneste to års ændringer",
    en: "the year's known months and the coming ones by the changes of the last two years",
  },
} as const;

type Asked = {
  readonly source: Source;
  readonly measured: Day;
  readonly by: Day;
  readonly unit: string;
};

/** Projects an indicator to its deadline; null when its history is too short or it does not move by small steps. */
export async function forecast(indicator: Indicator, asked: Asked): Promise<Projection | null> {
  if (indicator.spec.measure === "milestone" || asked.measured >= asked.by) return null;
  const movement = movementOf(indicator);
  const history = await historyOf(indicator, movement, asked);
  const made = project(history, asked.by, movement);
  if (!made) return null;
  const tried = backTest(history, aheadOf(movement, asked, history.length), movement);
  const clamp = (value: number): number => clampTo(asked.unit, value);
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
  return indicator.window === "year" && indicator.spec.measure === "full_time_persons" ? "year_average" : "stock";
}

async function historyOf(indicator: Indicator, movement: Movement, asked: Asked): Promise<readonly Point[]> {
  const { measured, source } = asked;
  const spec = movement === "year_average" ? { ...indicator.spec, window: "month" as const } : indicator.spec;
  const span = { from: historyFrom(indicator, movement, asked), until: addDays(measured, 1) };
  const days = stepEnds(movement === "cumulative" ? "week" : "month", span).filter((end) => end <= measured);
  const computed = await compute(spec, days, { inherited: indicator.window, source });
  return days.flatMap((on, i) => {
    const value = computed.figures[i]?.value ?? null;
    return value === null ? [] : [{ day: on, value }];
  });
}

function historyFrom(indicator: Indicator, movement: Movement, { measured, source }: Asked): Day {
  if (movement !== "cumulative") return addMonths(addDays(measured, 1), -MONTHS_OF_HISTORY);
  const { window } = indicator;
  return typeof window === "object" && "since" in window ? day(window.since) : (source.plan?.from ?? measured);
}

/** The last day of each whole step in a span. */
function stepEnds(step: "week" | "month", span: Period): readonly Day[] {
  return periodsOver(step, span).map((period) => addDays(period.until, -1));
}

function clampTo(unit: string, value: number): number {
  const floor = unit === "percentage_points" || unit === "difference" ? value : Math.max(0, value);
  return unit === "percent" ? Math.min(100, floor) : floor;
}
