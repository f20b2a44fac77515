import { addDays, FOREVER, isoDay } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import type { EntryFault, EntryKind } from "../rules/case-entry.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";
import { labelOf } from "./case-entries.ts";

/** Faults of an entry in words, each with the field it is about, what stands in the way, and what to do. */
export function entryProblems(
  kind: EntryKind,
  faults: readonly EntryFault[],
): { pointer: string; message: Bilingual }[] {
  return faults.map((fault) => ({
    pointer: `/body/${fault.field}`,
    message: { da: said(kind, fault, "da"), en: said(kind, fault, "en") },
  }));
}

function said(kind: EntryKind, { code, other }: EntryFault, language: "da" | "en"): string {
  const { caseFaults: texts } = language === "da" ? da : en;
  if (other === null) return texts[code];
  const from = formatDay(isoDay(other.from), language);
  const to = other.until === FOREVER ? "" : formatDay(isoDay(addDays(other.until, -1)), language);
  return fill(texts[code], { what: labelOf(kind, other.code)[language], from, to });
}
