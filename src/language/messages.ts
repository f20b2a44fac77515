import type { Bilingual } from "../platform/kernel/fact.ts";
import type { Term, TermType } from "./term.ts";

/** What the language says about mistakes. Each says what stands there and what was expected. */
const EXPECTED: Readonly<Record<TermType, Bilingual>> = {
  bool: { da: "true eller false", en: "true or false" },
  int: { da: "et helt tal", en: "a whole number" },
  number: { da: "et tal", en: "a number" },
  day: { da: "en dag, skrevet som day('2021-12-31')", en: "a day, written as day('2021-12-31')" },
  code: { da: "en af sine koder i anførselstegn", en: "one of its codes in quotes" },
  text: { da: "en tekst i anførselstegn", en: "a text in quotes" },
  codes: { da: "en af sine koder i anførselstegn", en: "one of its codes in quotes" },
};

export const messages = {
  unknownName: (name: string): Bilingual => ({
    da: `Ordet »${name}« findes ikke i ordforrådet`,
    en: `There is no word “${name}” in the vocabulary`,
  }),
  notOpen: (name: string, subject: string): Bilingual => ({
    da: `»${name}« findes, men kan ikke bruges om rækker i »${subject}«`,
    en: `“${name}” exists, but cannot be used about rows of “${subject}”`,
  }),
  standsAlone: (term: Term): Bilingual => ({
    da: `»${term.id}« kan ikke stå alene: det skal sammenlignes med ${EXPECTED[term.type].da}`,
    en: `“${term.id}” cannot stand alone: compare it with ${EXPECTED[term.type].en}`,
  }),
  expectedValue: (term: Term, found: string): Bilingual => ({
    da: `»${term.id}« skal sammenlignes med ${EXPECTED[term.type].da}; her står ${found}`,
    en: `“${term.id}” is compared with ${EXPECTED[term.type].en}; here stands ${found}`,
  }),
  unknownCode: (term: Term, code: string): Bilingual => ({
    da: `»${code}« er ikke en kode for »${term.id}«. Koderne er: ${Object.keys(term.codes ?? {}).join(", ")}`,
    en: `“${code}” is not a code of “${term.id}”. The codes are: ${Object.keys(term.codes ?? {}).join(", ")}`,
  }),
  notADate: (text: string): Bilingual => ({
    da: `»${text}« er ikke en dato; skriv år, måned og dag som 2021-12-31`,
    en: `“${text}” is not a date; write year, month and day as 2021-12-31`,
  }),
  noOrder: (term: Term, operator: string): Bilingual => ({
    da: `»${term.id}« har ingen rækkefølge og kan ikke bruges med ${operator}; brug ==, != eller in`,
    en: `“${term.id}” has no order and cannot be used with ${operator}; use ==, != or in`,
  }),
  setNeedsIn: (term: Term): Bilingual => ({
    da: `»${term.id}« kan rumme flere koder på én gang; spørg med 'kode' in ${term.id}`,
    en: `“${term.id}” may hold several codes at once; ask with 'code' in ${term.id}`,
  }),
  notASet: (term: Term): Bilingual => ({
    da: `»${term.id}« har kun én værdi; skriv den til venstre: ${term.id} == ..., eller ${term.id} in [...]`,
    en: `“${term.id}” has one value; write it to the left: ${term.id} == ..., or ${term.id} in [...]`,
  }),
  needsList: (term: Term): Bilingual => ({
    da: `Efter »${term.id} in« skal der stå en liste med mindst én værdi i [ ]`,
    en: `After “${term.id} in” comes a list of at least one value in [ ]`,
  }),
  notTruth: (found: string): Bilingual => ({
    da: `Her skal der stå noget, der er sandt eller falsk; her står ${found}`,
    en: `Something that is true or false belongs here; here stands ${found}`,
  }),
  termAndValue: (): Bilingual => ({
    da: "En sammenligning skal have et ord fra ordforrådet på den ene side og en fast værdi på den anden",
    en: "A comparison has a word of the vocabulary on one side and a fixed value on the other",
  }),
  notSupported: (what: string): Bilingual => ({
    da: `»${what}« kan ikke bruges her. Sproget har && || ! == != < <= > >= in og day('2021-12-31')`,
    en: `“${what}” cannot be used here. The language has && || ! == != < <= > >= in and day('2021-12-31')`,
  }),
  endsEarly: (): Bilingual => ({
    da: "Udtrykket slutter for tidligt: der mangler noget til sidst, fx en værdi eller en parentes",
    en: "The expression ends too early: something is missing at the end, such as a value or a parenthesis",
  }),
  openQuote: (): Bilingual => ({
    da: "Teksten mangler et afsluttende anførselstegn",
    en: "The text lacks its closing quotation mark",
  }),
  tooLong: (): Bilingual => ({
    da: "Udtrykket er for langt eller for dybt indlejret",
    en: "The expression is too long or too deeply nested",
  }),
  unexpected: (found: string): Bilingual => ({
    da: `Her står »${found}«, som ikke giver mening på dette sted`,
    en: `Here stands “${found}”, which makes no sense in this place`,
  }),
} as const;
