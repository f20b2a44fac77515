import { useQuery } from "@tanstack/react-query";
import { useRuleFinds } from "../../law/web.tsx";
import { planStatusQuery } from "../../plan/web.tsx";
import { useBoth } from "../../platform/ui/use-language.tsx";
import { usePlaces } from "./use-places.ts";
import { useViewOfAddress } from "./use-view-of-address.ts";

/** Something that can be found and opened. */
export type Find = {
  readonly id: string;
  readonly kind: "goal" | "page" | "rule" | "citizen";
  readonly label: string;
  readonly to: string;
  readonly params: Readonly<Record<string, string>>;
};

/** The pages the reader may open, the goals of the plan if there is one, and the rules in force. */
export function useFinds(plan: string | null, may: readonly string[]): Find[] {
  const both = useBoth();
  const { data } = useQuery({ ...planStatusQuery(plan ?? "", useViewOfAddress()), enabled: plan !== null });
  const ofPlan: Record<string, string> = plan === null ? {} : { plan };
  const pages = usePlaces(plan, may).map(
    ({ to, label }): Find => ({ id: to, kind: "page", label, to, params: ofPlan }),
  );
  const goals = (data?.goals ?? []).map(
    ({ id, title }): Find => ({
      id,
      kind: "goal",
      label: both(title),
      to: "/plan/$plan/maal/$goal",
      params: { ...ofPlan, goal: id },
    }),
  );
  const rules = useRuleFinds(may.includes("law.read")).map(
    ({ id, label }): Find => ({ id, kind: "rule", label, to: "/loven/$rule", params: { rule: id } }),
  );
  return [...pages, ...goals, ...rules];
}
