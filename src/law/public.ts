export { benefitCodes, benefitGroups, benefits, benefitsInGroup } from "./benefits.ts";
export type * from "./contract.ts";
/** @public For the page of the law: what is in force, what is different between two days, what a trial sets aside. */
export { differenceBetween, liftOf, rulesInForce, unverifiedIn, unverifiedRules } from "./in-force.ts";
export { law } from "./law.ts";
export { age, benefitsOnDay, circumstancesOnDay } from "./terms.ts";
export {
  circumstanceWords,
  conversationWords,
  dutyWords,
  eventWords,
  offerWords,
  stepWords,
  targetGroupWords,
} from "./words.ts";
