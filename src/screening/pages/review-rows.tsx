import { Button, Heading } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useEffect, useRef } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { PageChoice } from "../../platform/ui/page-choice.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { SmallTable } from "../../platform/ui/small-table.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { Review, ReviewRows } from "../contract.ts";
import { CitizenLink } from "./citizen-link.tsx";
import { reviewRowsQuery } from "./queries.ts";
import type { ScreeningSearch } from "./screening-search.ts";
import { screeningTexts } from "./screening-texts.ts";
import { useScreeningWords } from "./use-screening-words.ts";

type Props = {
  readonly review: Review;
  readonly search: ScreeningSearch;
  readonly go: (change: ScreeningSearch) => void;
  readonly onClose: () => void;
};

/** The people behind a number of the review. */
export function ReviewRowsPart({ review, search, go, onClose }: Props): ReactElement {
  const { review: texts } = useTexts(screeningTexts);
  const { both } = useScreeningWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const { data, error, refetch } = useQuery(
    reviewRowsQuery({ screening: review.screening, year: review.year }, search),
  );
  const opened = `${search.del} ${search.efter} ${search.gruppe}`;
  // What was pressed stands far above: the reader is taken to what it opened.
  useEffect(() => {
    if (opened !== "") heading.current?.focus();
  }, [opened]);
  const line = review.tables.find(({ by }) => by === search.efter)?.lines.find(({ key }) => key === search.gruppe);
  const what = `${both((line ?? review.total).label)}, ${texts.parts[search.del ?? "people"]}`;
  return (
    <div className="screening-rows">
      <Heading level="3" size="xsmall" tabIndex={-1} ref={heading}>
        {fill(texts.rows.title, { what })}
      </Heading>
      <p className="quiet">{texts.rows.seen}</p>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={4} />}
      {data && <Rows data={data} name={fill(texts.rows.title, { what })} />}
      {data && (
        <PageChoice
          total={data.total}
          pageSize={data.pageSize}
          page={data.page}
          onPage={(raekker) => go({ raekker })}
          label={texts.rows.pages}
        />
      )}
      <Button size="small" variant="tertiary" onClick={onClose}>
        {texts.rows.close}
      </Button>
    </div>
  );
}

function Rows({ data, name }: { readonly data: ReviewRows; readonly name: string }): ReactElement {
  const { review: texts, concluded, notConcluded } = useTexts(screeningTexts);
  const { day } = useScreeningWords();
  const { rows } = texts;
  const truth = (value: boolean | null): string => (value === null ? rows.notYet : value ? rows.yes : rows.no);
  if (data.rows.length === 0) return <p>{rows.empty}</p>;
  const { citizen, from, conclusion, after26, after52 } = rows.head;
  return (
    <SmallTable
      name={name}
      head={[citizen, from, conclusion, after26, after52]}
      rows={data.rows.map((one) => ({
        key: one.citizen,
        cells: [
          <CitizenLink key="citizen" {...one} />,
          day(one.from),
          one.conclusion === null ? notConcluded : concluded[one.conclusion],
          truth(one.after26),
          truth(one.after52),
        ],
      }))}
    />
  );
}
