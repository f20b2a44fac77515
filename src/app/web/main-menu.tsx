import { useLocation } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { appTexts } from "./app-texts.ts";
import { useViewOfAddress } from "./use-view-of-address.ts";

/** The pages of a plan. The day and snapshot being looked at come along. */
export function MainMenu({ plan, may }: { readonly plan: string; readonly may: readonly string[] }): ReactElement {
  const texts = useTexts(appTexts);
  const { pathname } = useLocation();
  const view = useViewOfAddress();
  const home = `/plan/${plan}`;
  const places = [
    { to: "/plan/$plan", path: home, label: texts.nav.plan },
    { to: "/plan/$plan/fuldtidspersoner", path: `${home}/fuldtidspersoner`, label: texts.nav.table },
    { to: "/plan/$plan/rapport", path: `${home}/rapport`, label: texts.nav.report },
    { to: "/plan/$plan/oejebliksbilleder", path: `${home}/oejebliksbilleder`, label: texts.nav.snapshots },
    { to: "/borgere", path: "/borgere", label: texts.nav.citizens, needs: ["citizen.list"] },
    {
      to: "/organisation",
      path: "/organisation",
      label: texts.nav.organisation,
      needs: ["organisation.read", "access.read"],
    },
    { to: "/import", path: "/import", label: texts.nav.imports, needs: ["import.read"] },
    { to: "/databeskyttelse", path: "/databeskyttelse", label: texts.nav.protection, needs: ["log.read"] },
    { to: "/om", path: "/om", label: texts.nav.about },
  ];
  const open = places.filter(({ needs }) => needs === undefined || needs.some((each) => may.includes(each)));
  const here = placeOf(pathname, home);
  return (
    <nav className="menu no-print" aria-label={texts.nav.label}>
      {open.map(({ to, path, label }) => (
        <AppLink
          key={path}
          to={to}
          params={{ plan }}
          search={view}
          className={path === here ? "menu-here" : "menu-link"}
        >
          {label}
        </AppLink>
      ))}
    </nav>
  );
}

/** The menu's page that an address belongs to: a goal to the plan, a citizen to the list. */
function placeOf(pathname: string, home: string): string {
  if (pathname.startsWith(`${home}/maal/`)) return home;
  const within = ["/borgere", "/databeskyttelse", "/import"].find((place) => pathname.startsWith(`${place}/`));
  return within ?? pathname.replace(/\/$/, "");
}
