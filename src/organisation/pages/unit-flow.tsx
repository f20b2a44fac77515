import { BodyLong, Heading, Select, Table } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatNumber, NO_VALUE } from "../../platform/texts/format.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { FlowAnswer, FlowPeriod, OrganisationAnswer } from "../contract.ts";
import { organisationTexts } from "./organisation-texts.ts";
import { flowQuery } from "./queries.ts";

const PERIODS: readonly FlowPeriod[] = ["month", "quarter", "year"];

/** Citizens through the units in a period: had at the start, came, left, had at the end (ORG-02). */
export function UnitFlow({ units }: Pick<OrganisationAnswer, "units">): ReactElement {
  const { flow: texts } = useTexts(organisationTexts);
  const { language } = useLanguage();
  const [period, setPeriod] = useState<FlowPeriod>("month");
  const { data, error, refetch } = useQuery(flowQuery(period));
  return (
    <section aria-labelledby="flow">
      <Heading level="2" size="small" id="flow">
        {texts.title}
      </Heading>
      <BodyLong>{texts.lead}</BodyLong>
      <Select
        label={texts.period}
        size="small"
        className="flow-period"
        value={period}
        onChange={(event) => setPeriod(PERIODS.find((each) => each === event.target.value) ?? "month")}
      >
        {PERIODS.map((each) => (
          <option key={each} value={each}>
            {texts.periods[each]}
          </option>
        ))}
      </Select>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={8} />}
      {data && (
        <FlowTable
          units={units}
          flow={data}
          caption={fill(texts.caption, { from: formatDay(data.from, language), to: formatDay(data.to, language) })}
        />
      )}
    </section>
  );
}

type TableProps = Pick<OrganisationAnswer, "units"> & { readonly flow: FlowAnswer; readonly caption: string };

function FlowTable({ units, flow, caption }: TableProps): ReactElement {
  const { unit, flow: texts } = useTexts(organisationTexts);
  const { language } = useLanguage();
  const shown = (value: number | undefined): string => (value === undefined ? NO_VALUE : formatNumber(value, language));
  return (
    <ScrollBox name={texts.title}>
      <Table size="small" className="units">
        <caption>{caption}</caption>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{unit}</Table.HeaderCell>
            {[texts.atStart, texts.came, texts.left, texts.atEnd].map((name) => (
              <Table.HeaderCell scope="col" key={name} className="number">
                {name}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {units.map(({ id, name, level }) => {
            const through = flow.units.find((each) => each.unit === id)?.flow;
            return (
              <Table.Row key={id}>
                <Table.HeaderCell scope="row" className={`unit-level-${Math.min(level, 3)}`}>
                  {name}
                </Table.HeaderCell>
                <Table.DataCell className="number">{shown(through?.atStart)}</Table.DataCell>
                <Table.DataCell className="number">{shown(through?.came)}</Table.DataCell>
                <Table.DataCell className="number">{shown(through?.left)}</Table.DataCell>
                <Table.DataCell className="number">{shown(through?.atEnd)}</Table.DataCell>
              </Table.Row>
            );
          })}
        </Table.Body>
      </Table>
    </ScrollBox>
  );
}
