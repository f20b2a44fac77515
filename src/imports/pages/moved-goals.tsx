import { Heading, Table } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { formatNumber, formatSigned, NO_VALUE } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { MovedFigure } from "../contract.ts";
import { importTexts } from "./import-texts.ts";

/** The plan's goals whose figures the import moved, each with the way to it. */
export function MovedGoals({ moved }: { readonly moved: readonly MovedFigure[] | null }): ReactElement {
  const { moved: texts } = useTexts(importTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const shown = (value: number | null): string =>
    value === null ? NO_VALUE : formatNumber(value, language, Number.isInteger(value) ? 0 : 1);
  const change = ({ before, after }: MovedFigure): string =>
    before === null || after === null
      ? NO_VALUE
      : formatSigned(after - before, language, Number.isInteger(after - before) ? 0 : 1);
  return (
    <section className="part" aria-live="polite">
      <Heading level="2" size="small">
        {texts.title}
      </Heading>
      {moved === null && <p className="quiet">{texts.waiting}</p>}
      {moved?.length === 0 && <p>{texts.none}</p>}
      {moved && moved.length > 0 && (
        <ScrollBox name={texts.title}>
          <Table size="small">
            <caption className="aksel-sr-only">{texts.title}</caption>
            <Table.Header>
              <Table.Row>
                <Table.HeaderCell scope="col">{texts.goal}</Table.HeaderCell>
                {[texts.before, texts.after, texts.change].map((name) => (
                  <Table.HeaderCell scope="col" align="right" key={name}>
                    {name}
                  </Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {moved.map((figure) => (
                <Table.Row key={`${figure.plan} ${figure.goal} ${figure.title.da}`}>
                  <Table.HeaderCell scope="row">
                    <AppLink to="/plan/$plan/maal/$goal" params={{ plan: figure.plan, goal: figure.goal }}>
                      {both(figure.title)}
                    </AppLink>
                  </Table.HeaderCell>
                  <Table.DataCell align="right">{shown(figure.before)}</Table.DataCell>
                  <Table.DataCell align="right">{shown(figure.after)}</Table.DataCell>
                  <Table.DataCell align="right">{change(figure)}</Table.DataCell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </ScrollBox>
      )}
    </section>
  );
}
