import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { allFacts } from "../app/facts.ts";
import { logAccess } from "../platform/audit/public.ts";
import { type Database, inTenant } from "../platform/db/public.ts";
import { asOwner } from "../platform/db/tenant.ts";
import { day } from "../platform/kernel/day.ts";
import { describeOnEachEngine } from "../platform/testing/databases.ts";
import { gatherPerson, liftRestriction, refuseRestricted, register, takeStep, withoutRestricted } from "./public.ts";
import { factsAboutPeople } from "./rules/person-columns.ts";
import { knowEverythingAbout } from "./testing/records.ts";

const municipality = "0316";
const today = day("2026-11-26");
const officer = { label: "dpo", role: "data_protection" };
const time = { from: "2020-01-01", until: "2020-06-01" };

describeOnEachEngine("what a municipality knows about a person", (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await knowEverythingAbout(db, { municipality, citizen: "c1", facts: allFacts, time });
    await knowEverythingAbout(db, { municipality, citizen: "c2", facts: allFacts, time });
  });
  const gather = (citizen: string) =>
    inTenant(db, { municipality }, (tx) => gatherPerson(tx, citizen, { facts: allFacts, today }));

  it("is found in every kind of fact that can name them, and only theirs (art. 15)", async () => {
    const file = await gather("c1");
    const about = factsAboutPeople(allFacts).map(({ name }) => name);
    expect(about.length).toBeGreaterThan(10);
    expect(file.sections.map(({ fact }) => fact)).toEqual(about);
    for (const { rows } of file.sections) expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(file)).not.toContain('"c2"');
    expect(await gather("nobody")).toMatchObject({ sections: [], other: [], looks: [], requests: [] });
  });

  it("includes what was corrected, and tables nobody declared", async () => {
    await asOwner(db, async (tx) => {
      await sql`select set_config('app.municipality', ${municipality}, true)`.execute(tx);
      await sql`update citizens.residences set known_until = '2020-03-01' where citizen = 'c1'`.execute(tx);
      await sql`create table citizens.undeclared (municipality text, citizen text, said text)`.execute(tx);
      await sql`grant select on citizens.undeclared to springbraet_app`.execute(tx);
      await sql`insert into citizens.undeclared values (${municipality}, 'c1', 'a note'), (${municipality}, 'c2', 'x')`.execute(
        tx,
      );
    });
    const file = await gather("c1");
    const residences = file.sections.find(({ fact }) => fact === "residences");
    expect(residences?.rows.map(({ believed }) => believed)).toEqual([false]);
    expect(file.other).toEqual([{ table: "citizens.undeclared", rows: [{ citizen: "c1", said: "a note" }] }]);
    await asOwner(db, (tx) => sql`drop table citizens.undeclared`.execute(tx));
  });

  it("includes who looked, without the employee's name (C-579/21), and their requests", async () => {
    await inTenant(db, { municipality }, async (tx) => {
      const user = { label: "Bodil Medarbejder", role: "caseworker", unit: "Ungeteamet" };
      await logAccess(tx, {
        user,
        action: "citizen.read",
        purpose: "follow-up",
        keys: ["c1", "c2"],
        data: ["citizens"],
      });
      await register(
        tx,
        { kind: "access", citizen: "c1", received: "2026-11-01", source: "citizen", details: "all of it" },
        { by: officer, today },
      );
    });
    const file = await gather("c1");
    expect(file.looks).toMatchObject([
      { who: null, unit: "Ungeteamet", role: "caseworker", action: "citizen.read", persons: 2 },
    ]);
    expect(JSON.stringify(file)).not.toContain("Bodil");
    expect(file.requests).toMatchObject([{ kind: "access", deadline: "2026-12-01", state: "open" }]);
  });

  it("goes through a request step by step, and two people cannot take the same step", async () => {
    const done = await inTenant(db, { municipality }, async (tx) => {
      const by = { by: officer, today };
      const { id, version } = await register(
        tx,
        { kind: "rectification", citizen: "c1", received: "2026-11-01", source: "citizen", details: "wrong address" },
        by,
      );
      await takeStep(tx, { id, kind: "granted", note: "", version }, by);
      await expect(takeStep(tx, { id, kind: "refused", note: "no", version }, by)).rejects.toMatchObject({
        code: "step_taken",
      });
      await takeStep(tx, { id, kind: "corrected", note: "moved 1 May", version: 1 }, by);
      return takeStep(tx, { id, kind: "told", note: "the unemployment fund", version: 2 }, by);
    });
    expect(done).toMatchObject({ state: "done", version: 3 });
    expect(done.steps.map(({ kind, who }) => [kind, who])).toEqual([
      ["granted", "dpo"],
      ["corrected", "dpo"],
      ["told", "dpo"],
    ]);
  });

  it("may only be stored while a restriction holds (art. 18): no change by hand, no export, marked in the file", async () => {
    const work = <T>(does: Parameters<typeof inTenant<T>>[2]) => inTenant(db, { municipality }, does);
    await work((tx) => refuseRestricted(tx, ["c1", "c2"]));
    await work(async (tx) => {
      const by = { by: officer, today };
      const { id } = await register(
        tx,
        { kind: "restriction", citizen: "c2", received: "2026-11-02", source: "citizen", details: "disputed" },
        by,
      );
      await takeStep(tx, { id, kind: "granted", note: "until it is looked into", version: 0 }, by);
    });
    await expect(work((tx) => refuseRestricted(tx, ["c1", "c2"]))).rejects.toMatchObject({ code: "person_restricted" });
    expect(await work((tx) => withoutRestricted(tx, ["c1", "c2", "c3"]))).toEqual(["c1", "c3"]);
    expect((await gather("c2")).restricted).toBe(true);
    expect(await work((tx) => liftRestriction(tx, { citizen: "c2", who: "dpo" }))).toBe(true);
    await work((tx) => refuseRestricted(tx, ["c2"]));
  });
});
