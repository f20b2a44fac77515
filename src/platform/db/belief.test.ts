import { sql } from "kysely";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { describeOnEachEngine } from "../testing/databases.ts";
import { type Belief, readBelief } from "./belief.ts";
import { addBelief, type Database, endBeliefs, inTenant, replaceBelief, replaceBeliefs } from "./public.ts";

const here = { municipality: "0316" };
const TABLE = "citizens.residences";
const today = "2021-06-01";
const tomorrow = "2021-06-02";

describeOnEachEngine("what is believed about one row of a fact", (open) => {
  let db: Database;
  let first: Belief;
  let id = "";
  let made = 0;
  beforeAll(async () => {
    db = await open();
  });
  beforeEach(async () => {
    made += 1;
    id = `b${made}`;
    first = await inTenant(db, here, (tx) =>
      addBelief(tx, TABLE, {
        id,
        today,
        values: { citizen: "c1", area: "vang", from_day: "2021-01-01", until_day: "9999-12-31" },
      }),
    );
  });
  const read = () => inTenant(db, here, (tx) => readBelief(tx, TABLE, id));
  const replace = (version: string, area: string, day = today) =>
    inTenant(db, here, (tx) => replaceBelief(tx, TABLE, { id, version, today: day, values: { area } }));
  const all = () =>
    inTenant(db, here, async (tx) => {
      const found = await sql<{ area: string; known_from: string; known_until: string }>`
        select area, known_from, known_until from citizens.residences where id = ${id} order by recorded_by`.execute(
        tx,
      );
      return found.rows.map((row) => Object.values(row).join(" "));
    });

  it("is read with its version, and replaced with the old belief kept", async () => {
    expect(first).toMatchObject({ id, knownFrom: today, values: { area: "vang", citizen: "c1" } });
    const done = await replace(first.version, "mark", tomorrow);
    expect(done).toMatchObject({
      ok: true,
      belief: { values: { area: "mark", citizen: "c1", from_day: "2021-01-01" } },
    });
    expect(await all()).toEqual([`vang ${today} ${tomorrow}`, `mark ${tomorrow} 9999-12-31`]);
  });

  it("can be corrected many times on one day", async () => {
    let { version } = first;
    for (const area of ["a", "b", "c"]) {
      const done = await replace(version, area);
      if (!done.ok) throw new Error("refused");
      version = done.belief.version;
    }
    expect((await all()).map((row) => row.split(" ")[0])).toEqual(["vang", "a", "b", "c"]);
    expect((await all()).slice(0, 3).every((row) => row.endsWith(`${today} ${today}`))).toBe(true);
    expect((await read())?.values.area).toBe("c");
  });

  it("is not overwritten by who saw an older one: they get what the other wrote", async () => {
    const mine = await replace(first.version, "mark");
    expect(mine.ok).toBe(true);
    const late = await replace(first.version, "skov");
    expect(late).toMatchObject({ ok: false, theirs: { values: { area: "mark" } } });
    expect(await replace("nonsense", "skov")).toMatchObject({ ok: false });
    expect((await read())?.values.area).toBe("mark");
  });

  it("of ten who change it at once one wins", async () => {
    const done = await Promise.all(Array.from({ length: 10 }, (_, n) => replace(first.version, `nr${n}`)));
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await all()).toHaveLength(2);
  });

  it("goes on from where it was when the clock has gone back", async () => {
    const done = await replace(first.version, "mark", "2021-05-01");
    expect(done).toMatchObject({ ok: true, belief: { knownFrom: today } });
    expect((await read())?.values.area).toBe("mark");
  });

  it("keeps columns that are no part of the change, bytes too", async () => {
    const bytes = Buffer.from([0, 1, 254]);
    const citizen = await inTenant(db, here, (tx) =>
      addBelief(tx, "citizens.citizens", { id: "c1", today, values: { name: "Anna Prøve", cpr_index: bytes } }),
    );
    await inTenant(db, here, (tx) =>
      replaceBelief(tx, "citizens.citizens", { id: "c1", version: citizen.version, today, values: { name: "Bo" } }),
    );
    const { rows } = await inTenant(db, here, (tx) =>
      sql<{ name: string; bytes: string }>`select name, encode(cpr_index, 'hex') as bytes from citizens.citizens
        where known_until = '9999-12-31'`.execute(tx),
    );
    expect(rows).toEqual([{ name: "Bo", bytes: "0001fe" }]);
  });

  it("is nothing that sets its own times or owner, or a column that is not there", async () => {
    for (const values of [{ known_until: "2021-01-01" }, { municipality: "0265" }, { colour: "red" }]) {
      const change = { id, version: first.version, today, values };
      await expect(inTenant(db, here, (tx) => replaceBelief(tx, TABLE, change))).rejects.toThrow(/no column/);
    }
    expect(await read()).toEqual(first);
  });

  it("is replaced for many rows at once as for one, and ended for those that never held", async () => {
    const other = `${id}-too`;
    const values = { citizen: "c1", area: "vang", from_day: "2021-02-01", until_day: "9999-12-31" };
    await inTenant(db, here, (tx) => addBelief(tx, TABLE, { id: other, today, values }));
    const change = { ids: [id, other, "nobody"], today: tomorrow, values: { until_day: tomorrow } };
    const there = await inTenant(db, { municipality: "0265" }, (tx) => replaceBeliefs(tx, TABLE, change));
    expect(there).toEqual([]);
    const changed = await inTenant(db, here, (tx) => replaceBeliefs(tx, TABLE, change));
    expect(changed.toSorted()).toEqual([id, other].toSorted());
    expect(await read()).toMatchObject({ knownFrom: tomorrow, values: { area: "vang", until_day: tomorrow } });
    expect(await all()).toEqual([`vang ${today} ${tomorrow}`, `vang ${tomorrow} 9999-12-31`]);
    const back = { ids: [other], today };
    expect(await inTenant(db, here, (tx) => endBeliefs(tx, TABLE, back))).toEqual([other]);
    expect(await inTenant(db, here, (tx) => readBelief(tx, TABLE, other))).toBeNull();
    expect(await inTenant(db, here, (tx) => endBeliefs(tx, TABLE, back))).toEqual([]);
  });

  it("of another municipality is neither seen nor changed", async () => {
    const there = { municipality: "0265" };
    expect(await inTenant(db, there, (tx) => readBelief(tx, TABLE, id))).toBeNull();
    const change = { id, version: first.version, today, values: { area: "x" } };
    expect(await inTenant(db, there, (tx) => replaceBelief(tx, TABLE, change))).toEqual({ ok: false, theirs: null });
    expect(await read()).toEqual(first);
  });
});
