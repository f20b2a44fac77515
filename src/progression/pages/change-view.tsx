import { Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement, ReactNode } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatNumber, formatPercent } from "../../platform/texts/format.ts";
import { getFile } from "../../platform/ui/api.ts";
import { DayField } from "../../platform/ui/day-field.tsx";
import { FileMenu } from "../../platform/ui/file-menu.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { GROUPINGS } from "../codes.ts";
import type { GroupChange } from "../contract.ts";
import { BehindPart } from "./behind-part.tsx";
import { GroupTable, MovesPart, Opens } from "./group-table.tsx";
import { changeAsked, type ProgressionSearch, withoutPeople } from "./progression-search.ts";
import { progressionTexts } from "./progression-texts.ts";
import { changeQuery } from "./queries.ts";

type Props = {
  readonly search: ProgressionSearch;
  readonly go: (change: ProgressionSearch) => void;
  readonly tabs: ReactNode;
  readonly mayOpen: boolean;
};

/** How groups changed in a period: everybody first, then the groups, and the people behind a number when one was opened. */
export function ChangeView({ search, go, tabs, mayOpen }: Props): ReactElement {
  const { page: texts } = useTexts(progressionTexts);
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(changeQuery(search));
  const said = (iso: string): string => formatDay(iso, language);
  const [everybody] = data?.groups ?? [];
  const number = (n: number): string => formatNumber(n, language);
  const line = everybody && {
    twice: number(everybody.twice),
    measured: number(everybody.measured),
  };
  return (
    <>
      <PageHeading title={texts.title} size="medium">
        {line ? fill(everybody.measured === 0 ? texts.lineNone : texts.line, line) : texts.title}
        {data && <span className="quiet"> {fill(texts.period, { from: said(data.from), to: said(data.to) })}</span>}
      </PageHeading>
      {tabs}
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={12} />}
      {data && <Tools data={data} search={search} go={go} />}
      {data && search.tal && <BehindPart search={search} data={data} go={go} mayOpen={mayOpen} />}
      {data && <Figures data={data} search={search} />}
    </>
  );
}

type Shown = { readonly data: GroupChange; readonly search: ProgressionSearch };

function Tools({ data, search, go }: Shown & Pick<Props, "go">): ReactElement {
  const { page: texts, form } = useTexts(progressionTexts);
  const both = useBoth();
  const { language } = useLanguage();
  return (
    <div className="progress-page-tools no-print">
      <Select
        size="small"
        label={texts.instrument}
        value={data.instrument.code}
        onChange={(event) => go({ redskab: event.target.value })}
      >
        {data.instruments.map(({ code, label }) => (
          <option key={code} value={code}>
            {both(label)}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        label={texts.by}
        value={data.by}
        onChange={(event) => go({ pr: GROUPINGS.find((one) => one === event.target.value) })}
      >
        {GROUPINGS.map((by) => (
          <option key={by} value={by}>
            {texts.bys[by]}
          </option>
        ))}
      </Select>
      <DayField
        label={texts.from}
        value={search.fra ?? data.from}
        onChange={(fra) => go({ fra })}
        wrong={form.dayWrong}
        required
      />
      <DayField
        label={texts.to}
        value={search.til ?? data.to}
        onChange={(til) => go({ til })}
        wrong={form.dayWrong}
        required
      />
      <FileMenu
        label={texts.export}
        help={texts.exportHelp}
        size="small"
        fetchAs={(format) => getFile("/progression/file", { ...changeAsked(search), format, language })}
      />
    </div>
  );
}

function Figures({ data, search }: Shown): ReactElement {
  const { page: texts } = useTexts(progressionTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const { from, to } = data.instrument.scale;
  return (
    <>
      <p className="quiet progress-says">{fill(texts.explain, { low: from, high: to })}</p>
      <p className="quiet progress-says">
        {fill(texts.source, { source: data.instrument.source })}{" "}
        {data.instrument.assumption && both(data.instrument.assumption)}
      </p>
      {data.aside > 0 && (
        <p className="quiet">{fill(countForm(language, data.aside, texts.aside), { count: data.aside })}</p>
      )}
      <Talks data={data} search={search} />
      {data.groups.map((group) => (
        <GroupTable key={group.key} data={data} group={group} search={search} />
      ))}
      <MovesPart data={data} search={search} />
    </>
  );
}

/** In how many talks was progression measured (CON-20). */
function Talks({ data, search }: Shown): ReactElement {
  const { page: texts } = useTexts(progressionTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const { held, measured, percent, groups: codes } = data.talks;
  const groups = codes.map(both).join(", ");
  if (percent === null) return <p>{fill(texts.noTalks, { groups })}</p>;
  const opened = withoutPeople(search);
  return (
    <p>
      {texts.onDays} <Opens search={{ ...opened, tal: "talks_measured" }} count={measured} of={null} />{" "}
      {texts.ofMeasured} <Opens search={{ ...opened, tal: "talks" }} count={held} of={null} />{" "}
      {fill(texts.talks, { groups, percent: formatPercent(percent, language, 0) })}
    </p>
  );
}
