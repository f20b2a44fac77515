import { Button, Heading } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenScreening, ShownCriterion, ShownScreening } from "../contract.ts";
import { screeningQuery } from "./queries.ts";
import { nameOf } from "./screening-page.tsx";
import { screeningTexts } from "./screening-texts.ts";
import { sentences, useScreeningWords } from "./use-screening-words.ts";
import "./screening.css";

type Props = { readonly citizen: string; readonly screening: string };

/** A sheet the citizen can be handed: what was looked at and what came of it, in plain words, all of it and nothing else. */
export function SheetPage({ citizen, screening }: Props): ReactElement {
  const texts = useTexts(screeningTexts);
  const { data, error, refetch } = useQuery(screeningQuery(citizen));
  const found = data?.screenings.find(({ id }) => id === screening);
  return (
    <main className="page screening screening-sheet" id="content">
      <p className="no-print screening-tools">
        <AppLink to="/borgere/$citizen/screening" params={{ citizen }}>
          {texts.sheet.back}
        </AppLink>
        {found && (
          <Button size="small" variant="secondary" onClick={() => window.print()}>
            {texts.sheet.print}
          </Button>
        )}
      </p>
      <PageHeading title={texts.sheet.title} size="medium">
        {texts.sheet.title}
      </PageHeading>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={8} />}
      {data && !found && <p>{data.isAside ? texts.aside : texts.none}</p>}
      {data && found && <Sheet data={data} screening={found} />}
    </main>
  );
}

type SheetProps = { readonly data: CitizenScreening; readonly screening: ShownScreening };

function Sheet({ data, screening }: SheetProps): ReactElement {
  const { sheet: texts, protected: hidden } = useTexts(screeningTexts);
  const { both, day, rule } = useScreeningWords();
  const { criteria, conclusion } = screening;
  const inState = (state: ShownCriterion["state"]): readonly ShownCriterion[] =>
    criteria.filter((one) => one.state === state);
  return (
    <>
      <p>{sentences([nameOf(data, data.citizen, hidden), fill(texts.made, { day: day(data.on) })])}</p>
      <p>{both(screening.says)}</p>
      <p>
        {texts.how} {rule(screening)}
      </p>
      <List title={texts.applies} lines={inState("met").map(({ says }) => both(says))} />
      <List title={texts.unknown} lines={inState("unknown").map(({ label }) => both(label))} />
      <List title={texts.appliesNot} lines={inState("not_met").map(({ label }) => both(label))} />
      {inState("off").length > 0 && <List title={texts.off} lines={inState("off").map(({ says }) => both(says))} />}
      <p>
        <strong>{conclusion ? texts.concluded[conclusion.conclusion] : texts.notConcluded}</strong>
      </p>
      {conclusion && conclusion.reason !== "" && <p>{fill(texts.reason, { reason: conclusion.reason })}</p>}
      {conclusion?.conclusion === "i_risiko" && <List title={texts.next} lines={screening.leadsTo.map(both)} />}
      <p>{texts.person}</p>
    </>
  );
}

function List({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): ReactElement {
  const { sheet: texts } = useTexts(screeningTexts);
  return (
    <section>
      <Heading level="2" size="xsmall">
        {title}
      </Heading>
      {lines.length === 0 ? (
        <p className="quiet">{texts.noneOf}</p>
      ) : (
        <ul className="screening-steps">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
