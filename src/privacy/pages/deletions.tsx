import { Button, Heading, InlineMessage, Table } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatMoment, formatNumber, NO_VALUE } from "../../platform/texts/format.ts";
import { post } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { Deletion, RetentionAnswer } from "../contract.ts";
import { privacyTexts } from "./privacy-texts.ts";

type Props = { readonly data: RetentionAnswer };

/** Deletions: proposing one, approving somebody else's, and the proof of those that are done. */
export function Deletions({ data }: Props): ReactElement {
  const { retention: texts } = useTexts(privacyTexts);
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: ["privacy", "retention"] });
  const propose = useMutation({
    mutationFn: () => post<Deletion>("/privacy/deletions", { asOf: data.asOf }),
    onSuccess: again,
  });
  return (
    <section className="part">
      <Heading level="2" size="small">
        {texts.deletions}
      </Heading>
      {data.dueRows > 0 && (
        <div className="privacy-buttons no-print">
          <Button size="small" loading={propose.isPending} onClick={() => propose.mutate()}>
            {texts.propose}
          </Button>
          <span className="quiet">{texts.proposeHelp}</span>
        </div>
      )}
      <div role="status">{propose.isSuccess && <InlineMessage status="success">{texts.proposed}</InlineMessage>}</div>
      {propose.error && <ProblemMessage error={propose.error} />}
      {data.deletions.length === 0 ? (
        <p className="quiet">{texts.noDeletions}</p>
      ) : (
        <DeletionTable deletions={data.deletions} onDone={() => void again()} />
      )}
      <p className="quiet">{texts.proof}</p>
    </section>
  );
}

type TableProps = { readonly deletions: readonly Deletion[]; readonly onDone: () => void };

function DeletionTable({ deletions, onDone }: TableProps): ReactElement {
  const { retention: texts } = useTexts(privacyTexts);
  const { language } = useLanguage();
  const run = useMutation({
    mutationFn: async ({ id, approvedBy }: Deletion) => {
      if (approvedBy === null) await post<Deletion>(`/privacy/deletions/${id}/approve`, {});
      return post(`/privacy/deletions/${id}/run`, {});
    },
    onSettled: onDone,
  });
  const shown = (value: number): string => formatNumber(value, language);
  const progressOf = ({ doneAt, approvedBy }: Deletion): string => {
    if (doneAt !== null) return fill(texts.done, { at: formatMoment(doneAt, language) });
    return approvedBy === null ? texts.waits : texts.approvedState;
  };
  return (
    <>
      {run.error && <ProblemMessage error={run.error} />}
      <ScrollBox name={texts.deletions}>
        <Table size="small">
          <caption className="aksel-sr-only">{texts.deletions}</caption>
          <Table.Header>
            <Table.Row>
              {[texts.what, texts.proposedBy, texts.approvedBy, texts.progress].map((name) => (
                <Table.HeaderCell scope="col" key={name}>
                  {name}
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {deletions.map((deletion) => (
              <Table.Row key={deletion.id}>
                <Table.DataCell>
                  {fill(texts.of, {
                    citizens: shown(deletion.citizens),
                    rows: shown(deletion.rows),
                    day: formatDay(deletion.asOf, language),
                  })}
                </Table.DataCell>
                <Table.DataCell>
                  {fill(texts.rowDate, { who: deletion.proposedBy, at: formatMoment(deletion.proposedAt, language) })}
                </Table.DataCell>
                <Table.DataCell>{deletion.approvedBy ?? NO_VALUE}</Table.DataCell>
                <Table.DataCell>
                  {progressOf(deletion)}{" "}
                  {deletion.doneAt === null && (
                    <Button
                      className="no-print"
                      size="xsmall"
                      variant="secondary"
                      loading={run.isPending}
                      onClick={() => run.mutate(deletion)}
                    >
                      {deletion.approvedBy === null ? texts.approve : texts.run}
                    </Button>
                  )}
                </Table.DataCell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </ScrollBox>
    </>
  );
}
