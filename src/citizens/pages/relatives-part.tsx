import type { ReactElement } from "react";
import { NO_VALUE } from "../../platform/texts/format.ts";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenRecord } from "../contract.ts";
import { citizenTexts } from "./citizen-texts.ts";
import { PartTable } from "./part-table.tsx";

/** Who stands by the citizen, may act for them and may take part (CIT-18). */
export function RelativesPart({ relatives }: { readonly relatives: CitizenRecord["relatives"] }): ReactElement {
  const { record: texts, list } = useTexts(citizenTexts);
  const both = useBoth();
  const yes = (is: boolean): string => (is ? texts.yes : texts.no);
  return (
    <PartTable
      title={texts.relatives}
      head={[texts.name, texts.relation, texts.phone, texts.attorney, texts.takesPart]}
      empty={texts.noRelatives}
      rows={relatives.map(({ id, name, relation, phone, powerOfAttorney, mayTakePart }) => ({
        key: id,
        cells: [name ?? list.hidden, both(relation.label), phone ?? NO_VALUE, yes(powerOfAttorney), yes(mayTakePart)],
      }))}
    />
  );
}
