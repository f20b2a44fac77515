import { Heading } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { LawDifference } from "../page.ts";
import { isFound, type Sought } from "../rules/find-rules.ts";
import { isShown } from "../shown-rules.ts";
import { lawTexts } from "./law-texts.ts";
import { RuleItem } from "./rule-item.tsx";
import { SideBySide } from "./side-by-side.tsx";

type Props = { readonly data: LawDifference; readonly sought: Sought; readonly isOpen: boolean };

/** What came, what went, and what changed or took another's place between two days. */
export function DifferencePart({ data, sought, isOpen }: Props): ReactElement {
  const { change: texts, page } = useTexts(lawTexts);
  const changed = data.changed.filter(({ before, after }) => isShown([before, after], sought));
  return (
    <>
      <section className="part">
        <Heading level="2" size="small">
          {fill(page.option, { label: texts.changed, count: changed.length })}
        </Heading>
        {changed.length === 0 && <p className="quiet">{texts.none}</p>}
        {changed.map((pair) => (
          <SideBySide key={`${pair.before.id} ${pair.after.id}`} pair={pair} days={data} />
        ))}
      </section>
      <Moved
        title={texts.came}
        rules={data.came}
        sought={sought}
        note={texts.afterTrial}
        on={data.after}
        isOpen={isOpen}
      />
      <Moved
        title={texts.went}
        rules={data.went}
        sought={sought}
        note={texts.byTrial}
        on={data.before}
        isOpen={isOpen}
      />
    </>
  );
}

type MovedProps = {
  readonly title: string;
  readonly rules: LawDifference["came"];
  readonly sought: Sought;
  /** What to say when a trial is the reason. */
  readonly note: string;
  readonly on: string;
  readonly isOpen: boolean;
};

function Moved({ title, rules, sought, note, on, isOpen }: MovedProps): ReactElement {
  const { change: texts, page } = useTexts(lawTexts);
  const found = rules.filter(({ rule }) => isFound(rule, sought));
  return (
    <section className="part">
      <Heading level="2" size="small">
        {fill(page.option, { label: title, count: found.length })}
      </Heading>
      {found.length === 0 && <p className="quiet">{texts.none}</p>}
      {found.length > 0 && (
        <ul className="law-rules">
          {found.map(({ rule, because }) => (
            <RuleItem key={rule.id} line={rule} on={on} isOpen={isOpen} {...(because === "trial" ? { note } : {})} />
          ))}
        </ul>
      )}
    </section>
  );
}
