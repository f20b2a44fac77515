import { Tag } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import type { FieldName } from "../contract.ts";
import type { RuleField, RuleLine } from "../page.ts";
import { lawTexts } from "./law-texts.ts";

type Props = {
  readonly line: RuleLine;
  readonly names: readonly FieldName[];
  /** The day on which rules it names are opened. */
  readonly on: string;
  /** What reads differently from another row. */
  readonly differing?: readonly FieldName[];
};

/** What a rule says, part by part. */
export function RuleFields({ line, names, on, differing = [] }: Props): ReactElement {
  const { field: texts, change } = useTexts(lawTexts);
  const shown = names.flatMap((name) => line.fields.filter((field) => field.name === name));
  return (
    <dl className="law-fields">
      {shown.map((field) => (
        <div key={field.name} className={differing.includes(field.name) ? "law-differs" : undefined}>
          <dt>
            {texts[field.name]}
            {differing.includes(field.name) && (
              <Tag className="law-tag" size="xsmall" data-color="info" variant="outline">
                {change.differs}
              </Tag>
            )}
          </dt>
          <dd>
            <FieldText field={field} on={on} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A part in words, with links to the rules it names. */
export function FieldText({ field, on }: { readonly field: RuleField; readonly on: string }): ReactElement {
  const both = useBoth();
  return (
    <>
      {both(field.text)}
      {field.rules.map((rule) => (
        <span key={rule}>
          {" "}
          <AppLink to="/loven/$rule" params={{ rule }} search={{ on }}>
            {rule}
          </AppLink>
        </span>
      ))}
    </>
  );
}
