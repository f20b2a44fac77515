import { useQuery } from "@tanstack/react-query";
import { planStatusQuery } from "../../plan/web.tsx";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import { appTexts } from "./app-texts.ts";
import { useViewOfAddress } from "./use-view-of-address.ts";

/** Something that can be found and opened. */
export type Find = {
  readonly id: string;
  readonly kind: "goal" | "page" | "citizen";
  readonly label: string;
  readonly to: string;
  readonly params: Readonly<Record<string, string>>;
};

/** The pages, and the goals of the plan. */
export function useFinds(plan: string): Find[] {
  const { nav } = useTexts(appTexts);
  const both = useBoth();
  const { data } = useQuery(planStatusQuery(plan, useViewOfAddress()));
  const page = (to: string, label: string): Find => ({ id: to, kind: "page", label, to, params: { plan } });
  const pages = [
    page("/plan/$plan", nav.plan),
    page("/plan/$plan/fuldtidspersoner", nav.table),
    page("/plan/$plan/rapport", nav.report),
    page("/plan/$plan/oejebliksbilleder", nav.snapshots),
    page("/om", nav.about),
  ];
  const goals = (data?.goals ?? []).map(
    ({ id, title }): Find => ({
      id,
      kind: "goal",
      label: both(title),
      to: "/plan/$plan/maal/$goal",
      params: { plan, goal: id },
    }),
  );
  return [...pages, ...goals];
}
