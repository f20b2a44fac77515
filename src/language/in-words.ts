import type { Language } from "../platform/texts/language.ts";
import { series, valueText } from "./format.ts";
import type { Predicate, Term } from "./term.ts";

type Compare = Extract<Predicate, { kind: "compare" }>;
type Atom = Exclude<Predicate, { kind: "and" | "or" | "not" }>;
/** A predicate whose negations stand only on atoms. */
type Said =
  | { readonly kind: "and" | "or"; readonly parts: readonly Said[] }
  | { readonly kind: "atom"; readonly atom: Atom; readonly holds: boolean };

/** Comparison words; days are compared with words of their own. */
const NUMBERS = {
  da: { "==": "{}", "!=": "noget andet end {}", "<": "under {}", "<=": "højst {}", ">": "over {}", ">=": "mindst {}" },
  en: { "==": "{}", "!=": "other than {}", "<": "under {}", "<=": "at most {}", ">": "over {}", ">=": "at least {}" },
} as const;
const DAYS = {
  da: {
    ...NUMBERS.da,
    "==": "den {}",
    "!=": "en anden dag end {}",
    "<": "før {}",
    "<=": "senest {}",
    ">": "efter {}",
    ">=": "tidligst {}",
  },
  en: {
    ...NUMBERS.en,
    "==": "on {}",
    "!=": "on another day than {}",
    "<": "before {}",
    "<=": "on or before {}",
    ">": "after {}",
    ">=": "on or after {}",
  },
} as const;

const WORDS = {
  da: { and: "og", or: "eller", not: " ikke", all: "uden afgrænsning", none: "aldrig", both: "både", either: "enten" },
  en: { and: "and", or: "or", not: " not", all: "without restriction", none: "never", both: "both", either: "either" },
} as const;

/** Negations moved inwards to the atoms, and chains of one kind made flat. Atoms are never missing, so this changes no answer. */
function said(predicate: Predicate, holds: boolean): Said {
  if (predicate.kind === "not") return said(predicate.part, !holds);
  if (!("parts" in predicate)) return { kind: "atom", atom: predicate, holds };
  const kind = (predicate.kind === "and") === holds ? "and" : "or";
  const parts = predicate.parts.map((part) => said(part, holds));
  return { kind, parts: parts.flatMap((part) => (part.kind === kind ? part.parts : [part])) };
}

function phraseOf(term: Term, keys: readonly string[], language: Language): string {
  const own = keys.map((key) => term.phrases?.[key]).find((phrase) => phrase !== undefined);
  const is = language === "da" ? "er" : "is";
  return own?.[language] ?? `${term.label[language]} ${is}{not} ${term.type === "bool" ? "opfyldt" : "{}"}`;
}

function filled(phrase: string, value: string, one: boolean): string {
  return phrase
    .replace(/\{([^{}|]*)\|([^{}]*)\}/, one ? "$1" : "$2")
    .replace("{}", () => value)
    .replace(/\b(?:an?|en|et) (other than|noget andet end)\b/, "$1");
}

function comparison(atom: Compare, language: Language): string {
  const { term, operator, value } = atom;
  const own = term.phrases?.[operator];
  const words = (term.type === "day" ? DAYS : NUMBERS)[language][operator];
  const text = valueText(term, value, language);
  if (operator !== "==" && own !== undefined) return filled(own[language], text, value === 1);
  return filled(
    phraseOf(term, ["==", "in"], language),
    words.replace("{}", () => text),
    value === 1,
  );
}

function atomPhrase(atom: Atom, holds: boolean, language: Language): string {
  switch (atom.kind) {
    case "always":
      return atom.value === holds ? WORDS[language].all : WORDS[language].none;
    case "is":
      return phraseOf(atom.term, holds ? ["true"] : ["false", "true"], language);
    case "in": {
      const texts = atom.values.map((value) => valueText(atom.term, value, language));
      return filled(phraseOf(atom.term, ["in", "=="], language), series(texts, WORDS[language].or), false);
    }
    default:
      return typeof atom.value === "boolean" ? phraseOf(atom.term, ["true"], language) : comparison(atom, language);
  }
}

