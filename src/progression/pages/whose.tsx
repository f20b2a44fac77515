import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { PeopleBehind } from "../contract.ts";
import { progressionTexts } from "./progression-texts.ts";

type Person = Pick<PeopleBehind["people"][number], "citizen" | "name" | "isProtected" | "isRestricted">;

/** Whose a line is; a link for those who may open the record. */
export function Whose({ person, mayOpen }: { readonly person: Person; readonly mayOpen: boolean }): ReactElement {
  const { page: texts } = useTexts(progressionTexts);
  const { citizen, name, isProtected, isRestricted } = person;
  const called = name ?? (isProtected ? fill(texts.protected, { id: citizen }) : citizen);
  return (
    <>
      {mayOpen ? (
        <AppLink to="/borgere/$citizen" params={{ citizen }} walk>
          {called}
        </AppLink>
      ) : (
        called
      )}
      {isRestricted && ` · ${texts.restricted}`}
    </>
  );
}
