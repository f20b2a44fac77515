import { Table } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatMoment, formatNumber, NO_VALUE } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { SnapshotInfo } from "../contract.ts";
import { planTexts } from "./plan-texts.ts";

type Props = { readonly plan: string; readonly snapshots: readonly SnapshotInfo[]; readonly chosen: string };

/** The kept snapshots with what tells them apart, and the way to the plan seen with each. */
export function SnapshotTable({ plan, snapshots, chosen }: Props): ReactElement {
  const { snapshots: texts } = useTexts(planTexts);
  const { language } = useLanguage();
  const names = [texts.asOf, texts.knownAt, texts.madeAt, texts.rows, texts.checksum, texts.action];
  return (
    <ScrollBox name={texts.list}>
      <Table size="small">
        <caption className="aksel-sr-only">{texts.list}</caption>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{texts.name}</Table.HeaderCell>
            {names.map((name) => (
              <Table.HeaderCell scope="col" key={name}>
                {name}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {snapshots.map(({ name, asOf, knownAt, madeAt, rows, checksum }) => (
            <Table.Row key={name} selected={name === chosen}>
              <Table.HeaderCell scope="row">{name}</Table.HeaderCell>
              <Table.DataCell>{formatDay(asOf, language)}</Table.DataCell>
              <Table.DataCell>{knownAt ? formatDay(knownAt, language) : NO_VALUE}</Table.DataCell>
              <Table.DataCell>{formatMoment(madeAt, language)}</Table.DataCell>
              <Table.DataCell>{formatNumber(rows, language)}</Table.DataCell>
              <Table.DataCell>
                <code title={checksum}>{checksum.slice(0, 8)}</code>
              </Table.DataCell>
              <Table.DataCell>
                {name === chosen ? (
                  texts.using
                ) : (
                  <AppLink to="/plan/$plan" params={{ plan }} search={{ snapshot: name, asOf }}>
                    {texts.useShort}
                    <span className="aksel-sr-only">{fill(` ${texts.use}`, { name })}</span>
                  </AppLink>
                )}
              </Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </ScrollBox>
  );
}
