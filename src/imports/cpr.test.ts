import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { allFacts } from "../app/facts.ts";
import { type Database, inTenant } from "../platform/db/public.ts";
import { day } from "../platform/kernel/day.ts";
import { contextOf, type Keyring, openKeyring } from "../platform/secrets/public.ts";
import { describeOnEachEngine } from "../platform/testing/databases.ts";
import { type LoadResult, loadFolder } from "./public.ts";
import { folderOf } from "./testing/folder.ts";

const municipality = "0316";
const CPR = { table: "citizens.citizens", column: "cpr" };

describeOnEachEngine("citizens.csv with CPR numbers (law and data, section 6)", (open) => {
  const keys = mkdtempSync(join(tmpdir(), "springbraet-import-keys-"));
  let db: Database;
  let keyring: Keyring;
  beforeAll(async () => {
    db = await open();
    keyring = openKeyring({ folder: keys, env: {} });
  });
  afterAll(() => rmSync(keys, { recursive: true, force: true }));

  const load = async (text: string): Promise<LoadResult> => {
    const folder = folderOf({ "citizens.csv": text });
    try {
      return await loadFolder({
        db,
        keyring,
        facts: allFacts,
        folder: folder.path,
        municipality,
        today: day("2021-10-01"),
      });
    } finally {
      folder.remove();
    }
  };
  const stored = async (): Promise<string[]> => {
    const { rows } = await inTenant(db, { municipality }, (tx) =>
      sql<{
        id: string;
        sealed: Buffer | null;
        indexed: Buffer | null;
      }>`select id, cpr_encrypted as sealed, cpr_index as indexed
        from citizens.citizens where known_until = '9999-12-31' order by id`.execute(tx),
    );
    return rows.map(({ id, sealed, indexed }) => {
      if (!sealed || !indexed) return `${id} none`;
      const number = keyring.decrypt(Buffer.from(sealed), contextOf(CPR, municipality)).toString();
      return `${id} ${number} ${keyring.indexOf(municipality, number).equals(Buffer.from(indexed))}`;
    });
  };

  it("stores them sealed and indexed: with and without hyphen, failing modulus 11, replacement numbers, none", async () => {
    const answer = await load(`
      id,born,cpr
      c1,1950-12-01,011250-8001
      c2,,0112508008
      c3,,611250-8001
      c4,,011250-8AB1
      c5,,`);
    expect(answer).toMatchObject({ ok: true, facts: { citizens: { added: 5 } } });
    expect(await stored()).toEqual([
      "c1 0112508001 true",
      "c2 0112508008 true",
      "c3 6112508001 true",
      "c4 0112508AB1 true",
      "c5 none",
    ]);
    const { rows } = await inTenant(db, { municipality }, (tx) =>
      sql<{ all: string }>`select string_agg(c::text, ';') as all from citizens.citizens c`.execute(tx),
    );
    for (const part of ["8001", "0112508", "8AB1"]) expect(rows[0]?.all).not.toContain(part);
  });

  it("changes nothing when the same file comes again, and keeps the old belief when a number is corrected", async () => {
    const again = await load("id,born,cpr\nc1,1950-12-01,0112508001\nc3,,6112508001\nc5,,");
    expect(again).toMatchObject({ ok: true, facts: { citizens: { added: 0, corrected: 0, unchanged: 3 } } });
    const corrected = await load("id,born,cpr\nc3,,0212508003");
    expect(corrected).toMatchObject({ ok: true, facts: { citizens: { added: 0, corrected: 1, unchanged: 0 } } });
    expect(await stored()).toContain("c3 0212508003 true");
  });

  it("takes a swap of two numbers that were wrong", async () => {
    expect(await load("id,born,cpr\nc1,1950-12-01,0112508008\nc2,,0112508001")).toMatchObject({ ok: true });
    expect((await stored()).slice(0, 2)).toEqual(["c1 0112508008 true", "c2 0112508001 true"]);
  });

  it.each([
    ["nine digits", "c6,112508001", "cpr_without_zero"],
    ["no such day", "c6,310250-8001", "cpr_without_birthday"],
    ["not a number at all", "c6,Kirsten Prøve", "not_a_cpr"],
    ["a number somebody has", "c6,011250-8001", "number_taken"],
    ["the same number twice", "c6,030350-8001\nc7,0303508001", "doubled_number"],
  ])("says what is wrong, and never shows it: %s", async (_what, lines, code) => {
    const answer = await load(`id,cpr\n${lines}`);
    if (answer.ok) expect.unreachable();
    else {
      expect(answer.problems).toMatchObject([{ file: "citizens.csv", column: "cpr", code, value: null }]);
      expect(JSON.stringify(answer)).not.toMatch(/8001|Kirsten/);
    }
    expect(await stored()).toHaveLength(5);
  });
});
