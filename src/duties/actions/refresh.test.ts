import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { law } from "../../law/public.ts";
import { asOwner, type Database, endBeliefs, inTenant, replaceBeliefs } from "../../platform/db/public.ts";
import { addDays, type Day, day, isoDay } from "../../platform/kernel/day.ts";
import { describeOnEachEngine } from "../../platform/testing/databases.ts";
import type { Status, StoredObligation, Timeline } from "../contract.ts";
import { obligationsNow } from "../queries/obligations.ts";
import { lastRefresh } from "../queries/stale.ts";
import { timelines } from "../queries/timelines.ts";
import { compileLaw } from "../rules/compile.ts";
import { listOfStored } from "../rules/responsible.ts";
import { keptOf, statusOfStored } from "../rules/stored.ts";
import { rowsOf, type Written, writeRows } from "../testing/recorded.ts";
import { cases } from "../testing/timelines.ts";
import { refreshObligations } from "./refresh.ts";

const RUNS = Number(process.env.SPRINGBRAET_LONG ?? 0) > 0 ? 60 : 8;

type Row = StoredObligation & { readonly status: Status; readonly list: string };

/** Obligations as comparable texts, in one order. */
const told = (rows: readonly Row[]): string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();

/** One step of a month in the office. */
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("add" as const), of: fc.nat(5), facts: cases }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("end" as const), of: fc.nat(), n: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("move" as const), of: fc.nat(), days: fc.integer({ min: -60, max: 60 }) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("wait" as const), days: fc.integer({ min: -90, max: 120 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("cut" as const), after: fc.integer({ min: 1, max: 2 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

describeOnEachEngine("kept obligations", (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  /** What the engine gives for everybody, from nothing but the records. */
  function fromNothing(municipality: string, asOf: Day): Promise<readonly Row[]> {
    const compiled = compileLaw({ law, municipality });
    return inTenant(db, { municipality }, async (tx) =>
      (await timelines(tx)).flatMap((timeline) =>
        keptOf(compiled, timeline, asOf).rows.map((row) => ({
          ...row,
          status: statusOfStored(row, asOf),
          list: listOfStored(row),
        })),
      ),
    );
  }

  async function kept(municipality: string): Promise<readonly Row[]> {
    const sought = (shares: boolean) => inTenant(db, { municipality }, (tx) => obligationsNow(tx, { shares }));
    return [...(await sought(false)), ...(await sought(true))];
  }

  /** A small municipality that changes; `asOf` is its day, `now` the day its records are written. */
  function office(municipality: string) {
    let asOf = day("2024-06-01");
    let now = day("2026-01-05");
    const written: Written[] = [];
    const movable = (): Written[] => written.filter(({ values }) => "day" in values || "from_day" in values);
    const refresh = (more: { signal?: AbortSignal; report?: () => void } = {}) =>
      refreshObligations(db, { municipality, asOf, today: now, handful: 2, ...more });
    const write = (rows: readonly Written[]): Promise<void> =>
      inTenant(db, { municipality }, (tx) => writeRows(tx, rows, isoDay(now)));
    const move = async ({ of, days }: { of: number; days: number }): Promise<void> => {
      const all = movable();
      const row = all[of % Math.max(1, all.length)];
      if (!row) return;
      const shift = (text: unknown): string => isoDay(addDays(day(String(text)), days));
      const { day: on, from_day: from, until_day: until } = row.values;
      const values =
        on !== undefined
          ? { day: shift(on) }
          : { from_day: shift(from), until_day: until === "9999-12-31" ? "9999-12-31" : shift(until) };
      await inTenant(db, { municipality }, (tx) =>
        replaceBeliefs(tx, row.table, { ids: [row.id], today: isoDay(now), values }),
      );
    };
    const end = async ({ of, n }: { of: number; n: number }): Promise<void> => {
      for (const { table, id } of movable().slice(of % 7, (of % 7) + n))
        await inTenant(db, { municipality }, (tx) => endBeliefs(tx, table, { ids: [id], today: isoDay(now) }));
    };
    const add = async ({ of, facts }: { of: number; facts: { timeline: Timeline } }, as: string): Promise<void> => {
      const citizen = `c${of}`;
      const known = written.some(({ id }) => id === citizen);
      const rows = rowsOf(facts.timeline, citizen, as).filter(({ id }) => !known || id !== citizen);
      await write(rows);
      written.push(...rows);
    };
    const cut = async ({ after }: { after: number }): Promise<void> => {
      const cutting = new AbortController();
      let left = after;
      const report = (): void => {
        left -= 1;
        if (left === 0) cutting.abort();
      };
      await refresh({ signal: cutting.signal, report }).catch((error: unknown) =>
        expect(String(error)).toMatch(/abort/i),
      );
    };
    const wait = ({ days }: { days: number }): void => {
      asOf = addDays(asOf, days);
    };
    const doing = { wait, move, end, add, cut } as const;
    const act = async (one: Step, number: number): Promise<void> => {
      now = addDays(now, number % 2);
      const deed = doing[one.kind] as (one: Step, as: string) => Promise<void> | void;
      await deed(one, `${number}`);
    };
    return { act, refresh, write, asOf: () => asOf };
  }

  it("are, after corrections, imports, other days and interruptions, what is computed from nothing (DUTY incremental)", async () => {
    let number = 0;
    let rows = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 12 }), async (steps) => {
        number += 1;
        const municipality = String(2000 + number);
        const { act, refresh, asOf } = office(municipality);
        for (const [i, one] of steps.entries()) {
          await act(one, i);
          if (i % 2 === 0) continue;
          await refresh();
          const expected = told(await fromNothing(municipality, asOf()));
          rows += expected.length;
          expect(told(await kept(municipality))).toEqual(expected);
        }
        await refresh();
        expect(told(await kept(municipality))).toEqual(told(await fromNothing(municipality, asOf())));
      }),
      { numRuns: RUNS, seed: 20260701, endOnFailure: true },
    );
    expect(rows).toBeGreaterThan(50);
  }, 300_000);

  it("compute only those whose facts changed, on a new day only those who have something open or ahead, and nobody twice", async () => {
    const municipality = "3001";
    const { refresh, write } = office(municipality);
    const [first, second, ...rest] = fc.sample(cases, { numRuns: 7, seed: 7 }).map(({ timeline }) => timeline);
    if (!first || !second) throw new Error("no cases");
    const over = { ...EMPTY, spells: [{ ...ON_BENEFIT, from: day("2021-01-04"), until: day("2021-03-01") }] };
    await write([first, second, ...rest, over].flatMap((timeline, i) => rowsOf(timeline, `p${i}`, "a")));
    expect((await refresh()).citizens).toBe(8);
    expect((await refresh()).citizens).toBe(0);
    await write([
      {
        table: "citizens.circumstances",
        id: "later",
        values: { citizen: "p1", circumstance: "fritaget_106", from_day: "2024-01-01", until_day: "9999-12-31" },
      },
    ]);
    expect((await refresh()).citizens).toBe(1);
    const moving = await inTenant(db, { municipality }, async (tx) => {
      const compiled = compileLaw({ law, municipality });
      return (await timelines(tx)).filter((timeline) => keptOf(compiled, timeline, day("2024-06-01")).moves).length;
    });
    expect(moving).toBeLessThan(8);
    const next = await refreshObligations(db, { municipality, asOf: day("2024-06-02"), today: day("2026-01-05") });
    expect(next.citizens).toBe(moving);
  });

  it("write nothing for what has not changed, and keep what was believed before", async () => {
    const municipality = "3002";
    const { refresh, write } = office(municipality);
    await write(rowsOf({ ...EMPTY, spells: [ON_BENEFIT], events: [] }, "q1", "a"));
    expect((await refresh()).rows).toBeGreaterThan(0);
    const before = await kept(municipality);
    await write(rowsOf({ ...EMPTY, spells: [], events: [TALK] }, "q1", "b").slice(1));
    const { rows } = await refresh();
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThan(before.length);
    const ended = await inTenant(db, { municipality }, (tx) =>
      sql<{ id: string; met: string | null }>`select id, met::text as met from duties.obligations
        where municipality = ${municipality} and known_until <> date '9999-12-31'`.execute(tx),
    );
    const now = new Map((await kept(municipality)).map((row) => [row.id, row.met]));
    const other = ended.rows.filter(({ id, met }) => now.has(id) && met === null && now.get(id) !== null);
    expect(other.length).toBeGreaterThan(0);
    const changed = await inTenant(db, { municipality }, lastRefresh);
    expect(changed?.asOf).toBe("2024-06-01");
  });

  it("do not come back when they were deleted, though spells are left to compute them from (PRI-DEL)", async () => {
    const municipality = "3004";
    const { refresh, write } = office(municipality);
    await write(rowsOf({ ...EMPTY, spells: [ON_BENEFIT] }, "q1", "a"));
    await write(rowsOf({ ...EMPTY, spells: [ON_BENEFIT] }, "q2", "a"));
    await asOwner(db, async (tx) => {
      await sql`select set_config('app.municipality', ${municipality}, true)`.execute(tx);
      await sql`insert into privacy.deleted (municipality, person, fact, deletion, day)
        values (${municipality}, encode(sha256(convert_to(${`${municipality}:q1`}, 'UTF8')), 'hex'), 'obligations', gen_random_uuid(), '2024-05-01')`.execute(
        tx,
      );
    });
    await refresh();
    const started = Map.groupBy(await kept(municipality), ({ citizen }) => citizen);
    expect(started.get("q2")?.length).toBeGreaterThan(0);
    expect((started.get("q1") ?? []).filter((row) => row.day <= day("2024-05-01"))).toEqual([]);
  });

  it("are seen within the unit and by the caseworker only, as the citizens are", async () => {
    const municipality = "3003";
    const { refresh, write } = office(municipality);
    const responsible = [{ unit: "u1", staff: "s1", from: day("2020-01-01"), until: day("9999-12-31") }];
    await write(rowsOf({ ...EMPTY, spells: [ON_BENEFIT], responsible }, "mine", "a"));
    await write(rowsOf({ ...EMPTY, spells: [ON_BENEFIT] }, "nobodys", "a"));
    await refresh();
    const seenBy = async (tenant: object): Promise<string[]> =>
      inTenant(db, { municipality, ...tenant }, async (tx) => [
        ...new Set((await obligationsNow(tx)).map(({ citizen }) => citizen)),
      ]);
    expect((await seenBy({})).sort()).toEqual(["mine", "nobodys"]);
    expect(await seenBy({ sees: "own", staff: "s1" })).toEqual(["mine"]);
    expect(await seenBy({ sees: "unit", units: ["u1"] })).toEqual(["mine"]);
    expect(await seenBy({ sees: "own", staff: "s2" })).toEqual([]);
    expect(await seenBy({ municipality: "3002", sees: "own", staff: "s1" })).toEqual([]);
    const mine = await inTenant(db, { municipality }, (tx) => obligationsNow(tx, { staff: "s1" }));
    expect(new Set(mine.map(({ list }) => list))).toEqual(new Set(["staff:s1", "others:akasse"]));
  });
});

const EMPTY = { citizen: "x", born: day("1980-05-01"), education: "faglaert", spells: [], events: [], responsible: [] };
const ON_BENEFIT = {
  family: "benefit",
  code: "a_dagpenge",
  from: day("2024-03-01"),
  until: day("9999-12-31"),
} as const;
const TALK = { code: "cv_samtale", day: day("2024-03-08") };
