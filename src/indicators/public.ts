export { checkSpec, unknownName } from "./check.ts";
export {
  type Computed,
  compute,
  paramsOf,
  type Source,
  writeStatement,
} from "./compute.ts";
export type * from "./contract.ts";
export { basisOf, factsOf, isAboutPeople, rowsOf, rowsStatement, sqlOf } from "./inspect.ts";
export { fromIssue, type IndicatorProblem, type Path } from "./issues.ts";
export type { Detail, Spec } from "./measure.ts";
export { measureOf, measures, natureOf } from "./registry.ts";
export { type Figure, NO_FIGURE } from "./rules/figure.ts";
export { spokenDay } from "./rules/spoken.ts";
export { isCumulative, windowOn } from "./rules/window.ts";
export { asIndicator, type Indicator, indicatorFields, type TargetParam } from "./schema.ts";
export { sentence } from "./sentence.ts";
