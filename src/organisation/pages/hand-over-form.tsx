import { Button, Heading, Select } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatNumber } from "../../platform/texts/format.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { OrganisationAnswer } from "../contract.ts";
import { organisationTexts } from "./organisation-texts.ts";
import { handOverCases } from "./queries.ts";

type Props = {
  readonly from: {
    readonly unit: string;
    readonly staff: string | null;
    readonly name: string;
    readonly cases: number;
  };
  readonly organisation: OrganisationAnswer;
  readonly onEnd: () => void;
};

/** Hands all cases of somebody over to another, within the units the reader may assign in (ASK-37). */
export function HandOverForm({ from, organisation, onEnd }: Props): ReactElement {
  const { move: texts, nobody } = useTexts(organisationTexts);
  const { language } = useLanguage();
  const [unit, setUnit] = useState(from.unit);
  const [staff, setStaff] = useState("");
  const move = useHandOver({ from, to: { unit, staff: staff || null } });
  const units = organisation.units.filter(({ id }) => organisation.assignable.includes(id));
  const staffThere = organisation.staff.filter(
    (member) => member.unit === unit && !member.left && !(unit === from.unit && member.person === from.staff),
  );
  const counted = (count: number): { count: string } => ({ count: formatNumber(count, language) });
  if (move.data) {
    const { moved } = move.data;
    return <p role="status">{fill(countForm(language, moved, texts.done), counted(moved))}</p>;
  }
  const isSame = unit === from.unit && (staff || null) === from.staff;
  return (
    <form
      className="hand-over"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSame) move.mutate();
      }}
    >
      <Heading level="3" size="xsmall">
        {fill(countForm(language, from.cases, from.staff === null ? texts.give : texts.title), {
          ...counted(from.cases),
          from: from.name,
        })}
      </Heading>
      <p className="quiet">{texts.help}</p>
      <Select
        size="small"
        label={texts.unit}
        value={unit}
        onChange={(event) => {
          setUnit(event.target.value);
          setStaff("");
        }}
      >
        {units.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select size="small" label={texts.staff} value={staff} onChange={(event) => setStaff(event.target.value)}>
        <option value="">{nobody}</option>
        {staffThere.map(({ person, name }) => (
          <option key={person} value={person}>
            {name ?? person}
          </option>
        ))}
      </Select>
      {move.error && <ProblemMessage error={move.error} />}
      <div className="hand-over-buttons">
        <Button size="small" type="submit" loading={move.isPending} disabled={isSame}>
          {texts.save}
        </Button>
        <Button size="small" type="button" variant="tertiary" onClick={onEnd}>
          {texts.cancel}
        </Button>
      </div>
    </form>
  );
}

function useHandOver({
  from,
  to,
}: {
  readonly from: Props["from"];
  readonly to: { readonly unit: string; readonly staff: string | null };
}) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => handOverCases({ from: { unit: from.unit, staff: from.staff }, to, expected: from.cases }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["organisation"] }),
  });
}
