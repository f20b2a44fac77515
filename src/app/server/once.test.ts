import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { GoalNote, SnapshotInfo } from "../../plan/contract.ts";
import { type Database, forgetDeeds, inTenant, type Tx } from "../../platform/db/public.ts";
import type { Problem } from "../../platform/http/public.ts";
import { describeOnEachEngine } from "../../platform/testing/databases.ts";
import { times } from "../../platform/testing/times.ts";
import { type DemoDesk, openDemoDesk } from "../testing/demo-desk.ts";
import { type Visitor, visitorAs } from "../testing/visitor.ts";
import { once } from "./once.ts";

const session = { municipality: "0316", user: "analyst" };

/** Fifty prove the way; `npm run test:long` asks for more. */
const AT_ONCE = 50 * Math.min(10, times);

describeOnEachEngine("a deed under a key (ASK-36)", (open) => {
  let db: Database;
  let before: number;
  beforeAll(async () => {
    db = await open();
  });
  beforeEach(async () => {
    before = await all();
  });
  const request = (key: string, body: unknown = { text: "x" }) => ({
    headers: { "idempotency-key": key },
    method: "POST",
    url: "/api/v1/notes",
    body,
  });
  const write = async (tx: Tx): Promise<{ id: string }> => {
    const { rows } = await sql<{
      id: string;
    }>`insert into plan.notes (municipality, plan, goal, kind, body, author, role)
      values (platform.municipality(), 'p', 'g', 'comment', 'Anna Prøve', 'a', 'analyst') returning id`.execute(tx);
    return { id: rows[0]?.id ?? "" };
  };
  const all = (): Promise<number> =>
    inTenant(db, session, async (tx) => (await sql`select id from plan.notes`.execute(tx)).rows.length);
  /** Records made by this test. */
  const stored = async (): Promise<number> => (await all()) - before;
  const ask = (key: string, given: { body?: unknown; who?: string } = {}) =>
    once(
      { runtime: { db } },
      { request: request(key, given.body), session: { ...session, user: given.who ?? "analyst" } },
      write,
    );

  it("that is asked for fifty times in one millisecond makes one record, and all get its answer", async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => ask(key)));
    expect(await stored()).toBe(1);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  });

  it("is another deed under another key or for another user", async () => {
    const key = randomUUID();
    const answers = [await ask(key), await ask(randomUUID()), await ask(key, { who: "manager" })];
    expect(new Set(answers.map(({ id }) => id)).size).toBe(3);
  });

  it("refuses another request under the same key, and changes nothing", async () => {
    const key = randomUUID();
    await ask(key);
    await expect(ask(key, { body: { text: "y" } })).rejects.toMatchObject({
      problem: { status: 422, code: "deed_key_reused" },
    });
    await expect(ask("not a uuid")).rejects.toMatchObject({ problem: { status: 400, code: "bad_deed_key" } });
    expect(await stored()).toBe(1);
  });

  it("that failed has left nothing and can be tried again under its key", async () => {
    const key = randomUUID();
    const failing = once({ runtime: { db } }, { request: request(key), session }, async (tx) => {
      await write(tx);
      throw new Error("the machine stumbled");
    });
    await expect(failing).rejects.toThrow("stumbled");
    expect(await stored()).toBe(0);
    await ask(key);
    expect(await stored()).toBe(1);
  });

  it("of which one fails and another waits, is done by the other", async () => {
    const key = randomUUID();
    let tries = 0;
    const stumbling = () =>
      once({ runtime: { db } }, { request: request(key), session }, (tx) => {
        tries += 1;
        return tries === 1 ? Promise.reject(new Error("the machine stumbled")) : write(tx);
      });
    const settled = await Promise.allSettled([stumbling(), stumbling(), stumbling()]);
    expect(settled.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect(await stored()).toBe(1);
  });

  it("is kept for a day, and neither its key nor its answer can be read from the table", async () => {
    const key = randomUUID();
    const { id } = await ask(key);
    const kept = await inTenant(db, session, (tx) => sql`select d::text as row from platform.deeds d`.execute(tx));
    const text = JSON.stringify(kept.rows);
    for (const secret of [key, id, Buffer.from(key).toString("hex"), Buffer.from(id).toString("hex")])
      expect(text).not.toContain(secret);
    const wipe = (tx: Tx) => sql`delete from platform.deeds`.execute(tx);
    expect(Number((await inTenant(db, session, wipe)).numAffectedRows)).toBe(0);
    expect(await inTenant(db, session, forgetDeeds)).toBe(0);
    await inTenant(db, session, (tx) =>
      sql`insert into platform.deeds (municipality, who, key_hash, request_hash, at)
        values (platform.municipality(), 'a', '\\x01', '\\x01', now() - interval '25 hours')`.execute(tx),
    );
    expect(await inTenant(db, session, forgetDeeds)).toBe(1);
    expect(await ask(key)).toEqual({ id });
  });

  it("of another municipality is not seen", async () => {
    const key = randomUUID();
    await ask(key);
    const found = await inTenant(db, { municipality: "0265" }, (tx) => sql`select 1 from platform.deeds`.execute(tx));
    expect(found.rows).toEqual([]);
  });
});

