export { benefitCodes, benefitGroups, benefits, benefitsInGroup } from "./benefits.ts";
export type * from "./contract.ts";
export { differenceLine, inForceLine } from "./first-line.ts";
/** @public What is in force, what is different between two days, what a trial sets aside. */
export { differenceBetween, liftOf, rulesInForce, unverifiedIn } from "./in-force.ts";
export { law } from "./law.ts";
export { lawFile } from "./law-file.ts";
export { namedRule, namedRuleDays } from "./named-rule.ts";
/** @public The types are of what the routes and the command answer. */
export {
  differenceAsk,
  type LawDifference,
  type LawOnDay,
  lawAsk,
  lawDifference as lawDifferenceAnswer,
  lawFileAsk,
  lawOnDay as lawOnDayAnswer,
  type RuleHistory,
  type RuleLine,
  ruleHistory as ruleHistoryAnswer,
} from "./page.ts";
export { lawDifference, lawOnDay, type Reading, ruleHistory } from "./read-page.ts";
export { isFound, type Sought } from "./rules/find-rules.ts";
export { age, benefitsOnDay, circumstancesOnDay } from "./terms.ts";
export {
  areaWords,
  circumstanceWords,
  conversationWords,
  dutyWords,
  eventWords,
  offerWords,
  stepWords,
  targetGroupWords,
} from "./words.ts";
