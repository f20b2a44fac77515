import { BodyLong, Button, Detail, Heading, Select, Table } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { saveCsv } from "../../platform/ui/csv.ts";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { FullTimeTable } from "../contract.ts";
import { matchCount, tableAsRows } from "./full-time-figures.ts";
import { FullTimeGrid, type FullTimeMode, fullTimeModes } from "./full-time-grid.tsx";
import { planTexts } from "./plan-texts.ts";
import { fullTimeQuery } from "./queries.ts";
import type { Reader } from "./reader.ts";
import "./plan.css";
import type { View } from "./view.ts";
import { ViewBar, ViewNote } from "./view-bar.tsx";

type Props = { readonly plan: string; readonly view: View; readonly reader: Reader };

/** The table of full-time persons: what the plan published beside what is recorded, with the differences (PLAN-21, RES-12). */
export function FullTimePage({ plan, view, reader }: Props): ReactElement {
  const { table: texts } = useTexts(planTexts);
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(fullTimeQuery(plan, view));
  const change = (next: View): void => {
    void navigate({ to: "/plan/$plan/fuldtidspersoner", params: { plan }, search: next, resetScroll: false });
  };
  const match = data && matchCount(data);
  return (
    <main className="page wide" id="content">
      <div className="page-top">
        <div>
          <Detail className="eyebrow">{texts.eyebrow}</Detail>
          <PageHeading title={texts.title}>
            {match && match.all > 0 ? fill(texts.lineMatch, match) : texts.title}
          </PageHeading>
        </div>
        <ViewBar view={view} reader={reader} onChange={change} />
      </div>
      <ViewNote view={view} onClear={() => change({ ...view, snapshot: "", knownAt: "" })} />
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={12} />}
      {data && !error && <FullTimeBody data={data} />}
    </main>
  );
}

function FullTimeBody({ data }: { readonly data: FullTimeTable }): ReactElement {
  const { table: texts } = useTexts(planTexts);
  const { language } = useLanguage();
  const [mode, setMode] = useState<FullTimeMode>("both");
  return (
    <>
      <div className="table-tools no-print">
        <Select
          size="small"
          label={texts.show}
          value={mode}
          onChange={(event) => setMode(fullTimeModes.find((each) => each === event.target.value) ?? "both")}
        >
          {fullTimeModes.map((each) => (
            <option key={each} value={each}>
              {texts.modes[each]}
            </option>
          ))}
        </Select>
        <Button
          size="small"
          variant="tertiary"
          onClick={() => saveCsv(`${data.plan}-${data.asOf}.csv`, tableAsRows(data, language))}
        >
          {texts.export}
        </Button>
        <Button size="small" variant="tertiary" onClick={() => window.print()}>
          {texts.print}
        </Button>
      </div>
      <p className="quiet">{keyOf(mode, texts)}</p>
      <ScrollBox name={texts.title} className="full-time-box">
        <FullTimeGrid data={data} mode={mode} />
      </ScrollBox>
      <BodyLong size="small" className="quiet">
        {`${texts.matchMeaning} ${texts.explain} ${texts.jobindsats}`}
      </BodyLong>
      <Discrepancies data={data} />
    </>
  );
}

function keyOf(mode: FullTimeMode, texts: { readonly keyBoth: string; readonly keyChange: string }): string | null {
  if (mode === "both") return texts.keyBoth;
  return mode === "change" ? texts.keyChange : null;
}

function Discrepancies({ data }: { readonly data: FullTimeTable }): ReactElement {
  const { table: texts } = useTexts(planTexts);
  const both = useBoth();
  if (data.discrepancies.length === 0) return <p>{texts.noDiscrepancies}</p>;
  return (
    <section className="part">
      <Heading level="2" size="small">
        {texts.discrepancies}
      </Heading>
      <p>{texts.discrepanciesHelp}</p>
      <ScrollBox name={texts.discrepancies}>
        <Table size="small" className="wrapping">
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell scope="col">{texts.where}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{texts.stated}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{texts.computed}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{texts.explanation}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {data.discrepancies.map(({ where, stated, computed, explanation }) => (
              <Table.Row key={where.en}>
                <Table.HeaderCell scope="row">{both(where)}</Table.HeaderCell>
                <Table.DataCell>{both(stated)}</Table.DataCell>
                <Table.DataCell>{both(computed)}</Table.DataCell>
                <Table.DataCell>{both(explanation)}</Table.DataCell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </ScrollBox>
    </section>
  );
}
