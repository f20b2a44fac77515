import { PersonIcon } from "@navikt/aksel-icons";
import { useLocation } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { appTexts } from "./app-texts.ts";
import type { Session } from "./session.ts";

type Props = {
  readonly user: NonNullable<Session["user"]>;
  /** Does the identity provider give the role, or was it taken in the demo? */
  readonly isHeld: boolean;
};

/** Says which role one looks with, and leads to the choice of another. */
export function RoleTag({ user, isHeld }: Props): ReactElement {
  const texts = useTexts(appTexts);
  const { href } = useLocation();
  return (
    <AppLink to={isHeld ? "/min-adgang" : "/rolle"} search={{ til: href }} className="role-tag">
      <PersonIcon aria-hidden fontSize="1.25rem" />
      <span className="aksel-sr-only">{fill(texts.role.as, { role: "" })}</span>
      <span>{[texts.role.names[user.role], ...user.units].join(" · ")}</span>
      <span className="aksel-sr-only">{texts.role.change}</span>
    </AppLink>
  );
}
