import { z } from "zod";
import type { Rule, RuleDays } from "./contract.ts";
import { law } from "./law.ts";

/** A rule that a data file names by its id: the first row of it. One that is not there is a mistake in the file. */
export const namedRule = z.string().transform((id, context): Rule => {
  const found = law.rules.find((rule) => rule.id === id);
  if (found) return found;
  context.addIssue(`${id} is not among the rows of the law`);
  return z.NEVER;
});

/** The same, as the days it is in force: from the first up to but not including the second. */
export const namedRuleDays = namedRule.transform(({ id, from, until }): RuleDays => ({ rule: id, from, until }));
