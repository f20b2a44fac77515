import { facts as contact } from "../../contact/facts.ts";
import { addBelief, type BeliefValues, type Tx } from "../../platform/db/public.ts";
import { isoDay } from "../../platform/kernel/day.ts";
import type { FactSpell, Timeline } from "../contract.ts";

/** A row of a fact as a test writes it. */
export type Written = { readonly table: string; readonly id: string; readonly values: BeliefValues };

const talks = Object.keys(contact.flatMap(({ columns }) => columns).find(({ name }) => name === "kind")?.codes ?? {});

const SPELLS: Readonly<Record<FactSpell["family"], readonly [table: string, column: string]>> = {
  benefit: ["citizens.benefit_spells", "benefit"],
  target_group: ["citizens.target_group_spells", "target_group"],
  circumstance: ["citizens.circumstances", "circumstance"],
  offer: ["offers.offers", "kind"],
};

/** The rows that record a citizen's timeline; ids begin with the citizen's, and `as` tells apart what is added later. */
export function rowsOf(timeline: Timeline, citizen: string, as: string): readonly Written[] {
  const { born, education, spells, events, responsible } = timeline;
  const id = (i: number, kind: string): string => `${citizen}-${as}-${kind}${i}`;
  const days = ({ from, until }: { from: FactSpell["from"]; until: FactSpell["until"] }): BeliefValues => ({
    from_day: isoDay(from),
    until_day: isoDay(until),
  });
  return [
    {
      table: "citizens.citizens",
      id: citizen,
      values: { born: born === null ? null : isoDay(born), education },
    },
    ...spells
      .filter(({ from, until }) => from < until)
      .map((spell, i) => {
        const [table, column] = SPELLS[spell.family];
        return { table, id: id(i, "s"), values: { citizen, [column]: spell.code, ...days(spell) } };
      }),
    ...events.map(({ code, day }, i) =>
      talks.includes(code)
        ? {
            table: "contact.conversations",
            id: id(i, "e"),
            values: { citizen, kind: code, status: "holdt", day: isoDay(day) },
          }
        : { table: "citizens.case_steps", id: id(i, "e"), values: { citizen, step: code, day: isoDay(day) } },
    ),
    ...responsible.map(({ unit, staff, from, until }, i) => ({
      table: "citizens.responsibilities",
      id: id(i, "r"),
      values: { citizen, unit, staff, ...days({ from, until }) },
    })),
  ];
}

/** Writes rows as known from a day. */
export async function writeRows(tx: Tx, rows: readonly Written[], today: string): Promise<void> {
  for (const { table, id, values } of rows) await addBelief(tx, table, { id, today, values });
}
