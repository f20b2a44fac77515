import { Heading, Select, Table, ToggleGroup } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatNumber, formatPercent, NO_VALUE } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { SPANS } from "../rules/span.ts";
import type { TeamTimeliness as Timeliness, ToldLine } from "../team.ts";
import { dutyTexts } from "./duty-texts.ts";
import { timelinessQuery } from "./queries.ts";
import { PERS, type Per, type TeamSearch } from "./team-search.ts";

type Props = { readonly search: TeamSearch; readonly go: (change: TeamSearch) => void };

/** How much of what fell due was met in time, per rule, unit or week, and how late the rest was (CON-18, ASK-02). */
export function TeamTimeliness({ search, go }: Props): ReactElement {
  const { timeliness: texts } = useTexts(dutyTexts).team;
  const { language } = useLanguage();
  const both = useBoth();
  const { enhed: unit, regel: rule, periode: span = "year", pr: per = "rules" } = search;
  const { data, error, refetch } = useQuery(timelinessQuery({ unit, rule, span }));
  return (
    <section className="part" id="rettidighed">
      <Heading level="2" size="small">
        {texts.title}
      </Heading>
      <div className="team-tools no-print">
        <Select
          size="small"
          label={texts.span}
          value={span}
          onChange={(event) => go({ periode: SPANS.find((one) => one === event.target.value) })}
        >
          {SPANS.map((one) => (
            <option key={one} value={one}>
              {texts.spans[one]}
            </option>
          ))}
        </Select>
        <Select
          size="small"
          label={texts.rule}
          value={rule ?? ""}
          onChange={(event) => go({ regel: event.target.value || undefined })}
        >
          <option value="">{texts.everyRule}</option>
          {(data?.choices ?? []).map((choice) => (
            <option key={choice.rule} value={choice.rule}>
              {`${both(choice.what)}, ${choice.rule}`}
            </option>
          ))}
        </Select>
        <ToggleGroup
          size="small"
          label={texts.per}
          value={per}
          onChange={(value) => go({ pr: PERS.find((one) => one === value) })}
        >
          {PERS.map((one) => (
            <ToggleGroup.Item key={one} value={one} label={texts.pers[one]} />
          ))}
        </ToggleGroup>
      </div>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={6} />}
      {data && (
        <>
          <p>
            {fill(data.all.fellDue === 0 ? texts.nothing : texts.line, {
              from: formatDay(data.from, language),
              to: formatDay(data.to, language),
              onTime: formatNumber(data.all.onTime, language),
              fellDue: formatNumber(data.all.fellDue, language),
              percent: percentOf(data.all, language),
            })}
          </p>
          {data.all.fellDue > 0 && <Told data={data} per={per} />}
          <p className="quiet team-says">{texts.says}</p>
        </>
      )}
    </section>
  );
}

function percentOf({ fellDue, onTime }: ToldLine, language: "da" | "en"): string {
  return fellDue === 0 ? NO_VALUE : formatPercent((onTime * 100) / fellDue, language);
}

function Told({ data, per }: { readonly data: Timeliness; readonly per: Per }): ReactElement {
  const { timeliness: texts } = useTexts(dutyTexts).team;
  const heads = [texts.fellDue, texts.onTime, texts.percent, texts.still, texts.median, texts.longest];
  return (
    <ScrollBox name={texts.title}>
      <Table size="small" className="team-table">
        <caption className="aksel-sr-only">{texts.title}</caption>
        <Table.Header>
          <Table.Row>
            <Table.ColumnHeader scope="col">{texts.heads[per]}</Table.ColumnHeader>
            {heads.map((head) => (
              <Table.ColumnHeader key={head} scope="col" className="number">
                {head}
              </Table.ColumnHeader>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {data[per].map((line) => (
            <ToldRow key={line.of} line={line} per={per} />
          ))}
          <ToldRow line={data.all} per={null} />
        </Table.Body>
      </Table>
    </ScrollBox>
  );
}

function ToldRow({ line, per }: { readonly line: ToldLine; readonly per: Per | null }): ReactElement {
  const { language } = useLanguage();
  const days = (count: number | null): string =>
    count === null ? NO_VALUE : formatNumber(count, language, Number.isInteger(count) ? 0 : 1);
  return (
    <Table.Row className={per === null ? "team-total" : undefined}>
      <Table.HeaderCell scope="row">
        <OfWhat line={line} per={per} />
      </Table.HeaderCell>
      <Table.DataCell className="number">{formatNumber(line.fellDue, language)}</Table.DataCell>
      <Table.DataCell className="number">{formatNumber(line.onTime, language)}</Table.DataCell>
      <Table.DataCell className="number">{percentOf(line, language)}</Table.DataCell>
      <Table.DataCell className="number">{formatNumber(line.still, language)}</Table.DataCell>
      <Table.DataCell className="number">{days(line.median)}</Table.DataCell>
      <Table.DataCell className="number">{days(line.longest)}</Table.DataCell>
    </Table.Row>
  );
}

/** What a line is of: a rule with the way to its text, a unit, a week, or all. */
function OfWhat({ line, per }: { readonly line: ToldLine; readonly per: Per | null }): ReactElement {
  const { timeliness: texts } = useTexts(dutyTexts).team;
  const { language } = useLanguage();
  const both = useBoth();
  const { of, label } = line;
  if (per === null) return <>{texts.all}</>;
  if (of === null) return <>{texts.noUnit}</>;
  if (per === "weeks") return <>{fill(texts.weekFrom, { day: formatDay(of, language) })}</>;
  if (per === "units") return <>{label ? both(label) : of}</>;
  return (
    <>
      {label ? `${both(label)} ` : ""}
      <AppLink to="/loven/$rule" params={{ rule: of }}>
        {of}
      </AppLink>
    </>
  );
}
