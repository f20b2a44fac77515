import { BodyLong, Heading, Table } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { textOf } from "../../platform/texts/catalogue.ts";
import { formatMoment, NO_VALUE } from "../../platform/texts/format.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { AccessAnswer } from "../contract.ts";
import { organisationTexts } from "./organisation-texts.ts";
import { accessQuery } from "./queries.ts";

/** Who has been logged in with which role, and the rules that give roles. */
export function AccessList(): ReactElement {
  const { access: texts } = useTexts(organisationTexts);
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(accessQuery);
  const roleText = ({ role, units }: AccessAnswer["people"][number]["roles"][number]): string => {
    const named = units.filter((unit) => unit !== "*");
    return named.length === 0 ? textOf(texts.names, role) : `${textOf(texts.names, role)} (${named.join(", ")})`;
  };
  const people = data?.people.map(({ user, roles, lastSeen }) => [
    user,
    roles.map(roleText).join("; "),
    formatMoment(lastSeen, language),
  ]);
  const rules = data?.rules.map(({ claim, value, role, units }) => [
    claim,
    value,
    textOf(texts.names, role),
    units === "" ? NO_VALUE : units,
  ]);
  return (
    <section aria-labelledby="access" className="access-list">
      <Heading level="2" size="small" id="access">
        {texts.title}
      </Heading>
      <BodyLong>{texts.lead}</BodyLong>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={4} />}
      {people?.length === 0 && <p>{texts.none}</p>}
      {people && people.length > 0 && (
        <Lines name={texts.title} head={[texts.user, texts.roles, texts.lastSeen]} lines={people} />
      )}
      <Heading level="3" size="xsmall" spacing>
        {texts.rules}
      </Heading>
      {rules?.length === 0 && <p>{texts.noRules}</p>}
      {rules && rules.length > 0 && (
        <Lines name={texts.rules} head={[texts.claim, texts.value, texts.role, texts.forUnits]} lines={rules} />
      )}
    </section>
  );
}

type LinesProps = {
  readonly name: string;
  readonly head: readonly string[];
  readonly lines: readonly (readonly string[])[];
};

function Lines({ name, head, lines }: LinesProps): ReactElement {
  return (
    <ScrollBox name={name}>
      <Table size="small">
        <caption className="aksel-sr-only">{name}</caption>
        <Table.Header>
          <Table.Row>
            {head.map((each) => (
              <Table.HeaderCell scope="col" key={each}>
                {each}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {lines.map((line) => (
            <Table.Row key={line.join(" ")}>
              {line.map((text, i) => (
                <Table.DataCell key={head[i]}>{text}</Table.DataCell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </ScrollBox>
  );
}
