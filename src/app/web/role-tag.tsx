import { PersonIcon } from "@navikt/aksel-icons";
import { useLocation } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { appTexts } from "./app-texts.ts";
import type { Role } from "./session.ts";

/** Says which role one looks with, and leads to the choice of another. */
export function RoleTag({ role }: { readonly role: Role }): ReactElement {
  const texts = useTexts(appTexts);
  const { href } = useLocation();
  return (
    <AppLink to="/rolle" search={{ til: href }} className="role-tag">
      <PersonIcon aria-hidden fontSize="1.25rem" />
      <span className="aksel-sr-only">{fill(texts.role.as, { role: "" })}</span>
      <span>{texts.role.names[role]}</span>
      <span className="aksel-sr-only">{texts.role.change}</span>
    </AppLink>
  );
}
