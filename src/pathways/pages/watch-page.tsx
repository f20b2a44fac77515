import { Chips, ToggleGroup } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatDay, NO_VALUE } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { PageChoice } from "../../platform/ui/page-choice.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { SmallTable } from "../../platform/ui/small-table.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { WATCHED } from "../codes.ts";
import type { Watch } from "../contract.ts";
import { planTexts } from "./plan-texts.ts";
import { watchQuery } from "./queries.ts";
import { useWatchCounts } from "./watch-counts.ts";
import type { WatchSearch } from "./watch-search.ts";
import "./plans.css";

/** Steps that are late or fall due, and young people without a next step: of one's own citizens or the whole unit. */
export function WatchPage({ search }: { readonly search: WatchSearch }): ReactElement {
  const { watch: texts } = useTexts(planTexts);
  const said = useWatchCounts();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(watchQuery({ ...search, vis: search.vis ?? "late" }));
  const go = (change: WatchSearch): void => void navigate({ to: "/planer", search: { ...search, side: 1, ...change } });
  return (
    <main className="page plans" id="content">
      <PageHeading title={texts.title} size="medium">
        {data ? fill(texts.line, said(data.counts)) : texts.title}
      </PageHeading>
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
      {data && <Watched data={data} go={go} />}
    </main>
  );
}

function Watched({ data, go }: { readonly data: Watch; readonly go: (change: WatchSearch) => void }): ReactElement {
  const { watch: texts } = useTexts(planTexts);
  const { language } = useLanguage();
  return (
    <>
      <Chips className="plan-chips no-print" size="small" aria-label={texts.filters}>
        {WATCHED.map((list) => (
          <Chips.Toggle key={list} selected={list === data.list} checkmark={false} onClick={() => go({ vis: list })}>
            {fill(texts.option, { label: texts.lists[list], count: data.counts[list] })}
          </Chips.Toggle>
        ))}
      </Chips>
      {data.aside > 0 && (
        <p className="quiet">{fill(countForm(language, data.aside, texts.aside), { count: data.aside })}</p>
      )}
      {data.list === "young" && <p className="quiet">{texts.youngHelp}</p>}
      {data.list !== null && data.total === 0 && <p>{texts.none[data.list]}</p>}
      {data.steps.length > 0 && <Steps data={data} />}
      {data.young.length > 0 && <Young data={data} />}
      <PageChoice total={data.total} pageSize={data.pageSize} page={data.page} onPage={(side) => go({ side })} />
    </>
  );
}

function Steps({ data }: { readonly data: Watch }): ReactElement {
  const texts = useTexts(planTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const { due, citizen, step, owner, plan, staff } = texts.head;
  return (
    <SmallTable
      name={texts.watch.lists[data.list ?? "late"]}
      head={[due, citizen, step, owner, plan, staff]}
      rows={data.steps.map((one) => ({
        key: `${one.plan} ${one.due} ${one.what.da}`,
        cells: [
          formatDay(one.due, language),
          <Whose key="citizen" line={one} plan={one.plan} />,
          both(one.what),
          texts.owners[one.owner as keyof typeof texts.owners] ?? one.owner,
          [both(one.planKind), ...(one.isDraft ? [texts.watch.draft] : [])].join(" · "),
          one.staff ?? NO_VALUE,
        ],
      }))}
    />
  );
}

function Young({ data }: { readonly data: Watch }): ReactElement {
  const texts = useTexts(planTexts);
  const { language } = useLanguage();
  const { citizen, age, booked, staff } = texts.head;
  return (
    <SmallTable
      name={texts.watch.lists.young}
      head={[citizen, age, booked, staff]}
      rows={data.young.map((one) => ({
        key: one.citizen,
        cells: [
          <Whose key="citizen" line={one} plan={null} />,
          String(one.age),
          one.booked === null ? texts.watch.notBooked : formatDay(one.booked, language),
          one.staff ?? NO_VALUE,
        ],
      }))}
    />
  );
}

type Line = Pick<Watch["young"][number], "citizen" | "name" | "isProtected" | "isRestricted">;

function Whose({ line, plan }: { readonly line: Line; readonly plan: string | null }): ReactElement {
  const texts = useTexts(planTexts);
  const { citizen, name, isProtected, isRestricted } = line;
  const to = plan === null ? "/borgere/$citizen/planer" : "/borgere/$citizen/planer/$plan";
  return (
    <>
      <AppLink to={to} params={{ citizen, ...(plan === null ? {} : { plan }) }} walk>
        {name ?? (isProtected ? fill(texts.protected, { id: citizen }) : citizen)}
      </AppLink>
      {isRestricted && ` · ${texts.watch.restricted}`}
    </>
  );
}
