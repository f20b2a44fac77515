import { looksAt } from "../platform/audit/public.ts";
import type { Tx } from "../platform/db/public.ts";
import { addDays, type Day, day, isoDay } from "../platform/kernel/day.ts";
import type { Bilingual, Fact } from "../platform/kernel/fact.ts";
import { dayColumns } from "../platform/kernel/fact.ts";
import type { Look, PersonFile, Section } from "./contract.ts";
import { otherRowsAbout, otherTables, type PersonRow, rowsAbout, type StoredRow } from "./queries/person.ts";
import { restrictedAmong } from "./queries/restrictions.ts";
import { requestsOf } from "./requests.ts";
import { factsAboutPeople, personColumns } from "./rules/person-columns.ts";

/** Stands for a value that is there but was not opened. */
const SEALED = "***";
const FOREVER = "9999-12-31";
/** A person's whole log goes into their file, whatever its length; this only keeps a mistake from filling the memory. */
const MOST_LOOKS = 100_000;

/** Names of the columns every row has beside its own. */
const COMMON: Readonly<Record<string, Bilingual>> = {
  id: { da: "Id", en: "Id" },
  from_day: { da: "Fra", en: "From" },
  until_day: { da: "Til", en: "To" },
  day: { da: "Dag", en: "Day" },
  known_from: { da: "Kendt fra", en: "Known from" },
  known_until: { da: "Kendt til", en: "Known until" },
};

/** The kinds of facts, today, and what opens a sealed value such as a CPR number; without it the document says only that there is one. */
export type GatherGiven = {
  readonly facts: readonly Fact[];
  readonly today: Day;
  readonly unseal?: (place: { readonly table: string; readonly column: string }, sealed: Uint8Array) => string;
};

/**
 * Everything there is about a person (GDPR art. 15): every kind of fact that can name them, with what was corrected, every other table
 * about citizens, who has looked (without names), and their requests. Made from the declared facts and the catalogue, so that nothing new is
 * forgotten.
 */
export async function gatherPerson(tx: Tx, citizen: string, given: GatherGiven): Promise<PersonFile> {
  const sections: Section[] = [];
  for (const fact of factsAboutPeople(given.facts)) {
    const rows = await rowsAbout(tx, fact, citizen);
    if (rows.length > 0) sections.push(sectionOf(fact, opened(fact, rows, given)));
  }
  const other = [];
  for (const table of await otherTables(tx, given.facts)) {
    const rows = await otherRowsAbout(tx, table, citizen);
    if (rows.length > 0) other.push({ table, rows: [...rows] });
  }
  return {
    citizen,
    madeOn: isoDay(given.today),
    sections,
    other,
    looks: await allLooks(tx, citizen, { names: false }),
    requests: [...(await requestsOf(tx, { citizen, today: given.today }))],
    restricted: (await restrictedAmong(tx, [citizen])).has(citizen),
  };
}

/** Every look at a person, oldest first; without the employees' names unless they are asked for (C-579/21). */
export async function allLooks(tx: Tx, citizen: string, { names }: { readonly names: boolean }): Promise<Look[]> {
  const { looks } = await looksAt(tx, { key: citizen, ascending: true, limit: MOST_LOOKS, offset: 0 });
  return looks.map((look) => ({ ...look, who: names ? look.who : null, data: [...look.data] }));
}

function opened(fact: Fact, rows: readonly StoredRow[], { unseal }: GatherGiven): readonly PersonRow[] {
  const open = (column: string, value: StoredRow[string]): PersonRow[string] => {
    if (!(value instanceof Uint8Array)) return value ?? null;
    return unseal ? unseal({ table: `${fact.word}.${fact.name}`, column }, value) : SEALED;
  };
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, value]) => [column, open(column, value)])),
  );
}

function sectionOf(fact: Fact, rows: readonly PersonRow[]): Section {
  const named = ["id", ...dayColumns(fact), ...fact.columns.map(({ name }) => name), "known_from", "known_until"];
  const own = new Map(fact.columns.map((column) => [column.name, column]));
  return {
    fact: fact.name,
    label: fact.label,
    meaning: fact.meaning,
    others: personColumns(fact).length > 1 || fact.name === "relatives",
    columns: named.map((name) => {
      const { label, type, codes } = own.get(name) ?? { label: COMMON[name] ?? { da: name, en: name }, type: "text" };
      return { name, label, type, codes: { ...codes } };
    }),
    rows: rows.map((row) => ({
      values: named.map((name) => shown(row[name] ?? null, name)),
      believed: row.known_until === FOREVER,
    })),
  };
}

/** The end of time is shown as nothing, and a spell's end as its last day, as in files. */
function shown(value: PersonRow[string], column: string): PersonRow[string] {
  if (value === FOREVER) return null;
  return column === "until_day" && typeof value === "string" ? isoDay(addDays(day(value), -1)) : value;
}
