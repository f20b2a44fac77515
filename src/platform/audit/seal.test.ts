import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, inTenant } from "../db/public.ts";
import { day } from "../kernel/day.ts";
import { describeOnEachEngine, describeOnServer } from "../testing/databases.ts";
import { dropOldEntries, keepSealing, keptIn, logAccess, readKept, sealLog, verifyLog } from "./public.ts";
import { nobodyElseWrites, type TestEntry, tamper, writeEntries } from "./testing/log.ts";

const monday: readonly TestEntry[] = [
  { at: "2026-03-02T08:00:00+01:00", keys: ["c1", "c2"] },
  { at: "2026-03-02T09:00:00+01:00", keys: ["c2"], change: true },
  { at: "2026-03-02T23:30:00+01:00", keys: ["c3"] },
];
const tuesday: readonly TestEntry[] = [
  { at: "2026-03-03T08:00:00+01:00", keys: ["c1"] },
  { at: "2026-03-03T08:01:00+01:00", keys: ["c4", "c5"] },
];
const wednesday: readonly TestEntry[] = [
  { at: "2026-03-04T08:00:00+01:00", keys: ["c1"], change: true },
  { at: "2026-03-04T08:05:00+01:00", keys: ["c6"] },
  { at: "2026-03-04T08:06:00+01:00", keys: ["c7"] },
];

/** Three days of log, the last of them still open. */
async function threeDays(db: Database, municipality: string): Promise<void> {
  for (const entries of [monday, tuesday, wednesday]) {
    await writeEntries(db, municipality, entries);
    await sealLog(db, municipality, { today: day("2026-03-04") });
  }
}

