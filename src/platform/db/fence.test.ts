import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { allFacts } from "../../app/facts.ts";
import { openJobs } from "../jobs/public.ts";
import { type ColumnType, dayColumns, storedColumns } from "../kernel/fact.ts";
import { describeOnEachEngine } from "../testing/databases.ts";
import { type Database, identifier, inTenant, type Sees, type Tx } from "./public.ts";
import { asOwner } from "./tenant.ts";

const OURS = "n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'";
const TYPES: Record<ColumnType, string> = {
  text: "text",
  code: "text",
  key: "text",
  day: "date",
  int: "integer",
  thousandths: "integer",
  hours: "integer",
  amount: "bigint",
  number: "double precision",
  bool: "boolean",
  cpr: "bytea",
};
/** A value of each type, for rows that fill every column that must be filled. */
const VALUES: Record<string, string> = {
  text: "'x'",
  date: "date '2021-01-01'",
  integer: "1",
  bigint: "1",
  "double precision": "1",
  boolean: "true",
  uuid: "'00000000-0000-4000-8000-000000000001'",
  jsonb: "'{}'",
  bytea: "'\\x01'",
  "text[]": "array['x']",
  "timestamp with time zone": "now()",
  xid8: "pg_current_xact_id()",
};
/** Tables whose rows may be thrown away by the application, each fenced by a policy of its own that says which. */
const DELETABLE = ["platform.deeds"];
/** Tables a municipality may empty of its own rows: copies of uploaded files, and what was found in them and by comparing them. */
const EMPTIABLE = ["imports.chunks", "imports.verdicts", "imports.findings", "imports.reconciliations"];
/** Tables that rows of others refer to: filled first. */
const FIRST = ["imports.batches", "imports.files", "privacy.requests", "privacy.deletions"];
/** Tables that only the owner writes. */
const OWNED = ["privacy.deleted"];
/** Columns that are filled though they would fill themselves: others refer to them, or a check is about them. */
const ALWAYS = ["id", "known_until"];
/** Columns whose checks want something else. */
const SPECIAL: Record<string, string> = {
  until_day: "date '2021-02-01'",
  known_until: "date '9999-12-31'",
  role: "'analyst'",
  kind: "'comment'",
  verdict: "'new'",
};

/** The same in one table only. */
const IN_TABLE: Record<string, string> = {
  "contact.letters.language": "'da'",
  "contact.letters.channel": "'print'",
  "contact.letters.state": "'to_print'",
  "privacy.requests.kind": "'access'",
  "privacy.requests.source": "'citizen'",
  "privacy.steps.kind": "'note'",
  "privacy.deletions.approved_by": "'y'",
  "imports.reconciliations.state": "'asked'",
  "imports.verdicts.verdict": "'new'",
  "duties.reminders.mark": "'none'",
};

/** Schemas the application's role cannot reach: what the owner keeps for itself, and the jobs' own, which a library makes. */
const CLOSED = ["upkeep", "pgboss"];
const NOTHING_TO_SAY = { info: () => undefined, warn: () => undefined, error: () => undefined };

type Relation = { name: string; schema: string; kind: string; fenced: boolean; invoker: boolean; reachable: boolean };
type ColumnRow = {
  table: string;
  column: string;
  type: string;
  required: boolean;
  filled: boolean;
  comment: string | null;
};

async function relations(db: Database): Promise<Relation[]> {
  const found = await asOwner(db, (tx) =>
    sql<Relation>`select n.nspname || '.' || c.relname as name, n.nspname as schema, c.relkind as kind,
        c.relrowsecurity and c.relforcerowsecurity as fenced,
        coalesce(c.reloptions::text like '%security_invoker=%', false) as invoker,
        has_schema_privilege('springbraet_app', n.oid, 'usage') as reachable
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'v', 'm', 'p', 'f') and ${sql.raw(OURS)} order by 1`.execute(tx),
  );
  return found.rows;
}

async function columns(db: Database): Promise<ColumnRow[]> {
  const found = await asOwner(db, (tx) =>
    sql<ColumnRow>`select n.nspname || '.' || c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
        a.attnotnull as required, a.atthasdef or a.attidentity <> '' as filled, col_description(c.oid, a.attnum) as comment
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'v', 'm', 'p', 'f') and ${sql.raw(OURS)}
      order by 1, a.attnum`.execute(tx),
  );
  return found.rows;
}

