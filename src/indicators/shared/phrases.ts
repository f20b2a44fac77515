import type { Bilingual } from "../../platform/kernel/fact.ts";
import type { Counted, Words } from "../measure.ts";

/** Joins Danish and English pieces in step; null pieces fall out. */
export function say(...pieces: readonly (Bilingual | string | null)[]): Bilingual {
  const kept = pieces.filter((piece): piece is Bilingual | string => piece !== null && piece !== "");
  const text = (language: "da" | "en"): string =>
    kept.map((piece) => (typeof piece === "string" ? piece : piece[language])).join(" ");
  return { da: `${text("da")}`.replace(/ ([.,;])/g, "$1"), en: `${text("en")}`.replace(/ ([.,;])/g, "$1") };
}

const COUNTED: Record<Counted, Bilingual> = {
  running: { da: "i gang", en: "running" },
  begun: { da: "begyndt", en: "begun" },
  ended: { da: "afsluttet", en: "ended" },
  standing: { da: "i gang på den sidste dag", en: "running on the last day" },
};

type Rows = { readonly of: string; readonly where?: string | undefined; readonly counted: Counted };

/** Rows of a fact in words: "tilbud begyndt, hvor tilbuddet er virksomhedspraktik". */
export function rowsInWords(rows: Rows, words: Words): Bilingual {
  return say(lower(words.fact(rows.of)), words.isEvent(rows.of) ? null : COUNTED[rows.counted]);
}

/** The predicate as a clause, or null when everyone counts. */
export function whereInWords(rows: Pick<Rows, "of" | "where">, words: Words): Bilingual | null {
  const predicate = words.predicate(rows.where, rows.of);
  return predicate && { da: `, hvor ${predicate.da}`, en: `where ${predicate.en}` };
}

/** Danish writes common nouns small, English labels too inside a sentence. */
export function lower(text: Bilingual): Bilingual {
  const small = (label: string): string =>
    /^[A-ZÆØÅ]{2}|^[A-Z]-/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
  return { da: small(text.da), en: small(text.en) };
}

/** The day predicates are judged on, in words. */
export const JUDGED = {
  running: { da: "hver dag i perioden", en: "every day of the period" },
  begun: { da: "forløbets første dag", en: "the spell's first day" },
  ended: { da: "forløbets sidste dag", en: "the spell's last day" },
  event: { da: "hændelsens dag", en: "the event's day" },
  standing: { da: "periodens sidste dag", en: "the period's last day" },
} as const satisfies Record<string, Bilingual>;
