import { Tag } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { RuleLine } from "../page.ts";
import { lawTexts } from "./law-texts.ts";

/** What a rule is besides the law as it stands: not enforced, the municipality's own, a trial. */
export function RuleMarks({ line }: { readonly line: RuleLine }): ReactElement {
  const { mark, norm } = useTexts(lawTexts);
  return (
    <>
      {!line.isEnforced && (
        <Tag className="law-tag" size="xsmall" data-color="warning" variant="outline">
          {mark.off}
        </Tag>
      )}
      {line.norm !== "law" && (
        <Tag className="law-tag" size="xsmall" data-color="neutral" variant="outline">
          {norm[line.norm]}
        </Tag>
      )}
    </>
  );
}
