import { BodyLong, Heading, Table } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement, ReactNode } from "react";
import { formatDay, formatNumber, NO_VALUE } from "../../platform/texts/format.ts";
import { get } from "../../platform/ui/api.ts";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { appTexts } from "./app-texts.ts";

type About = {
  readonly version: string;
  readonly licence: string;
  readonly synthetic: boolean;
  readonly engine: string;
  readonly data: readonly {
    readonly fact: string;
    readonly label: { readonly da: string; readonly en: string };
    readonly rows: number;
    readonly firstDay: string | null;
    readonly lastRecorded: string | null;
  }[];
};

/** What the product is, what it knows and how fresh that is, and how it treats people. */
export function AboutPage(): ReactElement {
  const { about: texts } = useTexts(appTexts);
  const { data, error, refetch } = useQuery({
    queryKey: ["about"],
    queryFn: ({ signal }) => get<About>("/about", {}, signal),
  });
  return (
    <main className="page page-narrow" id="content">
      <PageHeading title={texts.title}>{texts.title}</PageHeading>
      <BodyLong className="lead">{texts.lead}</BodyLong>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      <Part title={texts.synthetic}>{data?.synthetic === false ? texts.real : texts.syntheticText}</Part>
      <section className="part">
        <Heading level="2" size="medium">
          {texts.data}
        </Heading>
        {data ? <DataTable data={data.data} /> : <SkeletonLines lines={6} />}
      </section>
      <Part title={texts.privacy}>{texts.privacyText}</Part>
      <Part title={texts.access}>{texts.accessText}</Part>
      <Shortcuts />
      <Part title={texts.product}>{texts.licenceText}</Part>
      {data && <ProductFacts about={data} />}
    </main>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className="part">
      <Heading level="2" size="medium">
        {title}
      </Heading>
      <BodyLong>{children}</BodyLong>
    </section>
  );
}

function DataTable({ data }: { readonly data: About["data"] }): ReactElement {
  const { about: texts } = useTexts(appTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const day = (iso: string | null): string => (iso ? formatDay(iso, language) : NO_VALUE);
  return (
    <ScrollBox name={texts.data}>
      <Table size="small">
        <caption className="aksel-sr-only">{texts.dataCaption}</caption>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{texts.fact}</Table.HeaderCell>
            <Table.HeaderCell scope="col" align="right">
              {texts.rows}
            </Table.HeaderCell>
            <Table.HeaderCell scope="col">{texts.first}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{texts.last}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {data.map(({ fact, label, rows, firstDay, lastRecorded }) => (
            <Table.Row key={fact}>
              <Table.HeaderCell scope="row">{both(label)}</Table.HeaderCell>
              <Table.DataCell align="right">{formatNumber(rows, language)}</Table.DataCell>
              <Table.DataCell>{day(firstDay)}</Table.DataCell>
              <Table.DataCell>{day(lastRecorded)}</Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </ScrollBox>
  );
}

function Shortcuts(): ReactElement {
  const { about: texts } = useTexts(appTexts);
  return (
    <section className="part">
      <Heading level="2" size="medium">
        {texts.keys}
      </Heading>
      <Table size="small">
        <caption className="aksel-sr-only">{texts.keysCaption}</caption>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{texts.key}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{texts.does}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {Object.values(texts.shortcuts).map(({ key, does }) => (
            <Table.Row key={key}>
              <Table.HeaderCell scope="row">
                <kbd>{key}</kbd>
              </Table.HeaderCell>
              <Table.DataCell>{does}</Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </section>
  );
}

function ProductFacts({ about }: { readonly about: About }): ReactElement {
  const { about: texts } = useTexts(appTexts);
  const facts = [
    [texts.version, about.version],
    [texts.licence, about.licence],
    [texts.engine, about.engine],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
