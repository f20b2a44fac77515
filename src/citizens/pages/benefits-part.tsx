import type { ReactElement, ReactNode } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatPercent } from "../../platform/texts/format.ts";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenRecord } from "../contract.ts";
import { citizenTexts } from "./citizen-texts.ts";
import { PartTable } from "./part-table.tsx";

const PERCENT = 100;

/** The full benefit history with dates (CIT-01), each with what it counts as (CIT-02). */
export function BenefitsPart({ data }: { readonly data: CitizenRecord }): ReactElement {
  const { record: texts } = useTexts(citizenTexts);
  const { language } = useLanguage();
  return (
    <PartTable
      title={texts.benefits}
      head={[texts.benefit, texts.from, texts.to, texts.share]}
      empty={texts.noBenefits}
      rows={data.benefits.map((spell, at) => ({
        key: `${spell.benefit.code} ${spell.from} ${at}`,
        cells: [
          <Benefit key="benefit" spell={spell} />,
          formatDay(spell.from, language),
          spell.to ? formatDay(spell.to, language) : texts.runs,
          formatPercent(spell.share * PERCENT, language, 0),
        ],
      }))}
    />
  );
}

function Benefit({ spell }: { readonly spell: CitizenRecord["benefits"][number] }): ReactNode {
  const { record: texts } = useTexts(citizenTexts);
  const both = useBoth();
  return (
    <>
      {both(spell.benefit.label)}
      {spell.countedAs && (
        <span className="quiet"> {fill(texts.countedAs, { benefit: both(spell.countedAs.label) })}</span>
      )}
      {spell.outsideItsDays && <span className="quiet"> {texts.outsideItsDays}</span>}
    </>
  );
}
