import { Heading } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { useBoth } from "../../platform/ui/use-language.tsx";
import type { LawOnDay, RuleLine } from "../page.ts";
import { RuleItem } from "./rule-item.tsx";

type Props = {
  readonly rules: readonly RuleLine[];
  readonly areas: LawOnDay["areas"];
  readonly on: string;
  readonly isOpen: boolean;
};

/** Rules by what they are about. */
export function RuleList({ rules, areas, on, isOpen }: Props): ReactElement {
  const both = useBoth();
  const groups = areas
    .map((area) => ({ ...area, rules: rules.filter((rule) => rule.area === area.code) }))
    .filter((area) => area.rules.length > 0);
  return (
    <>
      {groups.map((area) => (
        <section key={area.code} className="part">
          <Heading level="2" size="small">
            {both(area.label)}
          </Heading>
          <ul className="law-rules">
            {area.rules.map((rule) => (
              <RuleItem key={rule.id} line={rule} on={on} isOpen={isOpen} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
