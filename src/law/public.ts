export { benefitCodes, benefitGroups, benefits, benefitsInGroup } from "./benefits.ts";
