export { type Benefit, benefitCodes, benefitGroups, benefits, benefitsInGroup, benefitsInRow } from "./benefits.ts";
