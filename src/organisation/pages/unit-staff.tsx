import { Button, Table } from "@navikt/ds-react";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatNumber, NO_VALUE } from "../../platform/texts/format.ts";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { OrganisationAnswer, UnitRow } from "../contract.ts";
import { HandOverForm } from "./hand-over-form.tsx";
import { organisationTexts } from "./organisation-texts.ts";

type Props = { readonly unit: UnitRow; readonly organisation: OrganisationAnswer };

/** Somebody with cases; nobody is a line too, so that cases without a caseworker can be given one. */
type Line = {
  readonly person: string | null;
  readonly name: string;
  readonly share: number | null;
  readonly role: OrganisationAnswer["staff"][number]["role"];
  readonly cases: number | null;
};

/** A unit's own staff with their caseloads, and the way to hand cases over for those who may. */
export function UnitStaff({ unit, organisation }: Props): ReactElement {
  const texts = useTexts(organisationTexts);
  const [from, setFrom] = useState<Line | null>(null);
  const here = organisation.staff.filter((member) => member.unit === unit.id);
  const lines: readonly Line[] = here.map(({ person, name, share, role, cases, left }) => ({
    person,
    name: left ? `${name ?? person} (${texts.gone})` : (name ?? person),
    share: left ? null : share,
    role,
    cases,
  }));
  const waiting = ownUnassigned(unit, organisation);
  const nobody: readonly Line[] = waiting
    ? [{ person: null, name: texts.nobody, share: null, role: null, cases: waiting }]
    : [];
  const mayMove = organisation.assignable.includes(unit.id);
  return (
    <>
      <Table size="small">
        <caption className="aksel-sr-only">{fill(texts.staff, { unit: unit.name })}</caption>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{texts.member}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{texts.role}</Table.HeaderCell>
            <Table.HeaderCell scope="col" className="number">
              {texts.fullTime}
            </Table.HeaderCell>
            <Table.HeaderCell scope="col" className="number">
              {texts.cases}
            </Table.HeaderCell>
            {mayMove && <Table.HeaderCell scope="col">{texts.action}</Table.HeaderCell>}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {[...nobody, ...lines].map((line) => (
            <StaffLine key={line.person ?? ""} line={line} onMove={mayMove ? () => setFrom(line) : null} />
          ))}
        </Table.Body>
      </Table>
      {from && (
        <HandOverForm
          key={from.person ?? ""}
          from={{ unit: unit.id, staff: from.person, name: from.name, cases: from.cases ?? 0 }}
          organisation={organisation}
          onEnd={() => setFrom(null)}
        />
      )}
    </>
  );
}

/** The unassigned cases of the unit itself, without those of the units below it. */
function ownUnassigned(unit: UnitRow, { units }: OrganisationAnswer): number {
  const below = units.filter(({ parent }) => parent === unit.id);
  return below.reduce((rest, { unassigned }) => rest - (unassigned ?? 0), unit.unassigned ?? 0);
}

function StaffLine({ line, onMove }: { readonly line: Line; readonly onMove: (() => void) | null }): ReactElement {
  const texts = useTexts(organisationTexts);
  const { language } = useLanguage();
  const { name, share, role, cases } = line;
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">{name}</Table.HeaderCell>
      <Table.DataCell>{role === null ? NO_VALUE : role[language]}</Table.DataCell>
      <Table.DataCell className="number">
        {share === null ? NO_VALUE : formatNumber(share / 1000, language, 1)}
      </Table.DataCell>
      <Table.DataCell className="number">{cases === null ? NO_VALUE : formatNumber(cases, language)}</Table.DataCell>
      {onMove && (
        <Table.DataCell>
          {cases !== null && cases > 0 && (
            <Button size="xsmall" variant="tertiary" onClick={onMove}>
              <span aria-hidden>{texts.handOver}</span>
              <span className="aksel-sr-only">{fill(texts.handOverOf, { from: name })}</span>
            </Button>
          )}
        </Table.DataCell>
      )}
    </Table.Row>
  );
}
