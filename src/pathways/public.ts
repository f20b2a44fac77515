export { planProblems } from "./actions/fault-texts.ts";
export type { Keeping } from "./actions/keeping.ts";
export { readPlans, readVersions } from "./actions/read.ts";
export { readWatch } from "./actions/watch.ts";
export { adoptPlan, beginPlan, endPlan, type PlanDone, takeBackPlan, writePlan } from "./actions/write.ts";
export { plansOfCitizen } from "./queries/of-citizen.ts";
export { type OpenCase, openCases } from "./queries/people.ts";
export { addPlans, anyPlans, planCalled } from "./queries/plans.ts";
