import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { appTexts } from "./app-texts.ts";
import { sessionQuery } from "./session.ts";
import { useViewOfAddress } from "./use-view-of-address.ts";

/** The pages of a plan. The day and snapshot being looked at come along. */
export function MainMenu({ plan }: { readonly plan: string }): ReactElement {
  const texts = useTexts(appTexts);
  const { pathname } = useLocation();
  const may = useQuery(sessionQuery).data?.user?.may ?? [];
  const view = useViewOfAddress();
  const home = `/plan/${plan}`;
  const places = [
    { to: "/plan/$plan", path: home, label: texts.nav.plan },
    { to: "/plan/$plan/fuldtidspersoner", path: `${home}/fuldtidspersoner`, label: texts.nav.table },
    { to: "/plan/$plan/rapport", path: `${home}/rapport`, label: texts.nav.report },
    { to: "/plan/$plan/oejebliksbilleder", path: `${home}/oejebliksbilleder`, label: texts.nav.snapshots },
    ...(may.includes("log.read")
      ? [{ to: "/databeskyttelse", path: "/databeskyttelse", label: texts.nav.protection }]
      : []),
    { to: "/om", path: "/om", label: texts.nav.about },
  ];
  const here = hereOf(pathname, home);
  return (
    <nav className="menu no-print" aria-label={texts.nav.label}>
      {places.map(({ to, path, label }) => (
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

/** The place in the menu that a page belongs to. */
function hereOf(pathname: string, home: string): string {
  if (pathname.startsWith(`${home}/maal/`)) return home;
  if (pathname.startsWith("/databeskyttelse")) return "/databeskyttelse";
  return pathname.replace(/\/$/, "");
}
