import type { Bilingual } from "../platform/kernel/fact.ts";
import type { Term } from "./term.ts";

type Wording = readonly [da: string, en: string];

/**
 * Terms with phrases of their own, by id: one for values (`==`, which serves all comparisons) or for truth (`true`). A key may
 * name the operator it is for: `citizen.sex !=`. Danish phrases follow "hvor" or "at", so `{not}` stands before the verb.
 */
export function phrased(terms: readonly Term[], wordings: Readonly<Record<string, Wording>>): Term[] {
  const byId = new Map(terms.map((term) => [term.id, term]));
  for (const [key, [da, en]] of Object.entries(wordings)) {
    const [id = "", operator] = key.split(" ");
    const term = byId.get(id);
    if (term === undefined) throw new Error(`A phrase for "${id}", which is not among the terms`);
    const phrase: Bilingual = { da, en };
    const phrases = { ...term.phrases, [operator ?? (term.type === "bool" ? "true" : "==")]: phrase };
    byId.set(id, { ...term, phrases });
  }
  return [...byId.values()];
}
