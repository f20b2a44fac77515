import { ToggleGroup } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement, ReactNode } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatNumber, NO_VALUE } from "../../platform/texts/format.ts";
import { PageChoice } from "../../platform/ui/page-choice.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { SmallTable } from "../../platform/ui/small-table.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { DueList } from "../contract.ts";
import type { ProgressionSearch } from "./progression-search.ts";
import { progressionTexts } from "./progression-texts.ts";
import { dueQuery } from "./queries.ts";
import { Whose } from "./whose.tsx";

type Props = {
  readonly search: ProgressionSearch;
  readonly go: (change: ProgressionSearch) => void;
  readonly tabs: ReactNode;
};

/** Who was talked with and not measured for so many weeks (CON-20): one's own citizens or the whole unit. */
export function DueView({ search, go, tabs }: Props): ReactElement {
  const { page: texts } = useTexts(progressionTexts);
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(dueQuery(search));
  const number = (n: number): string => formatNumber(n, language);
  const counts = data && { total: number(data.total), inTalk: number(data.inTalk), weeks: data.weeks };
  return (
    <>
      <PageHeading title={texts.due} size="medium">
        {counts ? fill(lineOf(data, texts), counts) : texts.due}
      </PageHeading>
      {tabs}
      <ToggleGroup
        className="no-print"
        size="small"
        label={texts.whose}
        value={search.hvis === "enhed" ? "unit" : "mine"}
        onChange={(value) => go({ hvis: value === "unit" ? "enhed" : undefined })}
      >
        <ToggleGroup.Item value="mine" label={texts.mine} />
        <ToggleGroup.Item value="unit" label={texts.unit} />
      </ToggleGroup>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={8} />}
      {data && <Due data={data} onPage={(side) => go({ side })} />}
    </>
  );
}

type Lines = { readonly dueLine: string; readonly dueNone: string; readonly dueNobody: string };

function lineOf({ total, inTalk }: DueList, texts: Lines): string {
  if (inTalk === 0) return texts.dueNobody;
  return total === 0 ? texts.dueNone : texts.dueLine;
}

function Due({ data, onPage }: { readonly data: DueList; readonly onPage: (page: number) => void }): ReactElement {
  const { page: texts, head } = useTexts(progressionTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const said = (iso: string): string => formatDay(iso, language);
  return (
    <>
      <p className="quiet progress-says">
        {both(data.assumption)} {fill(texts.dueSource, { source: data.source })}
      </p>
      {data.aside > 0 && (
        <p className="quiet">{fill(countForm(language, data.aside, texts.aside), { count: data.aside })}</p>
      )}
      {data.people.length > 0 && (
        <SmallTable
          name={texts.due}
          head={[head.citizen, head.measured, head.weeks, head.lastTalk, head.booked, head.staff]}
          rows={data.people.map((one) => ({
            key: one.citizen,
            cells: [
              <Whose key="citizen" person={one} mayOpen />,
              one.measured === null ? texts.never : said(one.measured),
              one.weeksSince === null ? NO_VALUE : String(one.weeksSince),
              said(one.talk),
              one.booked === null ? texts.notBooked : said(one.booked),
              one.staff ?? NO_VALUE,
            ],
          }))}
        />
      )}
      <PageChoice total={data.total} pageSize={data.pageSize} page={data.page} onPage={onPage} />
    </>
  );
}
