import type { PlanContent } from "./contract.ts";
import type { Plan } from "./read-plan.ts";

/** The plan's own text and structure, as pages and reports read it. */
export function contentOf(plan: Plan): PlanContent {
  return {
    id: plan.id,
    title: plan.title,
    municipality: plan.municipality,
    committee: plan.committee,
    from: plan.period.from,
    to: plan.period.to,
    adopted: plan.adopted,
    version: plan.version,
    source: plan.source,
    phases: plan.phases,
    tracks: plan.tracks,
    markers: plan.markers,
    interventions: plan.interventions,
    strategies: plan.strategies.map(({ next_revision, ...strategy }) => ({ ...strategy, nextRevision: next_revision })),
    ministerialGoals: plan.ministerial_goals.map(({ carried_over, ...goal }) => ({
      ...goal,
      carriedOver: carried_over,
    })),
    staffing: plan.staffing,
    keyFigures: plan.key_figures,
  };
}
