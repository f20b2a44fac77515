import { beforeAll, expect, it } from "vitest";
import type { Database } from "../db/public.ts";
import { describeOnEachEngine } from "../testing/databases.ts";
import { forgetFailures, isLockedOut, LOCKED_MINUTES, noteFailure, type Trier } from "./lock-out.ts";

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

  it("loses no count when attempts come at once", async () => {
    const who = subject("e");
    await Promise.all(Array.from({ length: 10 }, () => noteFailure(db, who, start)));
    expect(await isLockedOut(db, who, after(1))).toBe(true);
  });
});
