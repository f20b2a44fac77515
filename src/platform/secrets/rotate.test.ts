import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeEach, expect, it } from "vitest";
import { asOwner, type Database, inTenant } from "../db/public.ts";
import { describeOnEachEngine } from "../testing/databases.ts";
import { type Keyring, openKeyring, type SealedRecords } from "./public.ts";
import { checkKeys, contextOf, rotateKeys, sealedWith } from "./rotate.ts";

const CPR = { table: "citizens.citizens", column: "cpr" };
const PEOPLE = 503;

describeOnEachEngine("keys of the records", (open, engine) => {
  const folder = mkdtempSync(join(tmpdir(), "springbraet-rotate-"));
  let db: Database;
  let keyring: Keyring;
  let records: SealedRecords;
  let run = 0;
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const numberOf = (at: number): string => `61${String(at).padStart(8, "0")}`;
  const fill = (municipality: string, people: number): Promise<void> =>
    inTenant(db, { municipality }, async (tx) => {
      const numbers = Array.from({ length: people }, (_, at) => numberOf(at));
      const sealed = numbers.map((number) => keyring.encrypt(Buffer.from(number), contextOf(CPR, municipality)));
      const indexed = numbers.map((number) => keyring.indexOf(municipality, number));
      await sql`insert into citizens.citizens (municipality, id, known_from, cpr_encrypted, cpr_index)
        select ${municipality}, 'b' || at - 1, '2021-01-01', sealed, indexed
        from unnest(${sealed}::bytea[], ${indexed}::bytea[]) with ordinality as n (sealed, indexed, at)`.execute(tx);
    });
  const found = async (municipality: string, number: string): Promise<string[]> => {
    const rows = await inTenant(db, { municipality }, (tx) =>
      sql<{ id: string; sealed: Buffer }>`select id, cpr_encrypted as sealed from citizens.citizens
        where cpr_index = ${keyring.indexOf(municipality, number)}`.execute(tx),
    );
    return rows.rows.map(
      ({ id, sealed }) => `${id} ${keyring.decrypt(Buffer.from(sealed), contextOf(CPR, municipality))}`,
    );
  };

  beforeEach(async () => {
    db = await open();
    keyring = openKeyring({ folder: join(folder, `${engine}-${run++}`), env: {} });
    records = { db, columns: [CPR], municipalities: ["0265", "0316", "0101"] };
  });

  it("are renewed and every value sealed anew: found by the new index, readable, in its own municipality", async () => {
    await fill("0316", PEOPLE);
    await fill("0265", 2);
    const old = await sealedWith(records);
    expect(await checkKeys(records, keyring)).toEqual({ values: PEOPLE + 2, outdated: 0, damaged: 0 });
    expect(await rotateKeys(records, keyring, ["encryption", "index"])).toEqual({
      renewed: ["encryption", "index"],
      resealed: PEOPLE + 2,
    });
    expect(await checkKeys(records, keyring)).toEqual({ values: PEOPLE + 2, outdated: 0, damaged: 0 });
    const now = await sealedWith(records);
    expect(now.encryption[0]).not.toEqual(old.encryption[0]);
    expect(now.index[0]).not.toEqual(old.index[0]);
    expect(await found("0316", numberOf(400))).toEqual([`b400 ${numberOf(400)}`]);
    expect(await found("0265", numberOf(400))).toEqual([]);
    expect(await found("0265", numberOf(1))).toEqual([`b1 ${numberOf(1)}`]);
  });

  it("finish a rotation that was stopped half-way, without another new key", async () => {
    await fill("0316", 510);
    keyring.renew("index");
    const half = { ...records, municipalities: ["0316"] };
    await fill("0265", 3);
    expect((await checkKeys(half, keyring)).outdated).toBe(510);
    const marks = keyring.marks("index").length;
    expect(await rotateKeys(records, keyring, ["encryption", "index"])).toEqual({ renewed: [], resealed: 510 });
    expect(keyring.marks("index")).toHaveLength(marks);
    expect(await found("0316", numberOf(5))).toEqual([`b5 ${numberOf(5)}`]);
  });

  it("are told to be missing, and a changed value to be damaged", async () => {
    await fill("0316", 3);
    const others = openKeyring({ folder: join(folder, `${engine}-others-${run}`), env: {} });
    await expect(checkKeys(records, others)).rejects.toMatchObject({ code: "key_missing" });
    await asOwner(db, async (tx) => {
      await sql`select set_config('app.municipality', '0316', true), set_config('app.sees', 'all', true)`.execute(tx);
      await sql`update citizens.citizens set cpr_encrypted = set_byte(cpr_encrypted, 30, get_byte(cpr_encrypted, 30) # 1)
        where id = 'b1'`.execute(tx);
    });
    expect(await checkKeys(records, keyring)).toEqual({ values: 3, outdated: 0, damaged: 1 });
  });
});
