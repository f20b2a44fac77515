import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { allFacts } from "../app/facts.ts";
import { logAccess } from "../platform/audit/public.ts";
import { type Database, inTenant, type Tx } from "../platform/db/public.ts";
import { asOwner } from "../platform/db/tenant.ts";
import { day } from "../platform/kernel/day.ts";
import { describeOnEachEngine } from "../platform/testing/databases.ts";
import { openDuck } from "../platform/warehouse/duck.ts";
import { readChanges } from "../platform/warehouse/feed.ts";
import { openWarehouse, rebuildWarehouse, writeSnapshot } from "../platform/warehouse/public.ts";
import {
  approve,
  confirmPeriod,
  type DeletionJob,
  proposeDeletion,
  reapplyDeletions,
  register,
  retentionOf,
  runDeletion,
} from "./public.ts";
import { subjectsOn } from "./retention.ts";
import { factsAboutPeople } from "./rules/person-columns.ts";
import { knowEverythingAbout } from "./testing/records.ts";

/** Every table, file and snapshot is searched: long on a busy machine. */
const SLOW_MS = 120_000;
const today = day("2026-11-26");
const anna = { label: "anna", role: "data_protection" };
const bo = { label: "bo", role: "administrator" };
const old = { from: "2015-01-01", until: "2015-06-01" };
const recent = { from: "2025-01-01", until: "9999-12-31" };

