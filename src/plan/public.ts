export { contentOf } from "./content.ts";
export type * from "./contract.ts";
export { figure, type ReadFigure } from "./figure.ts";
export { fullTimeTable } from "./full-time-table.ts";
export { type Plan, type PlanProblem, readPlan } from "./read-plan.ts";
export { restsOnFew } from "./rules/discretion.ts";
export { type AskedStatus, asSeenBy, type ComputedPlan, computePlan } from "./status.ts";
