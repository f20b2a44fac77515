import { useLocation } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { appTexts } from "./app-texts.ts";
import { usePlaces } from "./use-places.ts";
import { useViewOfAddress } from "./use-view-of-address.ts";

type Props = { readonly plan: string | null; readonly may: readonly string[] };

/** The pages of a plan and those beside it. The day and snapshot being looked at come along. */
export function MainMenu({ plan, may }: Props): ReactElement {
  const texts = useTexts(appTexts);
  const { pathname } = useLocation();
  const view = useViewOfAddress();
  const places = usePlaces(plan, may);
  const here = placeOf(pathname, `/plan/${plan}`);
  return (
    <nav className="menu no-print" aria-label={texts.nav.label}>
      {places.map(({ to, path, label }) => (
        <AppLink
          key={path}
          to={to}
          params={plan === null ? {} : { plan }}
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
  const within = ["/borgere", "/databeskyttelse", "/forloeb", "/import", "/loven", "/moeder"].find((place) =>
    pathname.startsWith(`${place}/`),
  );
  return within ?? (pathname.replace(/\/$/, "") || "/");
}
