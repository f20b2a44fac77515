export { check } from "./check.ts";
/** @public For worklists and screening, which ask about one citizen at a time. */
export { evaluate } from "./evaluate.ts";
export { inWords } from "./in-words.ts";
/** @public For pages where people write predicates: which terms they may use. */
export { openTerms } from "./open-terms.ts";
export { phrased } from "./phrased.ts";
export { sqlList } from "./sql-text.ts";
export type * from "./term.ts";
export { changesWithTime, ctesOf, termsOf } from "./terms-of.ts";
export { termsOfFact, termsOfOwner } from "./terms-of-fact.ts";
export { codesOnDay, holdsOnDay, weeksSinceLast } from "./terms-on-the-day.ts";
export { toSql } from "./to-sql.ts";
