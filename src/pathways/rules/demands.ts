import { type Day, day } from "../../platform/kernel/day.ts";
import type { PlanContent, PlanDemand, PlanField, PlanKind } from "../contract.ts";

/** The day and place whose demands are asked for. */
export type At = { readonly on: Day; readonly municipality: string };

/** A field that is empty. Demanded ones keep a plan from being adopted; the others are told. */
export type Lack = { readonly field: string; readonly source: string; readonly isDemanded: boolean };

/**
 * What a plan lacks on a day under the law of that day (CPL-01): a demand holds from its first day to its last, not while a trial lifts it, and not
 * for a field that another answer leaves out. What rests on memory alone is told and not demanded.
 */
export function lacking(
  kind: PlanKind,
  content: PlanContent,
  { at, ofAll }: { readonly at: At; readonly ofAll: readonly PlanDemand[] },
): readonly Lack[] {
  const own = isLifted(kind, at) ? [] : kind.demands;
  return [...ofAll, ...own]
    .filter(({ from, to }) => day(from) <= at.on && (to === null || at.on <= day(to)))
    .filter(({ field }) => isAsked(kind, content, field) && !isFilled(content, field))
    .map(({ field, source, confidence }) => ({ field, source, isDemanded: confidence !== "low" }));
}

/** Does a field stand in the plan, by the answers given? */
export function isShown({ shownWhen }: Pick<PlanField, "shownWhen">, answers: PlanContent["answers"]): boolean {
  return shownWhen === null || shownWhen.is.includes(answers[shownWhen.field] ?? "");
}

function isLifted({ lifts }: PlanKind, { on, municipality }: At): boolean {
  return lifts.some((lift) => lift.municipality === municipality && day(lift.from) <= on && on <= day(lift.to));
}

function isAsked({ sections }: PlanKind, { answers }: PlanContent, field: string): boolean {
  const own = sections.flatMap(({ fields }) => fields).find(({ code }) => code === field);
  return own === undefined || isShown(own, answers);
}

function isFilled(content: PlanContent, field: string): boolean {
  if (field === "direction") return content.direction !== "";
  if (field === "citizenView") return content.citizenView !== "";
  if (field === "steps") return content.steps.length > 0;
  if (field === "goals") return content.goals.length > 0 || content.goalsLeftOut !== "";
  return (content.answers[field] ?? "") !== "" || (content.lists[field] ?? []).length > 0;
}
