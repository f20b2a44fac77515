import { fill, textOf } from "../../platform/texts/catalogue.ts";
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
  const words = texts.looks;
  const who = (cell: Cell): readonly Cell[] => (names ? [cell] : []);
  const head = [words.at, ...who(words.who), words.unit, words.role, words.action, words.purpose];
  return [
    head,
    ...looks.map((look) => [
      formatMoment(look.at, language),
      ...who(look.who),
      look.unit,
      textOf(texts.roles, look.role),
      textOf(texts.actions, look.action),
      purposeText(look.purpose, texts.purposes),
    ]),
  ];
}

const FOLLOW_UP = /^follow-up of (.+)$/;
const IMPORT = /^import (\S+)/;

/** Why somebody looked, in the reader's language; what the catalogue does not know stands as it was written. */
export function purposeText(purpose: string, purposes: Said["texts"]["purposes"]): string {
  const [, goal] = FOLLOW_UP.exec(purpose) ?? [];
  if (goal !== undefined) return fill(purposes.followUp, { what: goal });
  const [, batch] = IMPORT.exec(purpose) ?? [];
  return batch === undefined ? textOf(purposes, purpose) : fill(purposes.importOf, { what: batch });
}
