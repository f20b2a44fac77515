import { ChevronDownIcon, ChevronRightIcon } from "@navikt/aksel-icons";
import { Table } from "@navikt/ds-react";
import { Fragment, type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatNumber, NO_VALUE } from "../../platform/texts/format.ts";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { OrganisationAnswer, UnitRow } from "../contract.ts";
import { organisationTexts } from "./organisation-texts.ts";
import { UnitStaff } from "./unit-staff.tsx";

/** The tree of units, each with the sums of those below it; a unit's own staff are shown on demand. */
export function UnitTable({ organisation }: { readonly organisation: OrganisationAnswer }): ReactElement {
  const texts = useTexts(organisationTexts);
  const [open, setOpen] = useState<readonly string[]>([]);
  const isCounted = organisation.units.some(({ cases }) => cases !== null);
  const ofCases = isCounted ? [texts.cases, texts.unassigned, texts.perFullTime] : [];
  const names = [texts.kind, texts.heads, texts.fullTime, ...ofCases];
  const toggle = (id: string): void => setOpen(open.includes(id) ? open.filter((each) => each !== id) : [...open, id]);
  return (
    <ScrollBox name={texts.units}>
      <Table size="small" className="units">
        <caption className="aksel-sr-only">{texts.units}</caption>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{texts.unit}</Table.HeaderCell>
            {names.map((name, i) => (
              <Table.HeaderCell scope="col" key={name} {...(i > 0 && { className: "number" })}>
                {name}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {organisation.units.map((unit) => (
            <Fragment key={unit.id}>
              <UnitLine
                unit={unit}
                isCounted={isCounted}
                isOpen={open.includes(unit.id)}
                onToggle={organisation.staff.some((member) => member.unit === unit.id) ? () => toggle(unit.id) : null}
              />
              {open.includes(unit.id) && (
                <Table.Row>
                  <Table.DataCell colSpan={names.length + 1}>
                    <UnitStaff unit={unit} organisation={organisation} />
                  </Table.DataCell>
                </Table.Row>
              )}
            </Fragment>
          ))}
        </Table.Body>
      </Table>
    </ScrollBox>
  );
}

type LineProps = {
  readonly unit: UnitRow;
  readonly isCounted: boolean;
  readonly isOpen: boolean;
  readonly onToggle: (() => void) | null;
};

function UnitLine({ unit, isCounted, isOpen, onToggle }: LineProps): ReactElement {
  const texts = useTexts(organisationTexts);
  const { language } = useLanguage();
  const shown = (value: number | null, decimals = 0): string =>
    value === null ? NO_VALUE : formatNumber(value, language, decimals);
  const perFullTime = unit.cases === null || unit.fullTime === 0 ? null : unit.cases / (unit.fullTime / 1000);
  const Chevron = isOpen ? ChevronDownIcon : ChevronRightIcon;
  return (
    <Table.Row>
      <Table.HeaderCell scope="row" className={`unit-level-${Math.min(unit.level, 3)}`}>
        {onToggle ? (
          <button type="button" className="unit-toggle" aria-expanded={isOpen} onClick={onToggle}>
            <Chevron aria-hidden />
            <span aria-hidden>{unit.name}</span>
            <span className="aksel-sr-only">{fill(isOpen ? texts.hide : texts.show, { unit: unit.name })}</span>
          </button>
        ) : (
          unit.name
        )}
        {unit.groups.length > 0 && (
          <span className="quiet unit-groups">{unit.groups.map((group) => group[language]).join(", ")}</span>
        )}
      </Table.HeaderCell>
      <Table.DataCell>{texts.kinds[unit.kind]}</Table.DataCell>
      <Table.DataCell className="number">{shown(unit.heads)}</Table.DataCell>
      <Table.DataCell className="number">{shown(unit.fullTime / 1000, 1)}</Table.DataCell>
      {isCounted && (
        <>
          <Table.DataCell className="number">{shown(unit.cases)}</Table.DataCell>
          <Table.DataCell className="number">{shown(unit.unassigned)}</Table.DataCell>
          <Table.DataCell className="number">{shown(perFullTime, 1)}</Table.DataCell>
        </>
      )}
    </Table.Row>
  );
}
