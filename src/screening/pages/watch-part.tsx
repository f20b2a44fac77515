import { Chips, Heading, ToggleGroup } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { PageChoice } from "../../platform/ui/page-choice.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { SmallTable } from "../../platform/ui/small-table.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { WATCHED } from "../codes.ts";
import type { ScreeningWatch } from "../contract.ts";
import { CitizenLink } from "./citizen-link.tsx";
import { watchQuery } from "./queries.ts";
import type { ScreeningSearch } from "./screening-search.ts";
import { screeningTexts } from "./screening-texts.ts";
import { useScreeningWords } from "./use-screening-words.ts";

type Props = { readonly search: ScreeningSearch; readonly go: (change: ScreeningSearch) => void };

/** New cases not screened, those past their time, and people at risk without an early effort: one's own or the unit's. */
export function WatchPart({ search, go }: Props): ReactElement {
  const { watch: texts } = useTexts(screeningTexts);
  const { data, error, refetch } = useQuery(watchQuery({ ...search, vis: search.vis ?? "due" }));
  const walk = (change: ScreeningSearch): void => go({ side: undefined, ...change });
  return (
    <section className="part" id="lister">
      <Heading level="2" size="small">
        {texts.worklist}
      </Heading>
      <ToggleGroup
        className="no-print"
        size="small"
        label={texts.whose}
        value={search.hvis === "enhed" ? "unit" : "mine"}
        onChange={(value) => walk({ hvis: value === "unit" ? "enhed" : "mine" })}
      >
        <ToggleGroup.Item value="mine" label={texts.mine} />
        <ToggleGroup.Item value="unit" label={texts.unit} />
      </ToggleGroup>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={6} />}
      {data && <Watched data={data} go={walk} />}
    </section>
  );
}

type WatchedProps = { readonly data: ScreeningWatch; readonly go: (change: ScreeningSearch) => void };

function Watched({ data, go }: WatchedProps): ReactElement {
  const { watch: texts } = useTexts(screeningTexts);
  const { language } = useLanguage();
  const said = (list: (typeof WATCHED)[number]): string =>
    fill(countForm(language, data.counts[list], texts[list]), { count: data.counts[list] });
  return (
    <>
      <p>{fill(texts.line, { due: said("due"), late: said("late"), effort: said("effort") })}</p>
      <Chips className="screening-chips no-print" size="small" aria-label={texts.filters}>
        {WATCHED.map((list) => (
          <Chips.Toggle key={list} selected={list === data.list} checkmark={false} onClick={() => go({ vis: list })}>
            {fill(texts.option, { label: texts.lists[list], count: data.counts[list] })}
          </Chips.Toggle>
        ))}
      </Chips>
      {data.aside > 0 && (
        <p className="quiet">{fill(countForm(language, data.aside, texts.aside), { count: data.aside })}</p>
      )}
      {data.list !== null && data.total === 0 && <p>{texts.none[data.list]}</p>}
      {data.lines.length > 0 && <Lines data={data} />}
      <PageChoice total={data.total} pageSize={data.pageSize} page={data.page} onPage={(side) => go({ side })} />
    </>
  );
}

function Lines({ data }: { readonly data: ScreeningWatch }): ReactElement {
  const { watch: texts } = useTexts(screeningTexts);
  const { both, day } = useScreeningWords();
  const isEffort = data.list === "effort";
  const { newUntil, citizen, screening, from, concluded, staff } = texts.head;
  return (
    <SmallTable
      name={texts.lists[data.list ?? "due"]}
      head={[isEffort ? concluded : newUntil, citizen, screening, from, staff]}
      rows={data.lines.map((line) => ({
        key: `${line.citizen} ${line.screening.da}`,
        cells: [
          day(isEffort ? (line.concluded ?? line.newUntil) : line.newUntil),
          <CitizenLink key="citizen" {...line} />,
          both(line.screening),
          day(line.from),
          line.staff ?? texts.nobody,
        ],
      }))}
    />
  );
}
