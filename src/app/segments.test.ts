import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CitizenList, CitizenRecord } from "../citizens/contract.ts";
import { inTenant } from "../platform/db/public.ts";
import { type DemoDesk, openDemoDesk } from "./testing/demo-desk.ts";
import { type Visitor, visitorAs } from "./testing/visitor.ts";

/* One definition of segments: the list, the citizen's page and a figure say the same of the same people (CIT-07, ASK-05). */

let desk: DemoDesk;
let manager: Visitor;
let analyst: Visitor;
let list: CitizenList;

const ask = async (segment: string | null, more: object = {}): Promise<CitizenList> =>
  (await manager.send<CitizenList>("POST", "/citizens/list", { who: "all", segment, ...more })).body;

beforeAll(async () => {
  desk = await openDemoDesk(0.05);
  [manager, analyst] = await Promise.all([visitorAs(desk.url, "manager"), visitorAs(desk.url, "analyst")]);
  list = await ask(null);
}, 180_000);
afterAll(() => desk.close());

describe("segments of distance to the labour market (CIT-07, CIT-08, CIT-09)", () => {
  it("are filters of the list, each with how many it leaves, those long in flexjob apart", async () => {
    expect(list.counts.segment.map(({ key }) => key)).toEqual([
      "udenfor",
      "langtid_fleksjob",
      "paa_kanten",
      "langtidsforsoergede",
      "i_risiko",
      "kernearbejdskraft",
    ]);
    for (const { key, count } of list.counts.segment) {
      expect(count, key).toBeGreaterThan(0);
      expect((await ask(key)).total, key).toBe(count);
    }
  });

  it("are counted in a figure as in the list, of the same people", async () => {
    // The list is as far as the manager sees: the figure counts the same units' people when both see everybody.
    const everybody = await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) =>
      sql<{
        n: number;
      }>`select count(*)::integer as n from citizens.citizens where known_until = date '9999-12-31'`.execute(tx),
    );
    const seen = await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) =>
      desk.runtime.people
        .inSight(tx, desk.operations.dutyDay("0316"))
        .then((all) => all.inOrder({ sort: "id", descending: false })),
    );
    expect(seen).toHaveLength(everybody.rows[0]?.n ?? -1);
    for (const { key } of list.counts.segment) {
      const asked = {
        indicator: `measure: persons\nof: benefit_spells\nwhere: citizen.segment == '${key}'\ncounted: standing\nwindow: month`,
        asOf: list.on,
        plan: "holbaek-2020-21",
      };
      const { status, body } = await analyst.send<{ value: number }>("POST", "/figure", asked);
      expect([key, status, body.value]).toEqual([key, 200, seen.filter(({ segment }) => segment === key).length]);
    }
  });

  it("are on each citizen's own page what they are in the list, whoever is looked at", async () => {
    const pages = Math.ceil(list.total / list.pageSize);
    const labels = new Map(list.counts.segment.map(({ key, label }) => [key, label.da]));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...labels.keys()),
        fc.integer({ min: 0, max: pages * list.pageSize }),
        async (key, at) => {
          const { rows } = await ask(key, { sort: "since" });
          const one = rows[at % Math.max(1, rows.length)];
          if (!one) throw new Error(`nobody in ${key}`);
          const { body } = await manager.get<CitizenRecord>(`/citizens/${one.id}`);
          const own = body.groupings.find(({ id }) => id === "holbaek_segmenter");
          expect(own?.group?.da).toBe(labels.get(key));
        },
      ),
      { numRuns: 25 },
    );
  });
});
