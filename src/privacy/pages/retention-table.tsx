import { Table } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatNumber } from "../../platform/texts/format.ts";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { RetentionRow } from "../contract.ts";
import { privacyTexts } from "./privacy-texts.ts";

const YEAR = 365;

/** The deletion periods by KLE subject: which are confirmed, by whom, and what falls due by each. */
export function RetentionTable({ rows }: { readonly rows: readonly RetentionRow[] }): ReactElement {
  const { retention: texts } = useTexts(privacyTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const shown = (value: number): string => formatNumber(value, language);
  const statusOf = ({ confirmed, enforced }: RetentionRow): string => {
    if (confirmed) return fill(texts.confirmedBy, confirmed);
    return enforced ? texts.verified : texts.unconfirmed;
  };
  const periodOf = ({ confirmed, days }: RetentionRow): string => {
    const kept = confirmed?.days ?? days;
    const years = kept / YEAR;
    return fill(Number.isInteger(years) ? texts.yearsOf : texts.daysOf, { days: shown(kept), years: shown(years) });
  };
  return (
    <ScrollBox name={texts.table}>
      <Table size="small">
        <caption className="aksel-sr-only">{texts.table}</caption>
        <Table.Header>
          <Table.Row>
            {[texts.kle, texts.subject, texts.keep, texts.days, texts.status, texts.due].map((name) => (
              <Table.HeaderCell scope="col" key={name}>
                {name}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {rows.map((row) => (
            <Table.Row key={row.kle}>
              <Table.HeaderCell scope="row">{row.kle}</Table.HeaderCell>
              <Table.DataCell>{both(row.title)}</Table.DataCell>
              <Table.DataCell>{texts.keeps[row.keep]}</Table.DataCell>
              <Table.DataCell>{periodOf(row)}</Table.DataCell>
              <Table.DataCell>{statusOf(row)}</Table.DataCell>
              <Table.DataCell>
                {row.rows === 0
                  ? texts.nothing
                  : fill(texts.dueOf, { citizens: shown(row.citizens), rows: shown(row.rows) })}
              </Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </ScrollBox>
  );
}
