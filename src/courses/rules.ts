export { asDay, asHours, asText, dayIn, fault, labelOf, prompt } from "./rules/saying.ts";
export { holdsOn, joined, runningOrRecent, within } from "./rules/stretches.ts";
