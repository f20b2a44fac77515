import { asIndicator, fromIssue, type IndicatorResult, indicatorFields, type Source } from "../indicators/public.ts";
import type { Day } from "../platform/kernel/day.ts";
import { checkIndicator } from "./check-plan.ts";
import { computeIndicator } from "./indicator.ts";
import { openYaml, type PlanProblem } from "./read-plan.ts";

export type ReadFigure =
  | { readonly ok: true; readonly result: IndicatorResult }
  | { readonly ok: false; readonly problems: readonly PlanProblem[] };

/** Computes one indicator written in the plan's own YAML. */
export async function figure(
  yaml: string,
  asked: { readonly source: Source; readonly asOf: Day },
): Promise<ReadFigure> {
  const opened = openYaml(yaml);
  if (!opened.ok) return opened;
  const parsed = indicatorFields.safeParse(opened.document.toJS());
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => opened.place(fromIssue(issue, [], indicatorFields))),
    };
  const problems = checkIndicator(parsed.data, [], asked.source);
  if (problems.length > 0) return { ok: false, problems: problems.map(opened.place) };
  const indicator = asIndicator(parsed.data, yaml.trim());
  const title = indicator.label ?? { da: indicator.spec.measure, en: indicator.spec.measure };
  const { result } = await computeIndicator(indicator, { ...asked, title });
  return { ok: true, result };
}