function insertFor(table: string, all: readonly ColumnRow[], municipality: string): string {
  const needed = all.filter((c) => c.table === table && c.required && (!c.filled || ALWAYS.includes(c.column)));
  const value = (c: ColumnRow): string => {
    if (c.column === "municipality") return `'${municipality}'`;
    return (
      IN_TABLE[`${table}.${c.column}`] ??
      (table.startsWith("plan.") || table.startsWith("platform.") || !["role", "kind"].includes(c.column)
        ? SPECIAL[c.column]
        : undefined) ??
      VALUES[c.type] ??
      "null"
    );
  };
  return `insert into ${identifier(table)} (${needed.map((c) => identifier(c.column)).join(", ")}) values (${needed.map(value).join(", ")})`;
}

describeOnEachEngine("the fence around a municipality's records", (open) => {
  let db: Database;
  let all: Relation[];
  let cols: ColumnRow[];
  beforeAll(async () => {
    db = await open();
    const jobs = await openJobs(db, { log: NOTHING_TO_SAY });
    await jobs.work("fenced", async () => undefined);
    await jobs.stop();
    all = await relations(db);
    cols = await columns(db);
    await inTenant(db, { municipality: "0316" }, async (tx) => {
      const others = written().filter((table) => !FIRST.includes(table));
      for (const table of [...FIRST, ...others]) await sql.raw(insertFor(table, cols, "0316")).execute(tx);
    });
    await asOwner(db, async (tx) => {
      await sql`select set_config('app.municipality', '0316', true)`.execute(tx);
      for (const table of OWNED) await sql.raw(insertFor(table, cols, "0316")).execute(tx);
    });
  });
  const written = (): string[] => tables().filter((table) => !OWNED.includes(table));
  const tables = (): string[] => all.filter((r) => r.reachable && r.kind === "r").map((r) => r.name);
  const as = <T>(municipality: string | undefined, text: string): Promise<T[]> =>
    inTenant(
      db,
      municipality === undefined ? {} : { municipality },
      async (tx) => (await sql.raw<T>(text).execute(tx)).rows,
    );
  const count = async (municipality: string | undefined, table: string): Promise<number | undefined> =>
    (await as<{ n: number }>(municipality, `select count(*)::integer as n from ${identifier(table)}`))[0]?.n;

  it("is around every table: row-level security for the owner too", () => {
    expect(tables().length).toBeGreaterThan(allFacts.length);
    expect(all.filter((r) => r.reachable && r.kind === "r" && !r.fenced)).toEqual([]);
    expect(all.filter((r) => r.reachable && r.kind !== "r" && !r.invoker)).toEqual([]);
  });

  it("leaves nothing open outside it", async () => {
    const closed = all.filter((r) => !r.reachable).map((r) => r.schema);
    expect(new Set(closed)).toEqual(new Set(CLOSED));
    for (const { name } of all.filter((r) => !r.reachable))
      await expect(as("0316", `select * from ${name}`), name).rejects.toThrow(/permission denied/);
  });

  it("shows a municipality its own rows and nobody else's", async () => {
    for (const table of tables()) {
      expect([table, await count("0316", table)]).toEqual([table, 1]);
      expect([table, await count("0265", table)]).toEqual([table, 0]);
    }
  });

  it("shows nothing and stores nothing without a municipality", async () => {
    for (const table of tables()) {
      expect([table, await count(undefined, table)]).toEqual([table, 0]);
      const refusal = OWNED.includes(table) ? /permission denied/ : /row-level security/;
      await expect(as(undefined, insertFor(table, cols, "0316"))).rejects.toThrow(refusal);
    }
  });

  it("refuses rows for another municipality", async () => {
    for (const table of written()) {
      await expect(as("0265", insertFor(table, cols, "0316"))).rejects.toThrow(/row-level security/);
    }
  });

  it("lets nobody end another municipality's beliefs", async () => {
    for (const fact of allFacts) {
      const table = identifier(`${fact.word}.${fact.name}`);
      const ended = await as("0265", `update ${table} set known_until = known_from returning id`);
      expect(ended).toEqual([]);
      expect(await as("0316", `select id from ${table} where known_until = known_from`)).toEqual([]);
    }
  });

  it("lets nobody delete, and change only when a belief ended", async () => {
    for (const table of tables()) {
      if (DELETABLE.includes(table)) {
        await as("0316", `delete from ${identifier(table)}`);
        expect([table, await count("0316", table)]).toEqual([table, 1]);
      } else if (EMPTIABLE.includes(table)) {
        await as("0265", `delete from ${identifier(table)}`);
        expect([table, await count("0316", table)]).toEqual([table, 1]);
      } else await expect(as("0316", `delete from ${identifier(table)}`)).rejects.toThrow(/permission denied/);
      await expect(as("0316", `truncate ${identifier(table)}`)).rejects.toThrow(/permission denied/);
      await expect(as("0316", `update ${identifier(table)} set municipality = '0265'`)).rejects.toThrow(
        /permission denied/,
      );
    }
    for (const fact of allFacts) {
      const name = `${fact.word}.${fact.name}`;
      const locked = cols.filter((c) => c.table === name && !["known_until", "changed_by"].includes(c.column));
      for (const { column } of locked) {
        const edit = `update ${identifier(name)} set ${identifier(column)} = ${identifier(column)}`;
        await expect(as("0316", edit)).rejects.toThrow(/permission denied/);
      }
    }
    await expect(as("0316", "update audit.access_log set who = 'x'")).rejects.toThrow(/permission denied/);
  });

  it("notices a table without a fence and a view that walks around it", async () => {
    const bad = new Error("put back");
    await expect(
      asOwner(db, async (tx) => {
        await sql.raw("create table citizens.loose (municipality text)").execute(tx);
        await sql.raw("create view citizens.around as select * from citizens.citizens").execute(tx);
        const found = await sql<{ name: string; fenced: boolean; invoker: boolean }>`select c.relname as name,
            c.relrowsecurity and c.relforcerowsecurity as fenced,
            coalesce(c.reloptions::text like '%security_invoker=%', false) as invoker
          from pg_class c where c.relname in ('loose', 'around') order by 1`.execute(tx);
        expect(found.rows).toEqual([
          { name: "around", fenced: false, invoker: false },
          { name: "loose", fenced: false, invoker: false },
        ]);
        throw bad;
      }),
    ).rejects.toBe(bad);
  });

  describe.each(allFacts.map((fact) => [`${fact.word}.${fact.name}`, fact] as const))("%s", (name, fact) => {
    it("is as its fact says: columns, types, what must be filled, a comment on each", () => {
      const time = { type: "date", required: true };
      const mark = { type: "xid8", required: true };
      const text = { type: "text", required: true };
      const expected = [
        { column: "municipality", ...text },
        { column: "id", ...text },
        ...dayColumns(fact).map((column) => ({ column, ...time })),
        ...fact.columns.flatMap((c) =>
          storedColumns(c).map((column) => ({ column, type: TYPES[c.type], required: c.required })),
        ),
        ...["known_from", "known_until"].map((column) => ({ column, ...time })),
        ...["recorded_by", "changed_by"].map((column) => ({ column, ...mark })),
        ...(name === "citizens.citizens" ? [{ column: "name_key", type: "text", required: false }] : []),
      ];
      const byName = (a: { column: string }, b: { column: string }): number => (a.column < b.column ? -1 : 1);
      const own = cols
        .filter((c) => c.table === name)
        .map(({ column, type, required }) => ({ column, type, required }));
      expect(own.toSorted(byName)).toEqual(expected.toSorted(byName));
    });
  });

  describe("holds people to those in scope (ASK-37)", () => {
    const today = "current_date";
    const seenBy = (sees: Sees, more: { staff?: string; units?: readonly string[] } = {}): Promise<string[]> =>
      inTenant(db, { municipality: "0265", sees, ...more }, async (tx) => {
        const found = await sql<{ id: string }>`select id from citizens.citizens order by id`.execute(tx);
        return found.rows.map(({ id }) => id);
      });

    beforeAll(() =>
      inTenant(db, { municipality: "0265" }, async (tx) => {
        for (const id of ["mine", "ours", "theirs", "former", "nobodys"])
          await sql`insert into citizens.citizens (municipality, id, known_from) values ('0265', ${id}, '2021-01-01')`.execute(
            tx,
          );
        const responsible = (citizen: string, unit: string, until = "date '9999-12-31'") =>
          sql.raw(`insert into citizens.responsibilities (municipality, id, from_day, until_day, citizen, unit, staff, known_from)
            values ('0265', '${citizen}', ${today} - 9, ${until}, '${citizen}', '${unit}', 'for-${citizen}', '2021-01-01')`);
        await responsible("mine", "team-1").execute(tx);
        await responsible("ours", "team-1").execute(tx);
        await responsible("theirs", "team-2").execute(tx);
        await responsible("former", "team-1", today).execute(tx);
      }),
    );

    it("all of them, one's units', one's own or nobody", async () => {
      expect(await seenBy("all")).toEqual(["former", "mine", "nobodys", "ours", "theirs"]);
      expect(await seenBy("unit", { units: ["team-1"] })).toEqual(["mine", "ours"]);
      expect(await seenBy("unit", { units: ["team-1", "team-2"] })).toEqual(["mine", "ours", "theirs"]);
      expect(await seenBy("own", { staff: "for-mine", units: ["team-1"] })).toEqual(["mine"]);
      expect(await seenBy("none", { staff: "for-mine", units: ["team-1"] })).toEqual([]);
    });

    it("and nobody when it is not said who asks", async () => {
      expect(await seenBy("own")).toEqual([]);
      expect(await seenBy("unit")).toEqual([]);
    });

    it("in every table about citizens", async () => {
      const about = allFacts.flatMap((fact) =>
        fact.columns.filter((c) => c.refers === "citizens").map(() => `${fact.word}.${fact.name}`),
      );
      const held = await asOwner(db, (tx) =>
        sql<{ name: string }>`select distinct schemaname || '.' || tablename as name from pg_policies
          where policyname = 'scope' and permissive = 'RESTRICTIVE'`.execute(tx),
      );
      const names = held.rows.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(["citizens.citizens", ...about]));
    });

    it("in every table with a column that names a citizen, whatever it is for; one without the policy is found", async () => {
      const bare = async (tx: Tx): Promise<string[]> => {
        const found = await sql<{ name: string }>`select n.nspname || '.' || c.relname as name
          from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
          where c.relkind in ('r', 'p') and a.attname = 'citizen' and not a.attisdropped and ${sql.raw(OURS)}
            and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'scope' and not p.polpermissive)
          order by 1`.execute(tx);
        return found.rows.map(({ name }) => name);
      };
      expect(await asOwner(db, bare)).toEqual([]);
      const planted = asOwner(db, async (tx) => {
        await sql`create table plan.planted (municipality text not null, citizen text)`.execute(tx);
        throw new Error((await bare(tx)).join());
      });
      await expect(planted).rejects.toThrow(/^plan\.planted$/);
    });

    it("and lets nobody hand a citizen to a unit they do not work for", async () => {
      const assign = inTenant(db, { municipality: "0265", sees: "unit", units: ["team-1"] }, (tx) =>
        sql`insert into citizens.responsibilities (municipality, id, from_day, until_day, citizen, unit, known_from)
          values ('0265', 'stolen', current_date, '9999-12-31', 'mine', 'team-2', '2021-01-01')`.execute(tx),
      );
      await expect(assign).rejects.toThrow(/row-level security/);
    });
  });

  it("has a comment on every table and column, and a table for nothing but facts and the house's own", async () => {
    const ours = cols.filter((c) => !c.table.startsWith("pgboss."));
    expect(ours.filter((c) => !c.comment).map((c) => `${c.table}.${c.column}`)).toEqual([]);
    const bare = await asOwner(db, (tx) =>
      sql`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'v') and n.nspname <> 'pgboss' and ${sql.raw(OURS)} and obj_description(c.oid) is null`.execute(
        tx,
      ),
    );
    expect(bare.rows).toEqual([]);
    const facts = allFacts.map((fact) => `${fact.word}.${fact.name}`);
    const others = all.map((r) => r.name).filter((name) => !facts.includes(name));
    expect(others).toEqual(
      expect.arrayContaining([
        "audit.access_log",
        "plan.earlier_notes",
        "plan.notes",
        "plan.snapshots",
        "platform.deeds",
        "platform.sessions",
        "upkeep.migrations",
      ]),
    );
    expect(facts.filter((name) => !all.some((r) => r.name === name))).toEqual([]);
  });
});
