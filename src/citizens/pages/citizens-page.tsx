import { Search } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useEffect, useMemo, useState } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatNumber } from "../../platform/texts/format.ts";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useKeys, walkFocus } from "../../platform/ui/use-keys.ts";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenList } from "../contract.ts";
import { citizenTexts } from "./citizen-texts.ts";
import { rememberSearch } from "./last-search.ts";
import { ListFilters } from "./list-filters.tsx";
import { asked, type ListSearch, noChoice } from "./list-search.ts";
import { ListTable } from "./list-table.tsx";
import { ListTools } from "./list-tools.tsx";
import { listQuery } from "./queries.ts";
import { useListColumns } from "./use-columns.ts";
import { useFindText } from "./use-find-text.ts";
import "./citizens.css";

type Props = { readonly search: ListSearch; readonly may: readonly string[] };

/** The citizens in sight: found, filtered, counted and opened. */
export function CitizensPage({ search, may }: Props): ReactElement {
  const { list: texts } = useTexts(citizenTexts);
  if (!may.includes("citizen.list")) {
    return (
      <main className="page" id="content">
        <PageHeading title={texts.title}>{texts.title}</PageHeading>
        <p>{texts.notAllowed}</p>
      </main>
    );
  }
  return <OpenList search={search} may={may} />;
}

function OpenList({ search, may }: Props): ReactElement {
  const texts = useTexts(citizenTexts);
  const navigate = useNavigate();
  const find = useFindText();
  const columns = useListColumns();
  const ask = asked(search, find.settled);
  useEffect(() => rememberSearch(search), [search]);
  const { data, error, refetch } = useQuery(listQuery(ask));
  const choose = (chosen: Partial<ListSearch>): void => {
    void navigate({ to: "/borgere", search: { ...search, side: "", ...chosen }, replace: true });
  };
  useListKeys(() => find.write(""));
  return (
    <main className="page citizens" id="content">
      <PageHeading title={texts.list.title} size="medium">
        {data ? <FirstLine data={data} /> : texts.list.title}
      </PageHeading>
      <div className="citizens-find no-print">
        <Search
          size="small"
          label={texts.list.find}
          description={texts.list.findHelp}
          hideLabel={false}
          variant="simple"
          value={find.text}
          autoComplete="off"
          onChange={find.write}
        />
      </div>
      {data && <ListFilters search={search} counts={data.counts} onChoose={choose} onClear={() => choose(noChoice)} />}
      {data && <ListTools ask={ask} columns={columns} mayExport={may.includes("citizen.export")} />}
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={8} />}
      {data && data.aside > 0 && <Aside aside={data.aside} />}
      {data && data.total === 0 && <p>{texts.list.empty}</p>}
      {data && data.total > 0 && <ListTable data={data} search={search} columns={columns.shown} onChoose={choose} />}
      <p className="quiet no-print">
        {texts.list.keys} {texts.list.logged}
      </p>
    </main>
  );
}

function FirstLine({ data }: { readonly data: CitizenList }): ReactElement {
  const { list: texts } = useTexts(citizenTexts);
  const { language } = useLanguage();
  const count = formatNumber(data.total, language);
  const line = data.total === 0 ? texts.lineNone : fill(countForm(language, data.total, texts.line), { count });
  return (
    <>
      {line} <span className="quiet">{fill(texts.on, { day: formatDay(data.on, language) })}</span>
    </>
  );
}

/** How many are not shown because their data may only be stored, and to whom to turn. */
function Aside({ aside }: { readonly aside: number }): ReactElement {
  const { list: texts } = useTexts(citizenTexts);
  const { language } = useLanguage();
  return <p>{fill(countForm(language, aside, texts.aside), { count: formatNumber(aside, language) })}</p>;
}

/** j and k walk the list, Escape clears the search. */
function useListKeys(clear: () => void): void {
  const [held] = useState(() => ({ clear }));
  held.clear = clear;
  const keys = useMemo(() => {
    const walk = (step: 1 | -1): void => walkFocus([...document.querySelectorAll<HTMLElement>("[data-walk]")], step);
    return { j: () => walk(1), k: () => walk(-1), escape: () => held.clear() };
  }, [held]);
  useKeys(keys);
}
