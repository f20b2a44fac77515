export { type Deadline, type Deadlines, listDeadlines } from "./actions/list-deadlines.ts";
/** @public What every list, count, page and export of duties is made of. */
export type * from "./contract.ts";
/** @public */
export { type Compiled, compileLaw } from "./rules/compile.ts";
/** @public For My day and the citizen's page: why this duty. */
export { type Explanation, explain } from "./rules/explain.ts";
/** @public For the team leader's page and the plan. */
export { type GroupShare, groupShares } from "./rules/group-share.ts";
/** @public */
export { standingsOn } from "./rules/obligations.ts";
/** @public */
export { type List, listName, listOf } from "./rules/responsible.ts";
/** @public */
export { isOpen } from "./rules/status.ts";
/** @public For the plan, the team page and the report. */
export { type Timeliness, timeliness } from "./rules/timeliness.ts";
