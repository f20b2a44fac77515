import { Button, Heading, Table } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatNumber, NO_VALUE } from "../../platform/texts/format.ts";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { BatchView, Finding } from "../contract.ts";
import { importTexts } from "./import-texts.ts";
import { findingsQuery } from "./queries.ts";
import { useFileName } from "./use-file-name.ts";

type Props = {
  readonly view: BatchView;
  readonly onShow: (file: number, code: string) => void;
  readonly onMap: (file: number) => void;
};

const MOST = 500;

/** What is wrong, alike problems together, each with the way out. Nothing when nothing is wrong. */
export function FindingsTable({ view, onShow, onMap }: Props): ReactElement | null {
  const { findings: texts } = useTexts(importTexts);
  const { language } = useLanguage();
  const { data } = useQuery(findingsQuery(view.id, view.version));
  const left = new Set(view.files.filter(({ leftOut }) => leftOut).map(({ file }) => file));
  const findings = (data?.findings ?? []).filter(({ file }) => !left.has(file));
  if (findings.length === 0) return null;
  return (
    <section className="part">
      <Heading level="2" size="small">
        {texts.title}
      </Heading>
      <ScrollBox name={texts.title}>
        <Table size="small">
          <caption className="aksel-sr-only">{texts.title}</caption>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell scope="col">{texts.rule}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{texts.column}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{texts.value}</Table.HeaderCell>
              <Table.HeaderCell scope="col" align="right">
                {texts.count}
              </Table.HeaderCell>
              <Table.HeaderCell scope="col" align="right">
                {texts.first}
              </Table.HeaderCell>
              <Table.HeaderCell scope="col">{texts.wayOut}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {findings.map((finding) => (
              <FindingRow
                key={[finding.file, finding.code, finding.column, finding.value].join("|")}
                view={view}
                finding={finding}
                onShow={onShow}
                onMap={onMap}
              />
            ))}
          </Table.Body>
        </Table>
      </ScrollBox>
      {findings.length >= MOST && <p className="quiet">{fill(texts.more, { count: formatNumber(MOST, language) })}</p>}
    </section>
  );
}

function FindingRow({ view, finding, onShow, onMap }: Props & { readonly finding: Finding }): ReactElement {
  const { findings: texts } = useTexts(importTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const nameOf = useFileName();
  const file = view.files.find((one) => one.file === finding.file);
  const about = fill(texts.about, { rule: both(finding.message), file: file ? nameOf(file) : "" });
  const mayMap = finding.wayOut === "map" && view.deeds.includes("map");
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">
        {both(finding.message)}
        <span className="mapping-meaning quiet">{file ? nameOf(file) : ""}</span>
      </Table.HeaderCell>
      <Table.DataCell>{finding.column ?? NO_VALUE}</Table.DataCell>
      <Table.DataCell>{finding.value ?? NO_VALUE}</Table.DataCell>
      <Table.DataCell align="right">{formatNumber(finding.problems, language)}</Table.DataCell>
      <Table.DataCell align="right">{formatNumber(finding.firstLine, language)}</Table.DataCell>
      <Table.DataCell>
        {mayMap ? (
          <Button
            size="xsmall"
            variant="secondary"
            aria-label={`${texts.map}: ${about}`}
            onClick={() => onMap(finding.file)}
          >
            {texts.map}
          </Button>
        ) : (
          <span>{finding.wayOut === "accept" ? texts.accept : texts.fix}</span>
        )}
        <Button
          size="xsmall"
          variant="tertiary"
          className="no-print"
          aria-label={`${texts.show}: ${about}`}
          onClick={() => onShow(finding.file, finding.code)}
        >
          {texts.show}
        </Button>
      </Table.DataCell>
    </Table.Row>
  );
}
