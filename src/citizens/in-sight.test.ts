import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { benefitsInGroup } from "../law/public.ts";
import { asOwner, type Database, inTenant, type Tx } from "../platform/db/public.ts";
import { addDays, type Day, day, isoDay } from "../platform/kernel/day.ts";
import { describeOnEachEngine } from "../platform/testing/databases.ts";
import { times } from "../platform/testing/times.ts";
import { type InSight, type RememberedPeople, rememberPeople } from "./in-sight.ts";

const HERE = "0316";
const UNITS = ["nord", "syd"] as const;
const BENEFITS = benefitsInGroup("support").slice(0, 3);
const BY_ID = { sort: "id", descending: false } as const;

type Seen = Parameters<typeof inTenant>[1];

/** Something that happens to the records: written for a citizen, ended, or told by another. */
type Deed =
  | { readonly what: "person"; readonly citizen: number; readonly name: string; readonly isProtected: boolean }
  | { readonly what: "benefit"; readonly citizen: number; readonly benefit: number; readonly days: number }
  | { readonly what: "responsible"; readonly citizen: number; readonly unit: number; readonly staff: number }
  | { readonly what: "ended"; readonly citizen: number };

const citizen = fc.integer({ min: 0, max: 5 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    what: fc.constant("person" as const),
    citizen,
    name: fc.constantFrom("Åse Prøve", "Bo Prøve"),
    isProtected: fc.boolean(),
  }),
  fc.record({
    what: fc.constant("benefit" as const),
    citizen,
    benefit: fc.integer({ min: 0, max: 2 }),
    days: fc.integer({ min: 1, max: 400 }),
  }),
  fc.record({
    what: fc.constant("responsible" as const),
    citizen,
    unit: fc.integer({ min: 0, max: 1 }),
    staff: fc.integer({ min: 0, max: 1 }),
  }),
  fc.record({ what: fc.constant("ended" as const), citizen }),
);

/** Those who look: everybody's manager, a unit's caseworker, one who sees their own. */
const LOOKING: readonly Seen[] = [
  { sees: "all" },
  { sees: "unit", units: ["nord"], staff: "s0" },
  { sees: "own", staff: "s1" },
  { sees: "none" },
];

