import type { Bilingual } from "../../platform/kernel/fact.ts";
import type { Rule } from "../contract.ts";

/** What a rule is found by. */
export type Findable = Pick<Rule, "id" | "area" | "groups" | "subject"> & {
  readonly fields: readonly { readonly text: Bilingual }[];
};

/** What is looked for; empty is anything. */
export type Sought = {
  readonly group: string;
  readonly area: string;
  readonly text: string;
  /** The language the words are looked for in. */
  readonly language: "da" | "en";
};

/**
 * Is a rule one of a target group's: does it name the group, or is it for everyone? Rules about companies and the municipality are no
 * group's; of no group are all.
 */
export function isForGroup({ groups, subject }: Pick<Rule, "groups" | "subject">, group: string): boolean {
  return group === "" || (subject === "citizen" && (groups?.includes(group) ?? true));
}

/** Is a rule among those looked for? Each word of the text must stand somewhere in the rule. */
export function isFound(rule: Findable, sought: Sought): boolean {
  const { id, area, fields } = rule;
  if ((sought.area !== "" && sought.area !== area) || !isForGroup(rule, sought.group)) return false;
  const words = sought.text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const said = [id, ...fields.map(({ text }) => text[sought.language])].join(" ").toLowerCase();
  return words.every((word) => said.includes(word));
}
