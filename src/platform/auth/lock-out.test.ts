import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { type Database, inTenant } from "../db/public.ts";
import { describeOnEachEngine } from "../testing/databases.ts";
import { dropFailures, forgetFailures, isLockedOut, LOCKED_MINUTES, noteFailure, type Trier } from "./lock-out.ts";

const start = new Date("2021-10-01T08:00:00Z");
const after = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);

describeOnEachEngine("somebody who fails to log in again and again", (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });
  const subject = (name: string): { subject: Buffer } => ({ subject: Buffer.from(name) });
  const fail = async (who: Trier, times: number, at = start): Promise<void> => {
    for (let i = 0; i < times; i++) await noteFailure(db, who, at);
  };

  it("is kept out after ten failures, for a quarter of an hour", async () => {
    const who = subject("a");
    await fail(who, 9);
    expect(await isLockedOut(db, who, after(1))).toBe(false);
    await fail(who, 1);
    expect(await isLockedOut(db, who, after(1))).toBe(true);
    expect(await isLockedOut(db, who, after(LOCKED_MINUTES))).toBe(true);
    expect(await isLockedOut(db, who, after(LOCKED_MINUTES + 1))).toBe(false);
    await fail(who, 1, after(LOCKED_MINUTES + 1));
    expect(await isLockedOut(db, who, after(LOCKED_MINUTES + 2))).toBe(false);
  });

  it("keeps nobody else out, and an address only after many more, for many sit behind one", async () => {
    await fail(subject("b"), 10);
    expect(await isLockedOut(db, subject("c"), after(1))).toBe(false);
    const address = { address: "198.51.100.7" };
    await fail(address, 99);
    expect(await isLockedOut(db, address, after(1))).toBe(false);
    await fail(address, 1);
    expect(await isLockedOut(db, address, after(1))).toBe(true);
    expect(await isLockedOut(db, { address: "198.51.100.8" }, after(1))).toBe(false);
  });

  it("begins anew after getting in", async () => {
    const who = subject("d");
    await fail(who, 9);
    await forgetFailures(db, who.subject);
    await fail(who, 9, after(1));
    expect(await isLockedOut(db, who, after(2))).toBe(false);
  });

  it("is not kept out by failures of a clock that has since gone back", async () => {
    const who = subject("f");
    await fail(who, 10, after(24 * 60));
    expect(await isLockedOut(db, who, after(24 * 60 + 1))).toBe(true);
    expect(await isLockedOut(db, who, start)).toBe(false);
  });

  it("is forgotten when the count is of no more use, and nobody else is", async () => {
    const all = async (): Promise<number> =>
      (await inTenant(db, { municipality: "0000" }, (tx) => sql`select from platform.login_failures`.execute(tx))).rows
        .length;
    const late = after(48 * 60);
    await dropFailures(db, late);
    expect(await all()).toBe(0);
    await fail(subject("old"), 3, after(48 * 60 - LOCKED_MINUTES - 1));
    await fail(subject("ahead"), 3, after(72 * 60));
    await fail(subject("young"), 10, late);
    expect(await dropFailures(db, after(48 * 60 + 1))).toBe(2);
    expect([await all(), await isLockedOut(db, subject("young"), after(48 * 60 + 1))]).toEqual([1, true]);
  });

  it("loses no count when attempts come at once", async () => {
    const who = subject("e");
    await Promise.all(Array.from({ length: 10 }, () => noteFailure(db, who, start)));
    expect(await isLockedOut(db, who, after(1))).toBe(true);
  });
});
