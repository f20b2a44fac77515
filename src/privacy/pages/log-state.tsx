import { Button, Heading, InlineMessage, LocalAlert, Table } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { countForm, fill, type SameTexts, textOf } from "../../platform/texts/catalogue.ts";
import { formatDay, formatMoment, formatNumber, NO_VALUE } from "../../platform/texts/format.ts";
import type { Language } from "../../platform/texts/language.ts";
import { post } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { LogCheckAnswer, VerificationAnswer } from "../contract.ts";
import type { da } from "../texts.da.ts";
import { privacyTexts } from "./privacy-texts.ts";
import { logQuery } from "./queries.ts";

type Props = { readonly verification: VerificationAnswer };

/** What verifying the log found, how far one under way is, and a way to do it again. */
export function LogState({ verification, checking }: LogCheckAnswer): ReactElement {
  const { log: texts } = useTexts(privacyTexts);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const verify = useMutation({
    mutationFn: () => post<LogCheckAnswer>("/log/verify", {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: logQuery.queryKey }),
  });
  return (
    <section className="part">
      <Heading level="2" size="small">
        {texts.state}
      </Heading>
      {verification && <Found verification={verification} />}
      <Button
        className="no-print"
        size="small"
        variant="secondary"
        loading={verify.isPending || checking !== null}
        onClick={() => verify.mutate()}
      >
        {texts.verify}
      </Button>
      <div role="status">
        {checking && <p>{checkingLine(checking, texts, language)}</p>}
        {!checking && verify.isSuccess && verification?.ok && (
          <InlineMessage status="success">{texts.verified}</InlineMessage>
        )}
      </div>
      {verify.error && <ProblemMessage error={verify.error} />}
    </section>
  );
}

function checkingLine(
  { done, total }: NonNullable<LogCheckAnswer["checking"]>,
  texts: Log,
  language: Language,
): string {
  if (total === null) return texts.checkingBegins;
  return fill(texts.checking, { done: formatNumber(done, language), total: formatNumber(total, language) });
}

type Log = SameTexts<(typeof da)["log"]>;

function Found({ verification }: Props): ReactElement {
  const { log: texts } = useTexts(privacyTexts);
  const { language } = useLanguage();
  const { checkedAt, entries, waiting, dropped } = verification;
  const last = dropped.at(-1);
  return (
    <>
      {!verification.ok && <Faults verification={verification} />}
      <p>
        {fill(texts.checkedAt, { at: formatMoment(checkedAt, language), entries: formatNumber(entries, language) })}
      </p>
      {waiting > 0 && <p className="quiet">{fill(countForm(language, waiting, texts.waiting), { count: waiting })}</p>}
      {verification.sealerSleeps && <InlineMessage status="warning">{texts.sleeps}</InlineMessage>}
      {last && (
        <p className="quiet">{fill(texts.dropped, { days: dropped.length, last: formatDay(last.day, language) })}</p>
      )}
    </>
  );
}

function Faults({ verification }: Props): ReactElement {
  const { log: texts } = useTexts(privacyTexts);
  const { language } = useLanguage();
  return (
    <>
      <LocalAlert status="error">
        <LocalAlert.Header>
          <LocalAlert.Title as="h3">{texts.faults}</LocalAlert.Title>
        </LocalAlert.Header>
        <LocalAlert.Content>{texts.faultsHelp}</LocalAlert.Content>
      </LocalAlert>
      <ScrollBox name={texts.faults}>
        <Table size="small">
          <caption className="aksel-sr-only">{texts.faults}</caption>
          <Table.Header>
            <Table.Row>
              {[texts.faultDay, texts.faultEntry, texts.faultWhat].map((name) => (
                <Table.HeaderCell scope="col" key={name}>
                  {name}
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {verification.faults.map(({ code, day, number, entry }) => (
              <Table.Row key={`${code} ${number} ${entry}`}>
                <Table.DataCell>{day === null ? (number ?? NO_VALUE) : formatDay(day, language)}</Table.DataCell>
                <Table.DataCell>{entry ?? NO_VALUE}</Table.DataCell>
                <Table.DataCell>{textOf(texts.fault, code)}</Table.DataCell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </ScrollBox>
    </>
  );
}
