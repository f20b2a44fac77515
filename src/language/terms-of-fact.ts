import { FOREVER } from "../platform/kernel/day.ts";
import type { Bilingual, Column, ColumnType, Fact } from "../platform/kernel/fact.ts";
import { OWNERS, type Owner, type Term, type TermType, type TermValue } from "./term.ts";

/** How a column's stored value becomes a term's: kept, or a whole number of small units turned into natural ones. */
const READ_AS: Readonly<Record<Exclude<ColumnType, "key" | "cpr">, { type: TermType; units?: number }>> = {
  text: { type: "text" },
  code: { type: "code" },
  day: { type: "day" },
  int: { type: "int" },
  number: { type: "number" },
  bool: { type: "bool" },
  thousandths: { type: "number", units: 1000 },
  hours: { type: "number", units: 100 },
  amount: { type: "number", units: 100 },
};

/** Where the row of a term is: the judged row itself, or its owner. */
type Holder = {
  readonly subject: string;
  readonly prefix: string;
  readonly of: "row" | Owner;
  readonly whose: Bilingual;
};

function lower(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function label(holder: Holder, name: Bilingual): Bilingual {
  return { da: `${holder.whose.da}${lower(name.da)}`, en: `${holder.whose.en}${lower(name.en)}` };
}

function keyTerm(holder: Holder, column: Column): Term {
  const name = label(holder, column.label);
  return {
    id: `${holder.prefix}.has_${column.name}`,
    subject: holder.subject,
    type: "bool",
    label: { da: `${column.label.da} oplyst`, en: `${column.label.en} recorded` },
    meaning: {
      da: `Er der oplyst: ${lower(column.label.da)}. ${column.meaning.da}`,
      en: `Is this recorded: ${lower(column.label.en)}. ${column.meaning.en}`,
    },
    changesWithTime: false,
    sql: (at) => `${at[holder.of]}.${column.name} IS NOT NULL`,
    value: (evidence) => (evidence[holder.of]?.[column.name] ?? null) !== null,
    phrases: { true: { da: `${name.da}{not} er oplyst`, en: `${name.en} is{not} recorded` } },
  };
}

function valueTerm(holder: Holder, column: Column, read: { type: TermType; units?: number }): Term {
  const { units, type } = read;
  const name = label(holder, column.label);
  const value = (stored: TermValue): TermValue => {
    if (stored === null) return null;
    return units === undefined ? stored : Number(stored) / units;
  };
  const stored = (at: string): string => `${at}.${column.name}`;
  return {
    id: `${holder.prefix}.${column.name}`,
    subject: holder.subject,
    type,
    ...(column.codes === undefined ? {} : { codes: column.codes }),
    label: column.label,
    meaning: column.meaning,
    changesWithTime: false,
    sql: (at) =>
      type === "number" ? `CAST(${stored(at[holder.of])} AS DOUBLE) / ${units ?? 1}` : stored(at[holder.of]),
    value: (evidence) => value(evidence[holder.of]?.[column.name] ?? null),
    phrases:
      type === "bool"
        ? { true: { da: `»${column.label.da}«{not} er opfyldt`, en: `“${column.label.en}” is{not} the case` } }
        : { "==": { da: `${name.da}{not} er {}`, en: `${name.en} is{not} {}` } },
  };
}

function dayTerm(holder: Holder, column: "from_day" | "until_day" | "day"): Term {
  const texts = {
    from_day: { name: "first_day", da: "Første dag", en: "First day", why: ["Den første dag", "The first day"] },
    until_day: {
      name: "last_day",
      da: "Sidste dag",
      en: "Last day",
      why: ["Den sidste dag; mangler, mens det står på", "The last day; missing while it goes on"],
    },
    day: { name: "day", da: "Dag", en: "Day", why: ["Den dag, det skete", "The day it happened"] },
  }[column];
  const name = label(holder, texts);
  return {
    id: `${holder.prefix}.${texts.name}`,
    subject: holder.subject,
    type: "day",
    label: { da: texts.da, en: texts.en },
    meaning: { da: texts.why[0] ?? "", en: texts.why[1] ?? "" },
    changesWithTime: false,
    sql: (at) =>
      column === "until_day" ? `nullif(${at.row}.until_day, DATE '9999-12-31') - 1` : `${at.row}.${column}`,
    value: ({ row }) => {
      const stored = row[column] ?? null;
      if (column !== "until_day" || stored === null) return stored;
      return stored === FOREVER ? null : Number(stored) - 1;
    },
    phrases: { "==": { da: `${name.da}{not} er {}`, en: `${name.en} is{not} {}` } },
  };
}

function columnTerms(holder: Holder, fact: Fact): Term[] {
  return fact.columns
    .filter((column) => column.identifying !== true && !(column.type === "key" && column.required))
    .flatMap((column) => {
      if (column.type === "cpr") return [];
      return column.type === "key" ? keyTerm(holder, column) : valueTerm(holder, column, READ_AS[column.type]);
    });
}

function ownersOf(fact: Fact): NonNullable<Term["opens"]> {
  return fact.columns.flatMap(({ refers }) => {
    const owner = refers === undefined ? undefined : OWNERS[refers];
    return owner === undefined ? [] : [{ fact: fact.name, owner }];
  });
}

/**
 * The terms of a fact's own columns, made from its spec: `offer.kind`, `offer.has_company` for a key that may be empty, and its
 * days as `offer.first_day`, `offer.last_day` or `complaint.day`. Hours, shares and amounts read in natural units (37.5 hours,
 * 0.5, kroner). Columns that identify a person have no term. `whose` stands before a column's label in sentences: `tilbuddets `,
 * `the offer's `.
 */
export function termsOfFact(fact: Fact, shortName: string, whose: Bilingual = { da: "", en: "" }): Term[] {
  const holder: Holder = { subject: fact.name, prefix: shortName, of: "row", whose };
  const days = { spell: ["from_day", "until_day"] as const, event: ["day"] as const, entity: [] as const }[fact.shape];
  const terms = [...columnTerms(holder, fact), ...days.map((column) => dayTerm(holder, column))];
  return terms.map((term) => ({ ...term, opens: ownersOf(fact) }));
}

/** The terms of an owner's own columns, open wherever a row has that owner: `citizen.sex`, `company.employees`. */
export function termsOfOwner(fact: Fact, owner: Owner, whose: Bilingual): Term[] {
  const holder: Holder = { subject: owner, prefix: owner, of: owner, whose };
  return columnTerms(holder, fact).map((term) => ({ ...term, opens: [{ fact: fact.name, owner }] }));
}
