import { type RawBuilder, sql } from "kysely";
import type { FactRow } from "../../language/public.ts";
import type { Tx } from "../../platform/db/public.ts";
import { type Day, day, FOREVER, isoDay } from "../../platform/kernel/day.ts";

/** What is known of a citizen: the person, and rows about them by fact. Days are days. */
export type Known = { readonly citizen: FactRow; readonly rows: ReadonlyMap<string, readonly FactRow[]> };

/** What is read beside birthday and education, where something asks for it. */
type Asked = { readonly sex: boolean; readonly origin: boolean; readonly facts: ReadonlySet<string> };

type Row = Readonly<Record<string, string | number | boolean | null>> & { readonly citizen: string };

const END = isoDay(FOREVER);
const DAYS = sql`from_day::text as from_day, until_day::text as until_day`;

/** Each fact with what is read of it, through the views of the word that owns it. */
const READ: Readonly<Record<string, RawBuilder<unknown>>> = {
  benefit_spells: sql`select citizen, benefit, ${DAYS} from citizens.benefits_now`,
  target_group_spells: sql`select citizen, target_group, ${DAYS} from citizens.target_groups_now`,
  circumstances: sql`select citizen, circumstance, ${DAYS} from citizens.circumstances_now`,
  employments: sql`select citizen, kind, hours, ${DAYS} from citizens.work_now`,
  case_steps: sql`select citizen, step, day::text as day from citizens.steps_now`,
  conversations: sql`select citizen, kind, status, day::text as day from contact.talks_now`,
  archetypes: sql`select citizen, archetype, distance, ${DAYS} from screening.archetypes
    where municipality = platform.municipality() and known_until = date '9999-12-31'`,
};

/** What is asked for of some citizens in sight. Log the look before showing anything of them. */
export async function readKnown(
  tx: Tx,
  citizens: readonly string[],
  { sex, origin, facts }: Asked,
): Promise<ReadonlyMap<string, Known>> {
  const among = sql`citizen = any(${[...citizens]}::text[])`;
  const people = await sql<Row>`select citizen, born::text as born, education,
      case when ${sex}::boolean then sex end as sex, case when ${origin}::boolean then origin end as origin
    from citizens.traits_now where ${among}`.execute(tx);
  const byFact = new Map<string, Map<string, Row[]>>();
  for (const [fact, read] of Object.entries(READ)) {
    if (!facts.has(fact)) continue;
    const found = await sql<Row>`select * from (${read}) r where ${among}`.execute(tx);
    byFact.set(
      fact,
      Map.groupBy(found.rows, ({ citizen }) => citizen),
    );
  }
  return new Map(
    people.rows.map((person) => [
      person.citizen,
      {
        citizen: { ...inDays(person), id: person.citizen },
        rows: new Map([...byFact].map(([fact, rows]) => [fact, (rows.get(person.citizen) ?? []).map(inDays)])),
      },
    ]),
  );
}

const DAY_COLUMNS = new Set(["born", "day", "from_day", "until_day"]);

function inDays(row: Row): FactRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      DAY_COLUMNS.has(name) && typeof value === "string" ? dayOf(value) : value,
    ]),
  );
}

function dayOf(text: string): Day {
  return text === END ? FOREVER : day(text);
}

/** A person's stretches on some benefits. */
export type StretchRow = {
  readonly citizen: string;
  readonly benefit: string;
  readonly from: Day;
  readonly until: Day;
};

/** All stretches on some benefits of everybody in sight, up to those begun by a day. */
export async function readStretches(
  tx: Tx,
  { benefits, on }: { readonly benefits: readonly string[]; readonly on: Day },
): Promise<readonly StretchRow[]> {
  const found = await sql<{ citizen: string; benefit: string; from: number; until: number }>`select citizen, benefit,
      from_day - date '1970-01-01' as from, until_day - date '1970-01-01' as until
    from citizens.benefits_now where from_day <= ${isoDay(on)}::date and benefit = any(${[...benefits]}::text[])`.execute(
    tx,
  );
  return found.rows.map(({ from, until, ...row }) => ({ ...row, from: from as Day, until: until as Day }));
}

/** Whose case is open on a day and with whom: one member of staff's, or of everybody in sight. */
export async function openCases(
  tx: Tx,
  { on, staff }: { readonly on: Day; readonly staff: string | null },
): Promise<ReadonlyMap<string, string | null>> {
  const whose = staff === null ? sql`true` : sql`staff = ${staff}`;
  const found = await sql<{ citizen: string; staff: string | null }>`select citizen, staff from citizens.responsible_now
    where from_day <= ${isoDay(on)}::date and ${isoDay(on)}::date < until_day and ${whose}`.execute(tx);
  return new Map(found.rows.map((row) => [row.citizen, row.staff]));
}