/** `x == false` says the opposite of x; whether x is known is part of the atom either way. */
function saysYes(atom: Atom, holds: boolean): boolean {
  if (atom.kind === "always") return true;
  if (atom.kind !== "compare" || typeof atom.value !== "boolean") return holds;
  return ((atom.operator === "==") === atom.value) === holds;
}

function atomWords(atom: Atom, holds: boolean, language: Language): string {
  return atomPhrase(atom, holds, language).replace("{not}", saysYes(atom, holds) ? "" : WORDS[language].not);
}

type Choice = Extract<Predicate, { kind: "in" }>;

/** An atom as a choice of codes or texts, when it is one that holds, or that does not. */
function choiceOf(part: Said, holds: boolean): Choice | null {
  if (part.kind !== "atom" || part.holds !== holds) return null;
  const { atom } = part;
  if (atom.kind === "in") return atom;
  const single = atom.kind === "compare" && atom.operator === "==" && typeof atom.value === "string";
  return single ? { kind: "in", term: atom.term, values: [String(atom.value)] } : null;
}

/** Choices about one term read as one: `'a' in t || 'b' in t` is "t holds a or b", the opposites under `&&` "t does not hold a or b". */
function merged({ kind, parts }: Exclude<Said, { kind: "atom" }>): readonly Said[] {
  const holds = kind === "or";
  const kept: Said[] = [];
  for (const part of parts) {
    const last = kept.at(-1);
    const [a, b] = [last === undefined ? null : choiceOf(last, holds), choiceOf(part, holds)];
    if (a === null || b === null || a.term !== b.term) kept.push(part);
    else
      kept.splice(-1, 1, {
        kind: "atom",
        atom: { ...a, values: [...new Set([...a.values, ...b.values])] },
        holds,
      });
  }
  return kept;
}

/** A group inside another: "either a or b", or in parentheses when it is not that simple. */
function inner(part: Said, language: Language): string {
  if (part.kind === "atom") return atomWords(part.atom, part.holds, language);
  const { texts, conjunction } = clauses(part, language);
  const [first = "", second] = texts;
  if (second === undefined) return first;
  const opener = part.kind === "and" ? WORDS[language].both : WORDS[language].either;
  const simple = texts.length === 2 && !texts.some((text) => /[,(]| og | eller | and | or /.test(text));
  return simple ? `${opener} ${first} ${conjunction} ${second}` : `(${together(texts, conjunction)})`;
}

function clauses(group: Exclude<Said, { kind: "atom" }>, language: Language): { texts: string[]; conjunction: string } {
  return { texts: merged(group).map((part) => inner(part, language)), conjunction: WORDS[language][group.kind] };
}

function together(texts: readonly string[], conjunction: string): string {
  if (texts.length <= 1) return texts[0] ?? "";
  return `${texts.slice(0, -1).join(", ")}, ${conjunction} ${texts.at(-1) ?? ""}`;
}

/**
 * A predicate read aloud: "tilbuddet er virksomhedspraktik eller nytteindsats, og borgeren er under 30 år". A phrase to be put
 * into a sentence, without capital or full stop; the Danish one follows "hvor", "at" or "når" ("hvor borgeren ikke er ...").
 * `!=` reads as "other than", since it asks that the value is known; `!(x == y)` reads as "not", which also holds when it is not.
 * A predicate that always holds reads as "uden afgrænsning".
 */
export function inWords(predicate: Predicate, language: Language): string {
  const whole = said(predicate, true);
  if (whole.kind === "atom") return atomWords(whole.atom, whole.holds, language);
  const { texts, conjunction } = clauses(whole, language);
  return together(texts, conjunction);
}
