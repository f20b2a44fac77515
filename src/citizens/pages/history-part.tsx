import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenRecord } from "../contract.ts";
import { citizenTexts } from "./citizen-texts.ts";
import type { Field } from "./correct-values.ts";
import { PartTable } from "./part-table.tsx";

/** What was believed before it was corrected, and when. */
export function HistoryPart({ history }: { readonly history: CitizenRecord["history"] }): ReactElement {
  const { correct: texts } = useTexts(citizenTexts);
  const { language } = useLanguage();
  const known = ({ knownFrom, knownUntil }: CitizenRecord["history"][number]): string =>
    knownUntil === null
      ? fill(texts.knownSince, { from: formatDay(knownFrom, language) })
      : fill(texts.knownBetween, { from: formatDay(knownFrom, language), until: formatDay(knownUntil, language) });
  const said = (values: Readonly<Record<string, string>>): string =>
    Object.entries(values)
      .filter(([, value]) => value !== "")
      .map(([field, value]) => `${texts.fields[field as Field]}: ${wordOf(value, texts.codes)}`)
      .join(" · ");
  return (
    <PartTable
      title={texts.history}
      head={[texts.known, texts.data]}
      empty={texts.noHistory}
      rows={history.map((entry, at) => ({
        key: `${entry.part} ${entry.knownFrom} ${at}`,
        cells: [known(entry), said(entry.values)],
      }))}
    />
  );
}

function wordOf(value: string, codes: Readonly<Record<string, string>>): string {
  return codes[value] ?? value;
}
