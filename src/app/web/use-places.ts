import { useTexts } from "../../platform/ui/use-language.tsx";
import { appTexts } from "./app-texts.ts";

/** A page of the menu: the route, the address it has for this plan, and what it is called. */
export type Place = { readonly to: string; readonly path: string; readonly label: string };

/** The pages the reader may open, in the order of the menu. Without a plan its pages are one, which says how to get one. */
export function usePlaces(plan: string | null, may: readonly string[]): readonly Place[] {
  const { nav } = useTexts(appTexts);
  const home = `/plan/${plan}`;
  const ofPlan =
    plan === null
      ? [{ to: "/", path: "/", label: nav.plan }]
      : [
          { to: "/plan/$plan", path: home, label: nav.plan },
          { to: "/plan/$plan/fuldtidspersoner", path: `${home}/fuldtidspersoner`, label: nav.table },
          { to: "/plan/$plan/rapport", path: `${home}/rapport`, label: nav.report },
          { to: "/plan/$plan/oejebliksbilleder", path: `${home}/oejebliksbilleder`, label: nav.snapshots },
        ];
  const others = [
    { path: "/min-dag", label: nav.myDay, needs: ["duties.read"] },
    { path: "/borgere", label: nav.citizens, needs: ["citizen.list"] },
    { path: "/forloeb", label: nav.courses, needs: ["courses.read"] },
    { path: "/moeder", label: nav.meetings, needs: ["contact.read"] },
    { path: "/screening", label: nav.screening, needs: ["screening.read", "screening.review"] },
    { path: "/progression", label: nav.progression, needs: ["progression.figures"] },
    { path: "/team", label: nav.team, needs: ["team.read"] },
    { path: "/loven", label: nav.law, needs: ["law.read"] },
    { path: "/organisation", label: nav.organisation, needs: ["organisation.read", "access.read"] },
    { path: "/import", label: nav.imports, needs: ["import.read"] },
    { path: "/databeskyttelse", label: nav.protection, needs: ["log.read"] },
    { path: "/om", label: nav.about, needs: null },
  ];
  const open = others.filter(({ needs }) => needs === null || needs.some((each) => may.includes(each)));
  return [...ofPlan, ...open.map(({ path, label }) => ({ to: path, path, label }))];
}