const folder = mkdtempSync(join(tmpdir(), "springbraet-seals-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeOnEachEngine("the sealed access log (PRI-LOG2)", (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  it("is a chain of days, each with a seal, and whole", async () => {
    await threeDays(db, "0101");
    const found = await verifyLog(db, "0101");
    expect(found).toMatchObject({
      ok: true,
      days: 2,
      firstDay: "2026-03-02",
      entries: 8,
      sealedEntries: 8,
      waiting: 0,
    });
    expect(await verifyLog(db, "0147")).toMatchObject({ ok: true, days: 0, entries: 0 });
  });

  it("seals nothing twice and closes a day when it is over", async () => {
    await writeEntries(db, "0151", monday);
    const today = day("2026-03-02");
    expect(await sealLog(db, "0151", { today })).toMatchObject({ sealed: 3, days: [] });
    expect(await sealLog(db, "0151", { today, everything: true })).toMatchObject({ sealed: 0, days: [] });
    const closing = await sealLog(db, "0151", { today: day("2026-03-03") });
    expect(closing).toMatchObject({ sealed: 0, days: [{ number: 1, day: "2026-03-02", entries: 3 }] });
    expect(await sealLog(db, "0151", { today: day("2026-03-03") })).toMatchObject({ sealed: 0, days: [] });
  });

  it("says what waits to be sealed and since when", async () => {
    await writeEntries(db, "0153", monday);
    expect(await verifyLog(db, "0153")).toMatchObject({
      ok: true,
      waiting: 3,
      waitingSince: "2026-03-02T07:00:00Z",
      sealerSleeps: true,
    });
    await sealLog(db, "0153");
    await inTenant(db, { municipality: "0153" }, (tx) =>
      logAccess(tx, { user: { label: "anna", role: "analyst" }, action: "x", purpose: "y", keys: ["c1"] }),
    );
    expect(await verifyLog(db, "0153")).toMatchObject({ ok: true, waiting: 1, sealerSleeps: false });
  });

  it("goes on when the clock jumps ahead and back", async () => {
    await writeEntries(db, "0155", [{ at: "2031-01-01T12:00:00Z", keys: ["c1"] }]);
    await sealLog(db, "0155", { today: day("2031-01-01") });
    await writeEntries(db, "0155", monday);
    await sealLog(db, "0155", { today: day("2026-03-02") });
    await writeEntries(db, "0155", tuesday);
    await sealLog(db, "0155", { today: day("2026-03-04") });
    expect(await verifyLog(db, "0155")).toMatchObject({ ok: true, days: 3, entries: 6, sealedEntries: 6 });
  });

  it("seals what came from elsewhere, whose transactions had other numbers", async () => {
    await threeDays(db, "0157");
    await tamper(db, "0157", "update audit.log_chain set recorded_by = '9999999999'::xid8");
    await writeEntries(db, "0157", [{ at: "2026-03-04T10:00:00+01:00", keys: ["c8"] }]);
    expect(await sealLog(db, "0157", { today: day("2026-03-04") })).toMatchObject({ sealed: 1 });
    expect(await verifyLog(db, "0157")).toMatchObject({ ok: true, sealedEntries: 9 });
  });

  describe("found out (tampering as the database's owner)", () => {
    const entryAt = (at: string): string =>
      `(select entry from audit.access_log where at = '${at}' and municipality = platform.municipality())`;
    const eight = entryAt("2026-03-03T08:00:00+01:00");
    const open2 = entryAt("2026-03-04T08:05:00+01:00");
    const tampered = [
      [
        "an edited look",
        `update audit.access_log set who = 'bent' where entry = ${eight}`,
        "entry_changed",
        "2026-03-03",
      ],
      [
        "an edited time",
        `update audit.access_log set at = at + interval '1 s' where entry = ${eight}`,
        "entry_changed",
        "2026-03-03",
      ],
      [
        "a person taken out",
        `update audit.access_log set keys = '{}' where entry = ${eight}`,
        "entry_changed",
        "2026-03-03",
      ],
      [
        "an edited look of the open day",
        `update audit.access_log set purpose = 'x' where entry = ${open2}`,
        "entry_changed",
        "2026-03-04",
      ],
      ["a deleted look", `delete from audit.access_log where entry = ${eight}`, "entry_missing", "2026-03-03"],
      [
        "a deleted look with its link",
        `with gone as (delete from audit.log_chain where entry = ${eight} returning entry) delete from audit.access_log where entry in (select entry from gone)`,
        "link_missing",
        "2026-03-03",
      ],
      [
        "a look put in between",
        `insert into audit.access_log (municipality, at, who, role, action, purpose, keys, persons, recorded_by) select platform.municipality(), at, 'x', 'analyst', 'a', 'p', '{}', 0, recorded_by from audit.access_log where entry = ${eight}`,
        "entry_inserted",
        null,
      ],
      [
        "a look taken for a change",
        `update audit.log_chain set change = not change where entry = ${eight}`,
        "link_changed",
        "2026-03-03",
      ],
      [
        "two links in each other's place",
        "update audit.log_chain set position = case position when 4 then 1000005 when 5 then 1000004 end where position in (4, 5); update audit.log_chain set position = position - 1000000 where position > 1000000",
        "link_changed",
        "2026-03-03",
      ],
      [
        "two looks in each other's place",
        `update audit.access_log a set who = 'x' || a.entry, keys = (select keys from audit.access_log b where b.entry = ${entryAt("2026-03-03T08:01:00+01:00")}) where entry = ${eight}`,
        "entry_changed",
        "2026-03-03",
      ],
      [
        "the last looks of a sealed day cut off",
        `with gone as (delete from audit.log_chain where position = 5 returning entry) delete from audit.access_log where entry in (select entry from gone)`,
        "link_missing",
        "2026-03-03",
      ],
      [
        "a whole day taken away",
        "with gone as (delete from audit.log_chain where day_number = 2 returning entry), days as (delete from audit.log_days where number = 2) delete from audit.access_log where entry in (select entry from gone)",
        "day_missing",
        null,
      ],
      ["a seal taken away", "delete from audit.log_days where number = 1", "day_missing", null],
      [
        "another date on a day",
        "update audit.log_days set day = day - 1 where number = 2",
        "link_changed",
        "2026-03-03",
      ],
      [
        "fewer entries in a day's seal",
        "update audit.log_days set entries = entries - 1 where number = 2",
        "day_changed",
        "2026-03-03",
      ],
      [
        "a look hidden from the person's list",
        `delete from audit.access_keys where entry = ${eight}`,
        "index_changed",
        null,
      ],
    ] as const;
    const trials = tampered.map(([what, statement, code, date], i) => {
      return { what, statements: statement.split("; "), code, date, municipality: String(4000 + i) };
    });
    it.each(trials)("$what", async ({ statements, code, date, municipality }) => {
      await threeDays(db, municipality);
      for (const statement of statements) await tamper(db, municipality, statement);
      const found = await verifyLog(db, municipality);
      expect(found.ok).toBe(false);
      expect(found.faults[0]).toMatchObject({ code, day: date });
    });

    it("an entry written into the past", async () => {
      await threeDays(db, "4100");
      await writeEntries(db, "4100", [{ at: "2026-03-02T10:00:00+01:00", keys: ["c9"] }]);
      await sealLog(db, "4100", { today: day("2026-03-04") });
      expect((await verifyLog(db, "4100")).faults[0]).toMatchObject({ code: "entry_backdated", day: "2026-03-04" });
    });
  });

  describe("with seals kept elsewhere", () => {
    const kept = async (municipality: string): Promise<void> => {
      for (const entries of [monday, tuesday, wednesday]) {
        await writeEntries(db, municipality, entries);
        keepSealing(folder, municipality, await sealLog(db, municipality, { today: day("2026-03-04") }));
      }
    };
    const own = (municipality: string): string => `${municipality}${db.engine === "server" ? "s" : "e"}`;

    it("is whole, and an exported seal says the same", async () => {
      const municipality = own("4200");
      await kept(municipality);
      const seals = keptIn(folder, municipality);
      expect(seals.days.map(({ day: date }) => date)).toEqual(["2026-03-02", "2026-03-03"]);
      expect(await verifyLog(db, municipality, { kept: [seals] })).toMatchObject({ ok: true, faults: [] });
      expect(readKept(JSON.stringify(seals), municipality)).toEqual(seals);
      expect(() => readKept(JSON.stringify(seals), "0999")).toThrow(/not seals/);
      expect(() => readKept("nonsense", municipality)).toThrow(/not seals/);
      expect(readFileSync(join(folder, `${municipality}.jsonl`), "utf8")).not.toContain("anna");
    });

    it("tells of a tail cut off together with its links", async () => {
      const municipality = own("4201");
      await kept(municipality);
      await tamper(
        db,
        municipality,
        "with gone as (delete from audit.log_chain where position > 6 returning entry), k as (delete from audit.access_keys where entry in (select entry from gone)) delete from audit.access_log where entry in (select entry from gone)",
      );
      expect(await verifyLog(db, municipality)).toMatchObject({ ok: true });
      expect((await verifyLog(db, municipality, { kept: [keptIn(folder, municipality)] })).faults).toMatchObject([
        { code: "kept_end_missing" },
      ]);
    });

    it("tells of a whole history written anew with right hashes", async () => {
      const municipality = own("4202");
      await kept(municipality);
      for (const table of ["log_chain", "log_days"]) await tamper(db, municipality, `delete from audit.${table}`);
      await tamper(db, municipality, "update audit.access_log set who = 'bent' where at = '2026-03-03T08:00:00+01:00'");
      await sealLog(db, municipality, { everything: true, today: day("2026-03-04") });
      expect(await verifyLog(db, municipality)).toMatchObject({ ok: true });
      const { faults } = await verifyLog(db, municipality, { kept: [keptIn(folder, municipality)] });
      expect(faults[0]).toMatchObject({ code: "kept_seal_differs", day: "2026-03-03" });
    });
  });

  describe("after the retention period", () => {
    const today = day("2026-09-04");
    it("has dropped whole days, and the proof still holds", async () => {
      await threeDays(db, "4300");
      await sealLog(db, "4300", { today: day("2026-03-05") });
      const dropped = await dropOldEntries(db, "4300", { today });
      expect(dropped).toEqual({ looks: { days: 2, entries: 4 }, changes: { days: 0, entries: 0 } });
      const found = await verifyLog(db, "4300");
      expect(found).toMatchObject({ ok: true, days: 3, entries: 5 });
      expect(found.dropped).toMatchObject([
        { day: "2026-03-02", entries: 3, looksDropped: "2026-09-04", changesDropped: null },
        { day: "2026-03-03", entries: 2, looksDropped: "2026-09-04" },
      ]);
    });

    it("keeps changes longer, then only the seals", async () => {
      await threeDays(db, "4301");
      await sealLog(db, "4301", { today: day("2026-03-05") });
      await dropOldEntries(db, "4301", { today: day("2036-09-04") });
      expect(await verifyLog(db, "4301")).toMatchObject({ ok: true, days: 3, entries: 1, sealedEntries: 0 });
      await sealLog(db, "4301");
      expect(await verifyLog(db, "4301")).toMatchObject({ ok: true, entries: 1, sealedEntries: 1 });
    });

    it("is still found out when a change is gone that should be there, or a seal is touched", async () => {
      await threeDays(db, "4302");
      await sealLog(db, "4302", { today: day("2026-03-05") });
      await dropOldEntries(db, "4302", { today });
      await tamper(db, "4302", "delete from audit.access_log where at = '2026-03-02T09:00:00+01:00'");
      expect((await verifyLog(db, "4302")).faults[0]).toMatchObject({ code: "entry_missing", day: "2026-03-02" });
    });

    it("is logged itself, and does nothing when nothing is old", async () => {
      await threeDays(db, "4303");
      const none = { days: 0, entries: 0 };
      expect(await dropOldEntries(db, "4303", { today: day("2026-03-05") })).toEqual({ looks: none, changes: none });
      await sealLog(db, "4303", { today: day("2026-03-05") });
      await dropOldEntries(db, "4303", { today });
      const said = await inTenant(db, { municipality: "4303" }, (tx) =>
        sql`select who, action, purpose, change from audit.access_log where action = 'log.drop'`.execute(tx),
      );
      expect(said.rows).toEqual([
        {
          who: "system",
          action: "log.drop",
          purpose: "looks before 2026-03-04, changes before 2021-09-04",
          change: true,
        },
      ]);
    });
  });
});

