import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { type Database, inTenant } from "../db/public.ts";
import { describeOnEachEngine } from "../testing/databases.ts";
import { createSession, endSession, readSession } from "./public.ts";

const start = new Date("2021-10-01T08:00:00Z");
const who = { municipality: "0316", role: "manager", user: "demo manager", staff: "m-17", units: ["team-1"] } as const;

function after(minutes: number): Date {
  return new Date(start.getTime() + minutes * 60_000);
}

describeOnEachEngine("a session", (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  it("is found again by its token, with its role", async () => {
    const { token } = await createSession(db, who, start);
    expect(await readSession(db, token, after(1))).toEqual({ ...who, sees: "none", expires: after(12 * 60) });
  });

  it("is not found by another token, a broken one or one for another municipality", async () => {
    const { token } = await createSession(db, who, start);
    const other = token.endsWith("A") ? `${token.slice(0, -1)}B` : `${token.slice(0, -1)}A`;
    for (const wrong of [other, "", "0316.", "x", token.replace("0316", "0265")]) {
      expect(await readSession(db, wrong, after(1))).toBeNull();
    }
  });

  it("ends after an hour without use, and lives on while it is used", async () => {
    const { token } = await createSession(db, who, start);
    expect(await readSession(db, token, after(59))).not.toBeNull();
    expect(await readSession(db, token, after(118))).not.toBeNull();
    expect(await readSession(db, token, after(178))).toBeNull();
  });

  it("ends after twelve hours however much it is used", async () => {
    const { token } = await createSession(db, who, start);
    for (let minutes = 50; minutes < 12 * 60; minutes += 50) await readSession(db, token, after(minutes));
    expect(await readSession(db, token, after(12 * 60 - 1))).not.toBeNull();
    expect(await readSession(db, token, after(12 * 60))).toBeNull();
  });

  it("ends when the user logs out", async () => {
    const { token } = await createSession(db, who, start);
    await endSession(db, token, after(1));
    await endSession(db, "nonsense", after(1));
    expect(await readSession(db, token, after(2))).toBeNull();
  });

  it("is stored without the token itself, and every token is another", async () => {
    const tokens = [];
    for (let n = 0; n < 3; n++) tokens.push((await createSession(db, who, start)).token);
    expect(new Set(tokens).size).toBe(3);
    const stored = await inTenant(db, who, (tx) => sql`select s::text as row from platform.sessions s`.execute(tx));
    const text = JSON.stringify(stored.rows);
    for (const token of tokens) {
      expect(text).not.toContain(token.slice(5));
      expect(text).not.toContain(Buffer.from(token).toString("hex"));
    }
  });
});
