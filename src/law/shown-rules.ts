import type { FieldName } from "./contract.ts";
import type { RuleLine } from "./page.ts";
import { isFound, type Sought } from "./rules/find-rules.ts";

/** What a choice leaves: one rule, or a rule and the one that took its place. */
export type Item = readonly RuleLine[];

/** Is a rule of it, the old or the new, among those looked for? */
export function isShown(item: Item, sought: Sought): boolean {
  return item.some((line) => isFound(line, sought));
}

/** How many a choice would leave. */
export function countOf(items: readonly Item[], sought: Sought): number {
  return items.filter((item) => isShown(item, sought)).length;
}

/** What a rule says under a name, or nothing. */
export function fieldOf({ fields }: RuleLine, name: FieldName): RuleLine["fields"][number] | undefined {
  return fields.find((field) => field.name === name);
}