describeOnServer("sealing while others write", (open) => {
  it("leaves no slow transaction out, with several sealers at once", async () => {
    const db = await open();
    const municipality = "0316";
    const user = { label: "anna", role: "analyst" };
    const write = (key: string, until: Promise<unknown>): Promise<void> =>
      inTenant(db, { municipality }, async (tx) => {
        await logAccess(tx, { user, action: "look", purpose: "p", keys: [key] });
        await until;
      });
    const gate = Promise.withResolvers<void>();
    const slow = write("slow", gate.promise);
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (let n = 0; n < 5; n++) await write(`quick${n}`, Promise.resolve());
    expect(await sealLog(db, municipality)).toMatchObject({ sealed: 0 });
    expect(await verifyLog(db, municipality)).toMatchObject({ ok: true, waiting: 5 });
    gate.resolve();
    await slow;
    await nobodyElseWrites(db);
    const seals = await Promise.all([1, 2, 3].map(() => sealLog(db, municipality)));
    expect(seals.reduce((sum, { sealed }) => sum + sealed, 0)).toBe(6);
    expect(await verifyLog(db, municipality)).toMatchObject({ ok: true, waiting: 0, sealedEntries: 6 });
  });

  it("seals everything once under steady writing", async () => {
    const db = await open();
    const municipality = "0316";
    const user = { label: "anna", role: "analyst" };
    const state = { writing: true };
    const writers = [1, 2, 3, 4].map(async (writer) => {
      for (let n = 0; n < 40; n++)
        await inTenant(db, { municipality }, (tx) =>
          logAccess(tx, { user, action: "look", purpose: "p", keys: [`w${writer}-${n}`] }),
        );
    });
    const sealer = (async () => {
      while (state.writing) await sealLog(db, municipality);
    })();
    await Promise.all(writers);
    state.writing = false;
    await sealer;
    await nobodyElseWrites(db);
    await sealLog(db, municipality);
    expect(await verifyLog(db, municipality)).toMatchObject({ ok: true, waiting: 0, entries: 160, sealedEntries: 160 });
  });
});
