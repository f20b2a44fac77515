import type { ReactElement } from "react";
import { parseDay } from "../../platform/kernel/day.ts";
import { fill } from "../../platform/texts/catalogue.ts";
import { Sparkline } from "../../platform/ui/sparkline.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { Indicator } from "./indicator-types.ts";
import { planTexts } from "./plan-texts.ts";
import { formatAmount, formatTarget, isMilestone } from "./value.ts";

/** An indicator's small curve with a label that says the same in words; what is delivered or not has no curve. */
export function GoalSpark({ indicator }: { readonly indicator: Indicator }): ReactElement | null {
  const { spark } = useTexts(planTexts);
  const { language } = useLanguage();
  const { series, target, projection, unit } = indicator;
  if (isMilestone(unit)) return null;
  const points = series.map(({ day, value, path }) => ({ x: dayNumber(day), value, path }));
  const values = series.flatMap(({ value }) => value ?? []);
  const say = (value: number | undefined): string => (value === undefined ? "" : formatAmount(value, unit, language));
  const wanted = target && formatTarget(target, unit, language);
  const label = fill(wanted ? spark.label : spark.labelNoTarget, {
    first: say(values[0]),
    last: say(values.at(-1)),
    target: wanted ?? "",
  });
  return (
    <Sparkline
      points={points}
      target={target?.value ?? null}
      end={projection && { ...projection, x: dayNumber(projection.by) }}
      label={label}
      empty={spark.none}
    />
  );
}

function dayNumber(iso: string): number {
  return parseDay(iso) ?? 0;
}
