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
 * Is a rule among those looked for? A target group's rules are those that name it and those for everyone; rules about companies and
 * the municipality are no group's. Each word of the text must stand somewhere in the rule.
 */
export function isFound({ id, area, groups, subject, fields }: Findable, sought: Sought): boolean {
  if (sought.area !== "" && sought.area !== area) return false;
  if (sought.group !== "" && (subject !== "citizen" || !(groups?.includes(sought.group) ?? true))) return false;
  const words = sought.text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const said = [id, ...fields.map(({ text }) => text[sought.language])].join(" ").toLowerCase();
  return words.every((word) => said.includes(word));
}
