import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { benefitsInGroup } from "../../law/public.ts";
import { type Database, inTenant } from "../../platform/db/public.ts";
import { addDays, type Day, day, isoDay } from "../../platform/kernel/day.ts";
import { openKeyring } from "../../platform/secrets/public.ts";
import { describeOnEachEngine } from "../../platform/testing/databases.ts";
import { citizenListAsk, SORTS, thresholdIds } from "../contract.ts";
import { rememberPeople } from "../in-sight.ts";
import { nameWords } from "../rules/name-words.ts";
import { reachedOn, THRESHOLDS, timeOnSupport } from "../rules/time-on-support.ts";
import { listCitizens } from "./list-citizens.ts";
import type { Looking } from "./looking.ts";

const municipality = "0316";
const on = day("2021-12-31");

describeOnEachEngine("the list of citizens beside the rules", (open) => {
  const keys = mkdtempSync(join(tmpdir(), "springbraet-list-"));
  let db: Database;
  let who: Looking;
  afterAll(() => rmSync(keys, { recursive: true, force: true }));

  const spell = fc
    .tuple(
      fc.integer({ min: day("2017-01-01"), max: on + 40 }),
      fc.option(fc.integer({ min: 1, max: 500 }), { freq: 3 }),
    )
    .map(([from, days]) => ({
      from: from as Day,
      until: days === null ? day("9999-12-31") : addDays(from as Day, days),
    }));
  const people = fc.sample(fc.array(spell, { maxLength: 5 }), { seed: 7, numRuns: 60 });

  beforeAll(async () => {
    db = await open();
    const keyring = openKeyring({ folder: keys, env: {} });
    const user = { label: "test", role: "manager" };
    const mayLeave: Looking["mayLeave"] = (_tx, citizens) => Promise.resolve(citizens);
    const seen = { mayLeave, restricted: () => Promise.resolve([]) };
    who = {
      municipality,
      user,
      reveals: "all",
      writes: "all",
      on,
      today: on,
      keyring,
      people: rememberPeople(),
      ...seen,
    };
    await inTenant(db, { municipality }, async (tx) => {
      for (const [at, spells] of people.entries()) {
        await sql`insert into citizens.citizens (municipality, id, name, known_from)
          values (${municipality}, ${`c${at}`}, ${`Navn ${at}`}, '2021-01-01')`.execute(tx);
        for (const [n, { from, until }] of spells.entries())
          await sql`insert into citizens.benefit_spells (municipality, id, from_day, until_day, citizen, benefit, known_from)
            values (${municipality}, ${`y${at}-${n}`}, ${isoDay(from)}, ${isoDay(until)}, ${`c${at}`},
              ${benefitsInGroup("support")[n % 3]}, '2021-01-01')`.execute(tx);
      }
    });
  });

  it("finds those who have been on support for so long as the rule does (CIT-10)", async () => {
    for (const threshold of THRESHOLDS) {
      const expected = people.flatMap((spells, at) => {
        const { since } = timeOnSupport(spells, on);
        return since !== null && reachedOn(since, threshold) <= on ? [`c${at}`] : [];
      });
      const asked = citizenListAsk.parse({ who: "all", time: threshold.id, sort: "since" });
      const found = await inTenant(db, { municipality }, (tx) => listCitizens(tx, asked, who));
      expect([threshold.id, found.total]).toEqual([threshold.id, expected.length]);
      expect(found.counts.time.find(({ key }) => key === threshold.id)).toEqual({
        key: threshold.id,
        count: expected.length,
      });
      for (const { id } of found.rows) expect(expected).toContain(id);
    }
    expect(thresholdIds).toHaveLength(7);
  });

  it("pages in any order, with the same people in all of them", async () => {
    for (const sort of SORTS) {
      const asked = citizenListAsk.parse({ who: "all", sort });
      const found = await inTenant(db, { municipality }, (tx) => listCitizens(tx, asked, who));
      expect([sort, found.total, found.rows.length]).toEqual([sort, people.length, 25]);
    }
  });

  it("keys names as the search does", async () => {
    const names = ["Åse-Marie Ærø", "AAGE  Østergård", "Zoë Müller-Ñ", "d'Arc, Jeanne", "Søren Å.", "Łukasz 2."];
    const keyed = await inTenant(db, { municipality }, (tx) =>
      sql<{
        key: string;
      }>`select citizens.danish_key(n) as key from unnest(${names}::text[]) with ordinality as t (n, at) order by at`.execute(
        tx,
      ),
    );
    const own = names.map((name) => nameWords(name).join(" "));
    expect(keyed.rows.map(({ key }) => key).slice(0, 5)).toEqual(own.slice(0, 5));
  });
});
