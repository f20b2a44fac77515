import {
  compute,
  type Figure,
  type Indicator,
  isCumulative,
  NO_FIGURE,
  natureOf,
  type Source,
  type Spec,
  spokenDay,
  type TargetParam,
  type TargetResult,
  windowOn,
} from "../indicators/public.ts";
import { type Day, day, isoDay } from "../platform/kernel/day.ts";
import type { Bilingual } from "../platform/kernel/fact.ts";
import type { Measured } from "./measured.ts";
import { straightPath, yearlyPath } from "./rules/path.ts";
import type { Operator } from "./rules/status.ts";

/** A target with its value found: written in the plan, measured as a baseline or comparison, or a path. */
export type FoundTarget = {
  readonly result: TargetResult;
  /** What the path asks for on a day; null where there is no path. */
  readonly pathOn: (on: Day) => number | null;
  /** What is lacking when the value cannot be found. */
  readonly missing: Bilingual | null;
  /** The figure behind the value when it is the indicator's own on a baseline day. */
  readonly baseline?: Figure;
};

type Asked = {
  readonly indicator: Indicator;
  readonly source: Source;
  readonly measured: Day;
  readonly by: Day;
  readonly own: Measured;
};

const LIMITS = { at_least: ">=", at_most: "<=", above: ">", below: "<", equal: "=" } as const satisfies Record<
  string,
  Operator
>;

/** Finds the value of an indicator's target and its path. */
export function findTarget(target: TargetParam, asked: Asked): Promise<FoundTarget> {
  if ("done" in target) return Promise.resolve(withPath({ operator: ">=", value: 1 }, asked));
  if ("increase_from" in target) return Promise.resolve(againstBaseline(target.increase_from.day, ">", asked));
  if ("decrease_from" in target) return Promise.resolve(againstBaseline(target.decrease_from.day, "<", asked));
  if ("change_per_year" in target) return Promise.resolve(alongPath(target.change_per_year, target.from.day, asked));
  for (const [name, operator] of Object.entries(LIMITS)) {
    const limit = (target as Record<string, unknown>)[name];
    const margin = "within" in target ? target.within : null;
    if (typeof limit === "number") return Promise.resolve(withPath({ operator, value: limit, margin }, asked));
    if (typeof limit === "object" && limit !== null) return againstMeasure(limit as Spec, operator, asked);
  }
  throw new Error("a target says what is wanted");
}

function withPath(wanted: { operator: Operator; value: number; margin?: number | null }, asked: Asked): FoundTarget {
  const { window, spec } = asked.indicator;
  const grows = isCumulative(window) && wanted.operator === ">=" && !natureOf(spec.measure).yesNo;
  const from = windowOn(window, asked.measured, asked.source.plan).from;
  const base = asked.own.on(from).value ?? 0;
  return {
    result: {
      operator: wanted.operator,
      value: wanted.value,
      margin: wanted.margin ?? null,
      by: isoDay(asked.by),
      basis: null,
    },
    pathOn: (on) => (grows ? straightPath(wanted.value, { from, by: asked.by, base }, on) : null),
    missing: null,
  };
}

function againstBaseline(since: string, operator: Operator, asked: Asked): FoundTarget {
  const found = baselineOn(since, asked);
  const spoken = spokenDay(since);
  return {
    result: {
      operator,
      value: found.figure.value,
      margin: null,
      by: isoDay(asked.by),
      basis: { da: `niveauet pr. ${spoken.da}`, en: `the level on ${spoken.en}` },
    },
    pathOn: () => null,
    missing: found.missing,
    baseline: found.figure,
  };
}

function alongPath(percent: number, since: string, asked: Asked): FoundTarget {
  const found = baselineOn(since, asked);
  const { value } = found.figure;
  const base = value === null ? null : { value, day: day(since) };
  const spoken = spokenDay(since);
  return {
    result: {
      operator: percent < 0 ? "<=" : ">=",
      value: base && yearlyPath(base, percent, asked.by),
      margin: null,
      by: isoDay(asked.by),
      basis: { da: `${percent} % om året fra ${spoken.da}`, en: `${percent}% a year from ${spoken.en}` },
    },
    pathOn: (on) => base && yearlyPath(base, percent, on),
    missing: found.missing,
    baseline: found.figure,
  };
}

async function againstMeasure(spec: Spec, operator: Operator, asked: Asked): Promise<FoundTarget> {
  const found = await measuredOn(spec, asked.measured, asked);
  return {
    result: {
      operator,
      value: found.value,
      margin: null,
      by: isoDay(asked.by),
      basis: { da: "sammenligningen", en: "the comparison" },
    },
    pathOn: () => null,
    missing: found.missing,
  };
}

/** The days a target looks back to: its baseline, and the first day of a window that only grows. */
export function baselineDays({ target, window }: Indicator, on: Day, source: Source): readonly Day[] {
  if (!target) return [];
  const first = isCumulative(window) ? [windowOn(window, on, source.plan).from] : [];
  if ("increase_from" in target) return [day(target.increase_from.day)];
  if ("decrease_from" in target) return [day(target.decrease_from.day)];
  return "change_per_year" in target ? [day(target.from.day)] : first;
}

/** The indicator's own figure on its baseline day; none while that day is still to come. */
function baselineOn(since: string, { own, measured }: Asked): { figure: Figure; missing: Bilingual | null } {
  const figure = day(since) > measured ? NO_FIGURE : own.on(day(since));
  const spoken = spokenDay(since);
  const missing = {
    da: `Der er ikke data til niveauet pr. ${spoken.da}`,
    en: `There are no data for the level on ${spoken.en}`,
  };
  return { figure, missing: figure.value === null ? missing : null };
}

async function measuredOn(
  spec: Spec,
  on: Day,
  asked: Asked,
): Promise<{ value: number | null; missing: Bilingual | null }> {
  const computed = await compute(spec, [on], { inherited: asked.indicator.window, source: asked.source });
  return { value: computed.figures[0]?.value ?? null, missing: computed.missing };
}