describeOnEachEngine("people in sight, remembered between questions (CTRL-01, ASK-33)", (open) => {
  let db: Database;
  let on: Day;
  beforeAll(async () => {
    db = await open();
    const { rows } = await inTenant(db, {}, (tx) => sql<{ day: string }>`select current_date::text as day`.execute(tx));
    on = day(rows[0]?.day ?? "");
  });

  const write = (municipality: string, work: (tx: Tx) => Promise<unknown>) => inTenant(db, { municipality }, work);
  const look = (people: RememberedPeople, tenant: Seen): Promise<InSight> =>
    inTenant(db, { municipality: HERE, ...tenant }, (tx) => people.inSight(tx, on));

  async function doIt(municipality: string, done: Deed, at: number): Promise<void> {
    const id = `c${done.citizen}`;
    const [from, known] = [isoDay(addDays(on, -500)), isoDay(on)];
    await write(municipality, async (tx) => {
      if (done.what === "person") {
        await endBeliefs(tx, "citizens", id);
        await sql`insert into citizens.citizens (municipality, id, name, protected, known_from)
          values (${municipality}, ${id}, ${done.name}, ${done.isProtected}, ${known})`.execute(tx);
      } else if (done.what === "benefit") {
        await sql`insert into citizens.benefit_spells (municipality, id, from_day, until_day, citizen, benefit, known_from)
          values (${municipality}, ${`b${at}`}, ${from}, ${isoDay(addDays(on, done.days - 200))}, ${id}, ${BENEFITS[done.benefit]}, ${known})`.execute(
          tx,
        );
      } else if (done.what === "responsible") {
        await endBeliefs(tx, "responsibilities", id);
        await sql`insert into citizens.responsibilities (municipality, id, from_day, until_day, citizen, unit, staff, known_from)
          values (${municipality}, ${`r${at}`}, ${from}, '9999-12-31', ${id}, ${UNITS[done.unit]}, ${`s${done.staff}`}, ${known})`.execute(
          tx,
        );
      } else await endBeliefs(tx, "benefit_spells", id);
    });
  }

  it("are those a fresh reading gives, whatever happens to whom, for everybody who looks", { timeout: 240_000 }, () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(deed, fc.integer({ min: 0, max: 3 })), { maxLength: 12 }), async (deeds) => {
        await clear(db);
        const people = rememberPeople();
        for (const [at, [done, who]] of deeds.entries()) {
          await doIt(HERE, done, at);
          people.changed(HERE);
          const mine = LOOKING[who] ?? {};
          const remembered = (await look(people, mine)).inOrder(BY_ID);
          expect(remembered).toEqual((await look(rememberPeople(), mine)).inOrder(BY_ID));
        }
      }),
      { numRuns: times === 1 ? 15 : times },
    ),
  );

  it("of another municipality are never among them, though both have the same ids", async () => {
    await clear(db);
    const people = rememberPeople();
    await doIt(HERE, { what: "person", citizen: 1, name: "Åse Prøve", isProtected: false }, 0);
    await doIt("0330", { what: "person", citizen: 1, name: "Bo Prøve", isProtected: false }, 0);
    await doIt("0330", { what: "person", citizen: 2, name: "Bo Prøve", isProtected: false }, 1);
    expect((await look(people, {})).inOrder(BY_ID).map(({ nameKey }) => nameKey)).toEqual(["}se pr|ve"]);
    expect((await look(people, { municipality: "0330" })).inOrder(BY_ID)).toHaveLength(2);
  });

  it("are forgotten when records were deleted, also when a reading had begun before", async () => {
    await clear(db);
    const people = rememberPeople();
    await doIt(HERE, { what: "person", citizen: 1, name: "Åse Prøve", isProtected: false }, 0);
    await look(people, {});
    people.forget(HERE);
    await inTenant(db, { municipality: HERE }, async (tx) => {
      const reading = people.inSight(tx, on);
      // The reading has begun when what it asked first is answered.
      await sql`select 1`.execute(tx);
      people.forget(HERE);
      expect((await reading).inOrder(BY_ID)).toHaveLength(1);
    });
    await clear(db);
    expect((await look(people, {})).inOrder(BY_ID)).toEqual([]);
  });

  it("are read again when there is no room for all sets", async () => {
    await clear(db);
    const people = rememberPeople({ most: 1 });
    for (const citizen of [1, 2, 3])
      await doIt(HERE, { what: "person", citizen, name: "Bo Prøve", isProtected: false }, citizen);
    await doIt(HERE, { what: "responsible", citizen: 1, unit: 0, staff: 0 }, 4);
    for (const expected of [3, 1, 3])
      expect((await look(people, expected === 3 ? {} : { sees: "unit", units: ["nord"] })).inOrder(BY_ID)).toHaveLength(
        expected,
      );
  });

  it("are read once for many who ask at the same time", async () => {
    await clear(db);
    const people = rememberPeople();
    await doIt(HERE, { what: "person", citizen: 1, name: "Bo Prøve", isProtected: false }, 0);
    const found = await Promise.all(Array.from({ length: 12 }, () => look(people, {})));
    expect(new Set(found).size).toBe(1);
  });
});

async function endBeliefs(
  tx: Tx,
  table: "citizens" | "benefit_spells" | "responsibilities",
  id: string,
): Promise<void> {
  const whose = sql.raw(table === "citizens" ? "id" : "citizen");
  await sql`update citizens.${sql.raw(table)} set known_until = known_from, changed_by = pg_current_xact_id()
    where municipality = platform.municipality() and ${whose} = ${id} and known_until = date '9999-12-31'`.execute(tx);
}

/** Empties what the tests write, as nobody but the owner of the tables may. */
async function clear(db: Database): Promise<void> {
  await asOwner(db, async (tx) => {
    for (const table of ["citizens", "benefit_spells", "target_group_spells", "responsibilities"])
      await sql`truncate citizens.${sql.raw(table)}`.execute(tx);
  });
}
