import { Button, Heading, Select, Textarea } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatNumber } from "../../platform/texts/format.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useDraft } from "../../platform/ui/use-draft.ts";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { OrganisationAnswer } from "../contract.ts";
import { organisationTexts } from "./organisation-texts.ts";
import "./organisation.css";
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

/** As long as a note to each citizen may be. */
const LONGEST_NOTE = 300;

/** Hands all cases of somebody over to another, within the units the reader may assign in (ASK-37), with a note for whoever receives them. */
export function HandOverForm({ from, organisation, onEnd }: Props): ReactElement {
  const { move: texts, nobody } = useTexts(organisationTexts);
  const { language } = useLanguage();
  const [unit, setUnit] = useState(from.unit);
  const [staff, setStaff] = useState("");
  const note = useDraft(`springbraet.draft.hand-over.${from.unit}.${from.staff ?? ""}`);
  const move = useHandOver({ from, to: { unit, staff: staff || null }, note: note.text.trim() }, () => note.write(""));
  const units = organisation.units.filter(({ id }) => organisation.assignable.includes(id));
  const staffThere = organisation.staff.filter(
    (member) => member.unit === unit && !member.left && !(unit === from.unit && member.person === from.staff),
  );
  const counted = (count: number): { count: string } => ({ count: formatNumber(count, language) });
  if (move.data) {
    const { moved, noted } = move.data;
    const done = fill(countForm(language, moved, texts.done), counted(moved));
    const kept = noted === 0 ? "" : ` ${fill(countForm(language, noted, texts.noted), counted(noted))}`;
    return <p role="status">{`${done}${kept}`}</p>;
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
      <Textarea
        size="small"
        label={texts.note}
        description={texts.noteHelp}
        value={note.text}
        maxLength={LONGEST_NOTE}
        minRows={2}
        onChange={(event) => note.write(event.target.value)}
      />
      {move.error && <ProblemMessage error={move.error} />}
      <div className="hand-over-buttons">
        <Button
          size="small"
          type="submit"
          loading={move.isPending}
          disabled={isSame || note.text.trim().length > LONGEST_NOTE}
        >
          {texts.save}
        </Button>
        <Button size="small" type="button" variant="tertiary" onClick={onEnd}>
          {texts.cancel}
        </Button>
      </div>
    </form>
  );
}

type Asked = {
  readonly from: Props["from"];
  readonly to: { readonly unit: string; readonly staff: string | null };
  readonly note: string;
};

function useHandOver({ from, to, note }: Asked, onDone: () => void) {
  const queries = useQueryClient();
  const place = { unit: from.unit, staff: from.staff };
  return useMutation({
    mutationFn: () => handOverCases({ from: place, to, expected: from.cases, note }),
    onSuccess: onDone,
    onSettled: () =>
      Promise.all([["organisation"], ["duties"]].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
