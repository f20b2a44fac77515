import { sql } from "kysely";
import { identifier, type Tx } from "../../platform/db/public.ts";
import { dayColumns, type Fact } from "../../platform/kernel/fact.ts";
import { stageOf, tableOf } from "./staging.ts";

/** Days that are compared: from the extract's first to `until`, which is not included. */
export type Window = { readonly from: string; readonly until: string };

/** What a sum is made over: a kind (a code, or nothing) in a month, or of a citizen. */
export type Compared = {
  readonly kind: string | null;
  readonly of: string;
  readonly extract: number;
  readonly records: number;
};

const NOW = "known_until = date '9999-12-31' and known_from < known_until";

/** Both sides of a comparison with the same columns. */
function sides(fact: Fact, columns: string): string {
  return `select 'e' as side, ${columns} from ${identifier(stageOf(fact))} where known_until = date '9999-12-31'
    union all select 'r', ${columns} from ${tableOf(fact)} where municipality = platform.municipality() and ${NOW}`;
}

/** The column that tells one kind of row from another: the fact's first code. */
export function kindOf(fact: Fact): string | null {
  return fact.columns.find(({ type }) => type === "code")?.name ?? null;
}

/** The first day of the extract's rows; null when there are none. */
export async function firstDayOf(tx: Tx, fact: Fact): Promise<string | null> {
  const [day] = dayColumns(fact);
  if (!day) return null;
  const text = `select min(${day})::text as first from ${identifier(stageOf(fact))} where known_until = date '9999-12-31'`;
  return (await sql.raw<{ first: string | null }>(text).execute(tx)).rows[0]?.first ?? null;
}

export type PersonsCompared = {
  readonly both: number;
  readonly onlyInExtract: number;
  readonly onlyInRecords: number;
};

/** How many people are on both sides and on one only, and the first of those. */
export async function comparePersons(
  tx: Tx,
  by: { readonly fact: Fact; readonly column: string; readonly most: number },
): Promise<PersonsCompared & { readonly rows: readonly { readonly id: string; readonly side: "e" | "r" }[] }> {
  const each = `select id, bool_or(side = 'e') as e, bool_or(side = 'r') as r
    from (${sides(by.fact, `${identifier(by.column)} as id`)}) as sides group by id`;
  const counted = await sql
    .raw<PersonsCompared>(
      `select count(*) filter (where e and r)::integer as "both", count(*) filter (where not r)::integer as "onlyInExtract",
         count(*) filter (where not e)::integer as "onlyInRecords" from (${each}) as people`,
    )
    .execute(tx);
  const listed = await sql
    .raw<{ id: string; side: "e" | "r" }>(
      `select id, case when e then 'e' else 'r' end as side from (${each}) as people where e <> r order by id limit ${by.most}`,
    )
    .execute(tx);
  const counts = counted.rows[0] ?? { both: 0, onlyInExtract: 0, onlyInRecords: 0 };
  return { ...counts, rows: listed.rows };
}

/** Days per citizen and kind on both sides, where they differ: the largest differences first, and how many there are. */
export async function compareDays(
  tx: Tx,
  fact: Fact,
  { window, most }: { readonly window: Window; readonly most: number },
): Promise<{ readonly rows: readonly Compared[]; readonly total: number }> {
  const kind = kindOf(fact);
  const columns = `citizen as of, ${kind ? identifier(kind) : "null::text"} as kind, from_day, until_day`;
  const found = await sql<
    Compared & { total: number }
  >`select kind, "of", extract, records, count(*) over ()::integer as total from (
      select kind, "of", ${daysOf("e", window)} as extract, ${daysOf("r", window)} as records
      from (${sql.raw(sides(fact, columns.replace("as of", 'as "of"')))}) as sides
      where from_day < ${window.until}::date and until_day > ${window.from}::date group by kind, "of"
    ) as each where extract <> records order by abs(extract - records) desc, "of", kind limit ${most}`.execute(tx);
  return { rows: found.rows, total: found.rows[0]?.total ?? 0 };
}

function daysOf(side: "e" | "r", { from, until }: Window): ReturnType<typeof sql> {
  return sql`coalesce(sum(least(until_day, ${until}::date) - greatest(from_day, ${from}::date)) filter (where side = ${sql.lit(side)}), 0)::integer`;
}

/** Days per kind and month on both sides. */
export async function compareMonths(tx: Tx, fact: Fact, window: Window): Promise<readonly Compared[]> {
  const kind = kindOf(fact);
  const columns = `${kind ? identifier(kind) : "null::text"} as kind, from_day, until_day`;
  const overlap = sql.raw(
    "least(until_day, (month + interval '1 month')::date, until_limit) - greatest(from_day, month::date, from_limit)",
  );
  const found = await sql<Compared>`select kind, to_char(month, 'YYYY-MM') as "of",
      coalesce(sum(${overlap}) filter (where side = 'e'), 0)::bigint as extract,
      coalesce(sum(${overlap}) filter (where side = 'r'), 0)::bigint as records
    from (${sql.raw(sides(fact, columns))}) as sides, (select ${window.from}::date as from_limit, ${window.until}::date as until_limit) as w,
      generate_series(date_trunc('month', greatest(from_day, from_limit)), least(until_day, until_limit) - 1, interval '1 month') as month
    where from_day < until_limit and until_day > from_limit
    group by kind, month order by kind, month`.execute(tx);
  return found.rows;
}

/** Sums of an amount (whole øre) per kind and month on both sides. */
export async function compareAmounts(
  tx: Tx,
  fact: Fact,
  { column, window }: { readonly column: string; readonly window: Window },
): Promise<readonly Compared[]> {
  const kind = kindOf(fact);
  const [day = "known_from"] = dayColumns(fact);
  const columns = `${kind ? identifier(kind) : "null::text"} as kind, ${day} as day, ${identifier(column)} as amount`;
  const found = await sql<Compared>`select kind, to_char(day, 'YYYY-MM') as "of",
      coalesce(sum(amount) filter (where side = 'e'), 0)::bigint as extract,
      coalesce(sum(amount) filter (where side = 'r'), 0)::bigint as records
    from (${sql.raw(sides(fact, columns))}) as sides where day >= ${window.from}::date and day < ${window.until}::date
    group by kind, to_char(day, 'YYYY-MM') order by 1, 2`.execute(tx);
  return found.rows;
}
