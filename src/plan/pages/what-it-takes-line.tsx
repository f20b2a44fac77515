import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatNumber } from "../../platform/texts/format.ts";
import type { Language } from "../../platform/texts/language.ts";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { Indicator } from "./indicator-types.ts";
import { planTexts } from "./plan-texts.ts";
import { formatWithUnit } from "./value.ts";
import { type WhatItTakes, whatItTakes } from "./what-it-takes.ts";

/** What it would take to reach the target, where that can be said. */
export function WhatItTakesLine({ indicator }: { readonly indicator: Indicator }): ReactElement | null {
  const { takes } = useTexts(planTexts).goal;
  const { language } = useLanguage();
  const answer = whatItTakes(indicator);
  if (!answer) return null;
  return (
    <p className="what-it-takes">
      <strong>{`${takes.title}:`}</strong> {sentence(answer, indicator.unit, language)}
    </p>
  );
}

function sentence(answer: WhatItTakes, unit: string, language: Language): string {
  const { takes } = planTexts[language].goal;
  if (answer.kind === "pace") {
    const now = formatNumber(answer.nowPerWeek, language, answer.nowPerWeek < 10 ? 1 : 0);
    return fill(takes.pace, { needed: formatWithUnit(answer.neededPerWeek, unit, language), now });
  }
  const day = formatDay(answer.by, language);
  if (answer.kind === "gap")
    return fill(answer.direction === "up" ? takes.up : takes.down, {
      gap: formatWithUnit(answer.gap, unitOfDistance(unit), language),
      day,
    });
  return answer.cumulative ? takes.reached : fill(takes.holding, { day });
}

/** Two percentages are percentage points apart. */
function unitOfDistance(unit: string): string {
  return unit === "percent" ? "percentage_points" : unit;
}