describeOnEachEngine("deletion by KLE period (PRI-DEL)", (open) => {
  const folders: string[] = [];
  let db: Database;
  let data: string;
  /** Each test has a municipality of its own in the same records. */
  let municipality = "0300";
  /** Ids that stand out in any file or table. */
  let left: string;
  let stays: string;
  let registered: { name: string; folder: string; checksum: string; rewritten: string | null }[];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  const warehouse = (): string => join(data, "warehouse", `${municipality}.duckdb`);
  const work = <T>(does: (tx: Tx) => Promise<T>): Promise<T> => inTenant(db, { municipality }, does);
  const feed = (since: string | null, take: Parameters<Parameters<typeof rebuildWarehouse>[2]>[1]) =>
    readChanges(db, { municipality, facts: allFacts, since }, take);
  const job = (): DeletionJob => ({
    municipality,
    facts: allFacts,
    today,
    data,
    snapshots: {
      list: () => Promise.resolve(registered),
      reregister: (_tx, { name, folder, checksum, rewritten }) => {
        registered = [{ name, folder, checksum, rewritten }];
        return Promise.resolve();
      },
    },
    rebuild: () => rebuildWarehouse(warehouse(), allFacts, feed),
  });
  const propose = () => work((tx) => proposeDeletion(tx, { facts: allFacts, asOf: today, today, by: anna }));
  const confirmAll = () =>
    work(async (tx) => {
      for (const { kle } of subjectsOn("2026-11-26"))
        await confirmPeriod(tx, { kle, days: 1825, reason: "read in KLE" }, anna);
    });

  beforeAll(async () => {
    db = await open();
  });
  beforeEach(async () => {
    municipality = String(Number(municipality) + 1).padStart(4, "0");
    left = `gone-citizen-${municipality}`;
    stays = `kept-citizen-${municipality}`;
    data = mkdtempSync(join(tmpdir(), "springbraet-deletion-"));
    folders.push(data);
    await knowEverythingAbout(db, { municipality, citizen: left, facts: allFacts, time: old });
    await knowEverythingAbout(db, { municipality, citizen: stays, facts: allFacts, time: recent });
    await rebuildWarehouse(warehouse(), allFacts, feed);
    const open1 = await openWarehouse(warehouse(), allFacts);
    const { checksum } = await writeSnapshot(open1, join(data, "snapshots", municipality, "2026-06"), allFacts);
    open1.close();
    registered = [{ name: "2026-06", folder: join("snapshots", municipality, "2026-06"), checksum, rewritten: null }];
  });

  /** Every place a person's key is found in: tables (all columns as text), the warehouse, the snapshots, files byte by byte. */
  const placesOf = async (key: string): Promise<string[]> => {
    const found: string[] = [];
    await asOwner(db, async (tx) => {
      await sql`select set_config('app.municipality', ${municipality}, true)`.execute(tx);
      const tables = await sql<{
        name: string;
      }>`select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema') and schemaname not like 'pg\\_%'`.execute(tx);
      for (const { name } of tables.rows) {
        const { rows } = await sql
          .raw<{ n: number }>(`select count(*)::integer as n from ${name} t where t::text like '%${key}%'`)
          .execute(tx);
        if ((rows[0]?.n ?? 0) > 0) found.push(name);
      }
    });
    const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const duck = await openDuck(":memory:");
    for (const entry of files) {
      const path = join(entry.parentPath, entry.name);
      const has = async (source: string): Promise<boolean> =>
        Number((await duck.run(`SELECT count(*) AS n FROM ${source} t WHERE t::VARCHAR LIKE '%${key}%'`))[0]?.n) > 0;
      if (readFileSync(path).includes(key) || (path.endsWith(".parquet") && (await has(`read_parquet('${path}')`))))
        found.push(entry.name);
    }
    duck.close();
    const open2 = await openWarehouse(warehouse(), allFacts);
    for (const { name } of allFacts) {
      const rows = await open2.run(`SELECT count(*) AS n FROM records.${name} t WHERE t::VARCHAR LIKE '%${key}%'`);
      if (Number(rows[0]?.n) > 0) found.push(`warehouse ${name}`);
    }
    open2.close();
    return found;
  };

  it("deletes nothing while nobody has confirmed a period", async () => {
    const found = await work((tx) => retentionOf(tx, { facts: allFacts, asOf: today }));
    expect(found).toMatchObject({ citizens: 0, dueRows: 0 });
    expect(found.rows.every(({ enforced, confidence }) => !enforced && confidence === "low")).toBe(true);
    await expect(propose()).rejects.toMatchObject({ code: "nothing_due" });
  });

  it("deletes appointments with the conversations they led to, but not while one is still to come (KLE 15.20.20)", {
    timeout: SLOW_MS,
  }, async () => {
    const book = (citizen: string, day: string) =>
      work((tx) =>
        sql`insert into contact.appointments (municipality, citizen, kind, form, day, starts, minutes, staff, is_duty, note, changed_by)
          values (${municipality}, ${citizen}, 'jobsamtale', 'telefon', ${day}, 540, 30, 'm1', true, 'hvad der blev sagt', 'anna')`.execute(
          tx,
        ),
      );
    const bookedWith = async (citizen: string): Promise<number> =>
      (await work((tx) => sql`select from contact.appointments where citizen = ${citizen}`.execute(tx))).rows.length;
    const returning = `back-citizen-${municipality}`;
    await knowEverythingAbout(db, { municipality, citizen: returning, facts: allFacts, time: old });
    await book(left, old.from);
    await book(returning, old.from);
    await book(returning, "2026-12-15");
    await confirmAll();
    const { id } = await propose();
    await work((tx) => approve(tx, id, bo));
    await runDeletion(db, id, job());
    expect(await bookedWith(left)).toBe(0);
    expect(await bookedWith(returning)).toBe(2);
    const kept = await work((tx) => sql`select from contact.conversations where citizen = ${returning}`.execute(tx));
    expect(kept.rows.length).toBeGreaterThan(0);
  });

  it("deletes plans and all their versions by their own subject (KLE 15.20.01)", { timeout: SLOW_MS }, async () => {
    await work((tx) =>
      sql`with added as (insert into pathways.plans (municipality, citizen, kind, content, changed_on, changed_by)
          values (${municipality}, ${left}, 'min_plan', '{"steps": []}', ${old.from}, 'anna') returning id)
        insert into pathways.plan_versions (municipality, plan, version, citizen, content, written_on, written_by)
        select ${municipality}, id, 1, ${left}, '{"direction": "hvad der blev aftalt"}', ${old.from}, 'anna' from added`.execute(
        tx,
      ),
    );
    const rows = async (table: string): Promise<number> =>
      (await work((tx) => sql`select from ${sql.raw(table)} where citizen = ${left}`.execute(tx))).rows.length;
    expect([await rows("pathways.plans"), await rows("pathways.plan_versions")]).toEqual([1, 1]);
    await confirmAll();
    const { id } = await propose();
    await work((tx) => approve(tx, id, bo));
    await runDeletion(db, id, job());
    expect([await rows("pathways.plans"), await rows("pathways.plan_versions")]).toEqual([0, 0]);
  });

  it("previews, wants four eyes, and leaves nothing of the person anywhere", { timeout: SLOW_MS }, async () => {
    await confirmAll();
    const preview = await work((tx) => retentionOf(tx, { facts: allFacts, asOf: today }));
    const kinds = factsAboutPeople(allFacts).length;
    expect(preview.citizens).toBe(1);
    expect(preview.dueRows).toBeGreaterThanOrEqual(kinds);
    expect(await placesOf(left)).toEqual(
      expect.arrayContaining(["citizens.citizens", "residences.parquet", "warehouse residences"]),
    );
    await work((tx) => logAccess(tx, { user: anna, action: "citizen.read", purpose: "p", keys: [left] }));
    await work((tx) =>
      register(
        tx,
        { kind: "access", citizen: stays, received: "2026-11-01", source: "citizen", details: "" },
        { by: anna, today },
      ),
    );
    const { id } = await propose();
    await expect(runDeletion(db, id, job())).rejects.toMatchObject({ code: "not_approved" });
    await expect(work((tx) => approve(tx, id, anna))).rejects.toMatchObject({ code: "four_eyes" });
    await work((tx) => approve(tx, id, bo));
    const done = await runDeletion(db, id, job());
    expect(done.snapshots).toEqual(["2026-06"]);
    expect(done.rows).toBeGreaterThanOrEqual(kinds);
    // The log alone remembers, by the id and until its own time; nothing in it says who that was.
    expect((await placesOf(left)).toSorted()).toEqual(["audit.access_keys", "audit.access_log"]);
    expect(await placesOf(stays)).toEqual(
      expect.arrayContaining(["citizens.citizens", "residences.parquet", "warehouse residences"]),
    );
    expect(existsSync(join(data, "snapshots", municipality, "2026-06"))).toBe(false);
    expect(registered).toMatchObject([{ name: "2026-06", rewritten: "2026-11-26" }]);
    const proof = (await work((tx) => retentionOf(tx, { facts: allFacts, asOf: today }))).deletions;
    expect(proof).toMatchObject([
      { id, citizens: 1, proposedBy: "anna", approvedBy: "bo", doneAt: expect.any(String) },
    ]);
  });

  it("goes on after an interruption, and does nothing twice", { timeout: SLOW_MS }, async () => {
    await confirmAll();
    const { id } = await propose();
    await work((tx) => approve(tx, id, bo));
    const failing = { ...job(), rebuild: () => Promise.reject(new Error("the disk is full")) };
    await expect(runDeletion(db, id, failing)).rejects.toThrow("the disk is full");
    expect(await runDeletion(db, id, job())).toEqual({ rows: 0, snapshots: [] });
    expect(await placesOf(left)).toEqual([]);
  });

  it("refuses when the records have changed since they were approved", async () => {
    await confirmAll();
    const { id } = await propose();
    await work((tx) => approve(tx, id, bo));
    await knowEverythingAbout(db, { municipality, citizen: "late-citizen", facts: allFacts, time: old });
    await expect(runDeletion(db, id, job())).rejects.toMatchObject({ code: "deletion_outdated" });
    expect(await placesOf(left)).not.toEqual([]);
  });

  it("holds back people with a request nobody has answered", async () => {
    await confirmAll();
    await work((tx) =>
      register(
        tx,
        { kind: "access", citizen: left, received: "2026-11-01", source: "citizen", details: "" },
        { by: anna, today },
      ),
    );
    expect(await work((tx) => retentionOf(tx, { facts: allFacts, asOf: today }))).toMatchObject({
      citizens: 0,
      restricted: 1,
    });
  });

  it("is done again after an older backup came back", { timeout: SLOW_MS }, async () => {
    await confirmAll();
    const { id } = await propose();
    await work((tx) => approve(tx, id, bo));
    await runDeletion(db, id, job());
    await knowEverythingAbout(db, { municipality, citizen: left, facts: allFacts, time: old });
    await asOwner(db, async (tx) => {
      await sql`select set_config('app.municipality', ${municipality}, true)`.execute(tx);
      await sql`delete from privacy.deleted`.execute(tx);
    });
    expect((await reapplyDeletions(db, job())).rows).toBeGreaterThan(10);
    expect(await placesOf(left)).toEqual([]);
    expect(await placesOf(stays)).not.toEqual([]);
  });
});
