import { Table } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { formatDay } from "../../platform/texts/format.ts";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { PrivacyRequest } from "../contract.ts";
import { privacyTexts } from "./privacy-texts.ts";
import { RequestSteps } from "./request-steps.tsx";

type Props = { readonly requests: readonly PrivacyRequest[]; readonly onGather: (citizen: string) => void };

/** All requests; each opens to its course and its next step. */
export function RequestTable({ requests, onGather }: Props): ReactElement {
  const { requests: texts } = useTexts(privacyTexts);
  const { language } = useLanguage();
  return (
    <ScrollBox name={texts.list}>
      <Table size="small">
        <caption className="aksel-sr-only">{texts.list}</caption>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">
              <span className="aksel-sr-only">{texts.open}</span>
            </Table.HeaderCell>
            {[texts.deadline, texts.state, texts.kind, texts.about, texts.received, texts.source].map((name) => (
              <Table.HeaderCell scope="col" key={name}>
                {name}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {requests.map((request) => (
            <Table.ExpandableRow
              key={request.id}
              togglePlacement="left"
              content={<RequestSteps request={request} onGather={onGather} />}
            >
              <Table.DataCell>{formatDay(request.deadline, language)}</Table.DataCell>
              <Table.DataCell>{texts.states[request.state]}</Table.DataCell>
              <Table.DataCell>{texts.kinds[request.kind]}</Table.DataCell>
              <Table.DataCell>{request.citizen}</Table.DataCell>
              <Table.DataCell>{formatDay(request.received, language)}</Table.DataCell>
              <Table.DataCell>{texts.sources[request.source]}</Table.DataCell>
            </Table.ExpandableRow>
          ))}
        </Table.Body>
      </Table>
    </ScrollBox>
  );
}
