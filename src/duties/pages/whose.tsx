import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { FollowUp } from "../follow.ts";
import { dutyTexts } from "./duty-texts.ts";

type Person = Pick<FollowUp["notSeen"]["lines"][number], "citizen" | "name" | "isProtected">;

/** The way to a citizen. */
export function Whose({ line }: { readonly line: Person }): ReactElement {
  const { day: texts } = useTexts(dutyTexts);
  const { citizen, name, isProtected } = line;
  return (
    <AppLink to="/borgere/$citizen" params={{ citizen }}>
      {name ?? (isProtected ? fill(texts.protected, { id: citizen }) : citizen)}
    </AppLink>
  );
}
