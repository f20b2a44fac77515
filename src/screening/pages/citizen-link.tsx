import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { screeningTexts } from "./screening-texts.ts";

type Props = {
  readonly citizen: string;
  readonly name: string | null;
  readonly isProtected: boolean;
  readonly isRestricted?: boolean;
};

/** The way to a citizen's screenings: by name, and where there is none or it is protected, by id. */
export function CitizenLink({ citizen, name, isProtected, isRestricted = false }: Props): ReactElement {
  const texts = useTexts(screeningTexts);
  return (
    <>
      <AppLink to="/borgere/$citizen/screening" params={{ citizen }} walk>
        {name ?? (isProtected ? fill(texts.protected, { id: citizen }) : citizen)}
      </AppLink>
      {isRestricted && ` · ${texts.watch.restricted}`}
    </>
  );
}
