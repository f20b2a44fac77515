import { Heading } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenScreening, ShownScreening } from "../contract.ts";
import { AnswersForm } from "./answers-form.tsx";
import { ConclusionPart } from "./conclusion-part.tsx";
import { CriteriaTable } from "./criteria-table.tsx";
import { SaidTag } from "./said-tag.tsx";
import { screeningTexts } from "./screening-texts.ts";
import { sentences, useScreeningWords } from "./use-screening-words.ts";

type Props = {
  readonly data: CitizenScreening;
  readonly screening: ShownScreening;
  readonly mayWrite: boolean;
  readonly onDone: (next: CitizenScreening, message: string) => void;
};

/** One screening: what the rule says of what is known, every criterion, the questions, and the caseworker's conclusion. */
export function OneScreening({ data, screening, mayWrite, onDone }: Props): ReactElement {
  const texts = useTexts(screeningTexts);
  const { both, day, caseLine, counts, rule, whoFor } = useScreeningWords();
  const asked = screening.criteria.filter(({ question, state }) => question !== null && state !== "off");
  return (
    <section className="part" id={screening.id}>
      <Heading level="2" size="small">
        {both(screening.label)}
      </Heading>
      <p>
        <SaidTag said={screening.said} /> {sentences([counts(screening), caseLine(screening)])}
      </p>
      <p className="screening-rule">{sentences([rule(screening), texts.rule.open, whoFor(screening)])}</p>
      <CriteriaTable screening={screening} />
      {asked.length > 0 && (
        <AnswersForm
          // New answers, whoever gave them, begin the form anew.
          key={asked.map(({ answer }) => answer?.version ?? "-").join()}
          citizen={data.citizen}
          screening={screening}
          mayWrite={mayWrite}
          onDone={(next) => onDone(next, texts.answers.saved)}
        />
      )}
      <ConclusionPart
        key={screening.conclusion?.version ?? "none"}
        citizen={data.citizen}
        screening={screening}
        mayWrite={mayWrite}
        onDone={onDone}
      />
      <p className="quiet">
        {sentences([
          fill(texts.source, { source: screening.source }),
          fill(texts.version, { day: day(screening.version) }),
          screening.assumption ? fill(texts.reads, { assumption: both(screening.assumption) }) : "",
        ])}
      </p>
      <p className="no-print">
        <AppLink
          to="/borgere/$citizen/screening/$screening"
          params={{ citizen: data.citizen, screening: screening.id }}
        >
          {texts.sheet.open}
        </AppLink>
      </p>
    </section>
  );
}
