import { useQuery } from "@tanstack/react-query";
import { useBoth } from "../../platform/ui/use-language.tsx";
import { fieldOf } from "../shown-rules.ts";
import { lawQuery } from "./queries.ts";

/** A rule that can be found and opened: by its id, its paragraph and what it is about. */
export type RuleFind = { readonly id: string; readonly label: string };

/** The rules in force today, for whoever may read the law. */
export function useRuleFinds(may: boolean): readonly RuleFind[] {
  const both = useBoth();
  const { data } = useQuery({ ...lawQuery(""), enabled: may });
  const rules = may ? (data?.rules ?? []) : [];
  return rules.map((line) => {
    const parts = [fieldOf(line, "paragraph"), fieldOf(line, "duty")];
    return { id: line.id, label: parts.flatMap((field) => (field ? [both(field.text)] : [])).join(" · ") };
  });
}
