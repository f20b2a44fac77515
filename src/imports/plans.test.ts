import { afterAll, beforeAll, expect, it } from "vitest";
import { allFacts } from "../app/facts.ts";
import type { Database } from "../platform/db/public.ts";
import { describeOnEachEngine } from "../platform/testing/databases.ts";
import { type Office, openOffice } from "./testing/batches.ts";

const PEOPLE = 40;
/** A list that is gone through anew for each row of another. */
const ONCE_A_ROW = /Nested Loop|Join Filter:.*SubPlan/;
const STAGED = /stage_(?:benefit_spells|citizens)/;

/** The same records, which also tell how each statement on staged rows is planned. */
function planning(db: Database, plans: string[]): Database {
  const connect: Database["pool"]["connect"] = async () => {
    const client = await db.pool.connect();
    return {
      ...client,
      query: async (text, parameters) => {
        if (STAGED.test(text) && /^(?:insert|select|with|update)/.test(text)) {
          const plan = await client.query<{ "QUERY PLAN": string }>(`explain (costs off) ${text}`, parameters);
          plans.push(plan.rows.map((line) => line["QUERY PLAN"]).join("\n"));
        }
        return await client.query(text, parameters);
      },
    };
  };
  return { ...db, pool: { ...db.pool, connect } };
}

const everybody = Array.from({ length: PEOPLE }, (_, at) => at);
const citizens = `id\n${everybody.map((at) => `c${at}`).join("\n")}\n`;
const spells = (last: string): string =>
  `id,citizen,first_day,last_day,benefit\n${everybody.map((at) => `s${at},c${at},2021-01-01,${last},kontanthjaelp`).join("\n")}\n`;

describeOnEachEngine("how staged rows are compared with the records", (open) => {
  const plans: string[] = [];
  let office: Office;
  beforeAll(async () => {
    office = openOffice(planning(await open(), plans), allFacts);
  });
  afterAll(() => office.close());

  it("never goes through the records once for each row: a million rows would not come to an end", async () => {
    await office.bring({ "citizens.csv": citizens, "benefit_spells.csv": spells("2021-03-31") });
    office.turnTo("2021-10-02");
    const { view } = await office.bring({ "citizens.csv": citizens, "benefit_spells.csv": spells("2021-04-30") });
    expect(view.files.map(({ counts }) => counts)).toMatchObject([
      { changed: 0, unchanged: PEOPLE },
      { changed: PEOPLE, unchanged: 0 },
    ]);
    expect(plans.length).toBeGreaterThan(50);
    expect(plans.filter((plan) => ONCE_A_ROW.test(plan))).toEqual([]);
  });
});