describe("a deed that is sent again to the server", () => {
  let desk: DemoDesk;
  let analyst: Visitor;
  const path = "/plans/holbaek-2020-21/goals/G-HO20-04/notes";
  const notes = async (): Promise<GoalNote[]> => (await analyst.get<{ notes: GoalNote[] }>(path)).body.notes;
  beforeAll(async () => {
    desk = await openDemoDesk();
    analyst = await visitorAs(desk.url, "analyst");
  });
  afterAll(() => desk.close());

  it("writes one comment, and takes one back once (PLAN-19)", async () => {
    const body = { kind: "comment", text: "Ring til virksomhederne" };
    const key = randomUUID();
    const sent = await Promise.all(Array.from({ length: 20 }, () => analyst.send<GoalNote>("POST", path, body, key)));
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(sent.map((one) => one.body.id)).size).toBe(1);
    expect((await notes()).filter(({ text }) => text === body.text)).toHaveLength(1);
    const other = await analyst.send<Problem>("POST", path, { ...body, text: "Noget andet" }, key);
    expect(other.body).toMatchObject({ status: 422, code: "deed_key_reused" });
    const back = randomUUID();
    const gone = `${path}/${sent[0]?.body.id}`;
    expect((await analyst.send("DELETE", gone, undefined, back)).body).toEqual({ withdrawn: true });
    expect((await analyst.send("DELETE", gone, undefined, back)).body).toEqual({ withdrawn: true });
    expect((await analyst.send("DELETE", gone, undefined, randomUUID())).status).toBe(404);
  });

  it("pins one snapshot, also when the first answer was lost", async () => {
    const body = { name: "to-gange", asOf: "2021-06-30" };
    const key = randomUUID();
    const [one, two] = await Promise.all(
      [key, key].map((same) => analyst.send<SnapshotInfo>("POST", "/snapshots", body, same)),
    );
    expect([one?.status, two?.status]).toEqual([200, 200]);
    expect(two?.body).toEqual(one?.body);
    expect((await analyst.send<Problem>("POST", "/snapshots", body, randomUUID())).body.code).toBe("snapshot_exists");
    expect(await desk.operations.changedSnapshots({ municipality: "0316" })).toEqual([]);
  });

  it("changes a comment once; who saw an older text gets what the other wrote and overwrites nothing", async () => {
    const { body: note } = await analyst.send<GoalNote>("POST", path, { kind: "comment", text: "Første" });
    const mine = `${path}/${note.id}`;
    const key = randomUUID();
    const edit = { text: "Anden", version: note.version };
    const first = await analyst.send<GoalNote>("PATCH", mine, edit, key);
    expect(first.body).toMatchObject({ text: "Anden", mayEdit: true });
    expect((await analyst.send<GoalNote>("PATCH", mine, edit, key)).body).toEqual(first.body);
    const late = await analyst.send<Problem>("PATCH", mine, { text: "Tredje", version: note.version }, randomUUID());
    expect(late.body).toMatchObject({
      status: 409,
      code: "edit_conflict",
      theirs: { version: first.body.version, values: { text: "Anden" }, who: "demo-analyst" },
    });
    expect((await notes()).find(({ id }) => id === note.id)?.text).toBe("Anden");
    const merged = await analyst.send<GoalNote>("PATCH", mine, { text: "Begge", version: first.body.version });
    expect(merged.body.text).toBe("Begge");
    const kept = await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) =>
      sql`select body from plan.earlier_notes where note::text = ${note.id} order by version`.execute(tx),
    );
    expect(kept.rows).toEqual([{ body: "Første" }, { body: "Anden" }]);
    const manager = await visitorAs(desk.url, "manager");
    expect((await manager.send("PATCH", mine, { text: "Min", version: merged.body.version })).status).toBe(404);
  });

  it("of twenty who change the same text at once one wins and nineteen are told", async () => {
    const { body: note } = await analyst.send<GoalNote>("POST", path, { kind: "comment", text: "Kapløb" });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        analyst.send("PATCH", `${path}/${note.id}`, { text: `Nr. ${n}`, version: note.version }, randomUUID()),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
  });
});
