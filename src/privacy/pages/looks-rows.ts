import { textOf } from "../../platform/texts/catalogue.ts";
import { formatMoment } from "../../platform/texts/format.ts";
import type { Language } from "../../platform/texts/language.ts";
import type { Cell } from "../../platform/ui/csv.ts";
import type { Look } from "../contract.ts";
import type { privacyTexts } from "./privacy-texts.ts";

type Said = { readonly texts: (typeof privacyTexts)["da"] | (typeof privacyTexts)["en"]; readonly language: Language };

/** Looks as rows of a file, with a head. The employees' column is there only when their names are. */
export function looksAsRows(
  { looks, names }: { readonly looks: readonly Look[]; readonly names: boolean },
  { texts, language }: Said,
): readonly (readonly Cell[])[] {
  const { looks: words, actions, roles, purposes } = texts;
  const who = (cell: Cell): readonly Cell[] => (names ? [cell] : []);
  const head = [words.at, ...who(words.who), words.unit, words.role, words.action, words.purpose];
  return [
    head,
    ...looks.map((look) => [
      formatMoment(look.at, language),
      ...who(look.who),
      look.unit,
      textOf(roles, look.role),
      textOf(actions, look.action),
      textOf(purposes, look.purpose),
    ]),
  ];
}
