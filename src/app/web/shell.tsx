import { useQuery } from "@tanstack/react-query";
import { Outlet, useLocation } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { appTexts } from "./app-texts.ts";
import { Finder } from "./finder.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { MainMenu } from "./main-menu.tsx";
import { RoleTag } from "./role-tag.tsx";
import { plansQuery, sessionQuery } from "./session.ts";

/** The frame round every page: what the data are, where one can go, who looks and in which language. */
export function Shell(): ReactElement {
  const texts = useTexts(appTexts);
  const { data: session } = useQuery(sessionQuery);
  const user = session?.user ?? null;
  const { plan, isRead } = useCurrentPlan(user !== null);
  const isIn = user !== null && isRead;
  return (
    <div className="shell" data-role={user?.role}>
      <a className="skip-link" href="#content">
        {texts.skip}
      </a>
      <header className="top">
        {session?.synthetic && <p className="synthetic-strip">{texts.synthetic}</p>}
        <div className="top-inner">
          <AppLink to="/" className="wordmark">
            <Mark />
            <span>{texts.product}</span>
          </AppLink>
          {isIn && <MainMenu plan={plan} may={user.may} />}
          <div className="top-tools">
            {isIn && <Finder plan={plan} />}
            <LanguageChoice />
            {user && <RoleTag user={user} isHeld={session?.held.length !== 0} />}
          </div>
        </div>
      </header>
      <Outlet />
      <footer className="bottom no-print">
        <span>{texts.footer.licence}</span>
        {user && <AppLink to="/om">{texts.footer.about}</AppLink>}
      </footer>
    </div>
  );
}

/** The plan of the address, or the first there is, if any; and whether it is known yet. */
function useCurrentPlan(hasRole: boolean): { readonly plan: string | null; readonly isRead: boolean } {
  const { pathname } = useLocation();
  const { data } = useQuery({ ...plansQuery, enabled: hasRole });
  const named = /^\/plan\/([^/]+)/.exec(pathname)?.[1];
  return { plan: named ?? data?.plans[0]?.id ?? null, isRead: named !== undefined || data !== undefined };
}

function Mark(): ReactElement {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" className="mark-ground" />
      <path className="mark-line" d="M6 23.5h20M8 19.5c6.5 0 11-2.6 14.5-9M17.6 9.4l5.2.6.4 5.2" />
    </svg>
  );
}
