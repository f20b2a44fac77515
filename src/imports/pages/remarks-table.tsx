import { Heading, Table } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatNumber, NO_VALUE } from "../../platform/texts/format.ts";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { BatchRemark, BatchView } from "../contract.ts";
import { importTexts } from "./import-texts.ts";
import { findingsQuery } from "./queries.ts";
import { useFileName } from "./use-file-name.ts";

/** What to know about rows that are taken all the same. Nothing when there is nothing to know. */
export function RemarksTable({ view }: { readonly view: BatchView }): ReactElement | null {
  const { remarks: texts } = useTexts(importTexts);
  const { data } = useQuery(findingsQuery(view.id, view.version));
  const left = new Set(view.files.filter(({ leftOut }) => leftOut).map(({ file }) => file));
  const remarks = (data?.remarks ?? []).filter(({ file }) => !left.has(file));
  if (remarks.length === 0) return null;
  return (
    <section className="part">
      <Heading level="2" size="small">
        {texts.title}
      </Heading>
      <p className="quiet">{texts.lead}</p>
      <ScrollBox name={texts.title}>
        <Table size="small">
          <caption className="aksel-sr-only">{texts.title}</caption>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell scope="col">{texts.what}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{texts.column}</Table.HeaderCell>
              <Table.HeaderCell scope="col" align="right">
                {texts.cells}
              </Table.HeaderCell>
              <Table.HeaderCell scope="col">{texts.lines}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {remarks.map((remark) => (
              <Remark key={[remark.file, remark.code, remark.column].join("|")} view={view} remark={remark} />
            ))}
          </Table.Body>
        </Table>
      </ScrollBox>
    </section>
  );
}

function Remark({ view, remark }: { readonly view: BatchView; readonly remark: BatchRemark }): ReactElement {
  const { remarks: texts } = useTexts(importTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const nameOf = useFileName();
  const file = view.files.find((one) => one.file === remark.file);
  const lines = remark.lines.map((line) => formatNumber(line, language)).join(", ");
  const more = remark.cells - remark.lines.length;
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">
        {both(remark.message)}
        <span className="mapping-meaning quiet">{file ? nameOf(file) : ""}</span>
      </Table.HeaderCell>
      <Table.DataCell>{remark.column ?? NO_VALUE}</Table.DataCell>
      <Table.DataCell align="right">{formatNumber(remark.cells, language)}</Table.DataCell>
      <Table.DataCell>
        {remark.lines.length === 0
          ? texts.wholeFile
          : more > 0
            ? fill(texts.more, { lines, count: formatNumber(more, language) })
            : lines}
      </Table.DataCell>
    </Table.Row>
  );
}
