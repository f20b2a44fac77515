import { Button, Heading } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useEffect, useRef } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatDay, NO_VALUE } from "../../platform/texts/format.ts";
import { PageChoice } from "../../platform/ui/page-choice.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { SmallTable } from "../../platform/ui/small-table.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { GroupChange, PeopleBehind } from "../contract.ts";
import { type ProgressionSearch, withoutPeople } from "./progression-search.ts";
import { progressionTexts } from "./progression-texts.ts";
import { behindQuery } from "./queries.ts";
import { useSteps } from "./steps-text.ts";
import { Whose } from "./whose.tsx";

type Props = {
  readonly search: ProgressionSearch;
  readonly data: GroupChange;
  readonly go: (change: ProgressionSearch) => void;
  readonly mayOpen: boolean;
};

/** The people behind a number that was opened (ASK-12). */
export function BehindPart({ search, data, go, mayOpen }: Props): ReactElement {
  const { page: texts } = useTexts(progressionTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const { data: behind, error, refetch } = useQuery(behindQuery(search));
  const group = data.groups.find(({ key }) => key === (search.gruppe ?? ""))?.label;
  const dimension = data.instrument.dimensions.find(({ code }) => code === search.dimension)?.label;
  const parts = [search.tal ? texts.whats[search.tal] : "", dimension && both(dimension), group && both(group)];
  const what = parts.filter((part) => part !== undefined && part !== null && part !== "").join(" · ");
  const { tal, gruppe, dimension: code } = search;
  return (
    <section className="part" id="borgerne-bag">
      <BehindHeading key={what} what={what} />
      <Button className="no-print" size="xsmall" variant="tertiary" onClick={() => go(withoutPeople(search))}>
        {texts.closeBehind}
      </Button>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!behind && !error && <SkeletonLines lines={4} />}
      {behind && behind.aside > 0 && (
        <p className="quiet">{fill(countForm(language, behind.aside, texts.aside), { count: behind.aside })}</p>
      )}
      {behind?.total === 0 && <p>{texts.noneBehind}</p>}
      {behind && behind.total > 0 && <People behind={behind} search={search} mayOpen={mayOpen} />}
      {behind && (
        <PageChoice
          total={behind.total}
          pageSize={behind.pageSize}
          page={behind.page}
          onPage={(side) => go({ tal, gruppe, dimension: code, side })}
        />
      )}
    </section>
  );
}

/** Whoever opens a number reads on here. */
function BehindHeading({ what }: { readonly what: string }): ReactElement {
  const { page: texts } = useTexts(progressionTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Heading level="2" size="small" ref={heading} tabIndex={-1}>
      {fill(texts.behind, { what })}
    </Heading>
  );
}

type Listed = Pick<Props, "search" | "mayOpen"> & { readonly behind: PeopleBehind };

function People({ behind, search, mayOpen }: Listed): ReactElement {
  const { head, page: texts, visitation } = useTexts(progressionTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const steps = useSteps();
  const said = (iso: string): string => formatDay(iso, language);
  const isOf = (what: string): boolean => search.tal?.startsWith(what) ?? false;
  const measured = isOf("talks") ? [head.firstTalk, head.lastTalk] : [head.from, head.to, head.change];
  const between = isOf("moves") ? [head.move] : measured;
  const valued = (iso: string, value: number | null): string => (value === null ? said(iso) : `${said(iso)}: ${value}`);
  const changed = ({ first, last }: Pick<PeopleBehind["people"][number], "first" | "last">): string =>
    steps(first === null || last === null ? null : last - first);
  return (
    <SmallTable
      name={texts.whats[search.tal ?? "measured"]}
      head={[head.citizen, ...between, head.staff]}
      rows={behind.people.map((one) => ({
        key: `${one.citizen} ${one.firstDay}`,
        cells: [
          <Whose key="citizen" person={one} mayOpen={mayOpen} />,
          ...(one.move
            ? [fill(visitation.line, { day: said(one.move.day), from: both(one.move.from), to: both(one.move.to) })]
            : [
                valued(one.firstDay, one.first),
                valued(one.lastDay, one.last),
                ...(isOf("talks") ? [] : [changed(one)]),
              ]),
          one.staff ?? NO_VALUE,
        ],
      }))}
    />
  );
}
