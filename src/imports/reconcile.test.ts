import { afterAll, beforeAll, expect, it } from "vitest";
import { allFacts } from "../app/facts.ts";
import { describeOnEachEngine } from "../platform/testing/databases.ts";
import { reconcile } from "./public.ts";
import { analyst, type Office, openOffice } from "./testing/batches.ts";

const people = "id,born\nc1,1990-05-01\nc2,1990-05-01\nc3,1990-05-01\n";
const head = "id,citizen,first_day,last_day,benefit,share\n";
const spells = `${head}b1,c1,2021-01-11,2021-02-10,kontanthjaelp,\nb2,c2,2021-01-01,,kontanthjaelp,\nb3,c3,2021-03-01,2021-03-31,sygedagpenge,\n`;
const money = "id,first_day,last_day,benefit,amount,refund\nx1,2021-01-01,2021-01-31,kontanthjaelp,123456,1\n";

describeOnEachEngine("an extract of the old system beside the records (ASK-38)", (open) => {
  let office: Office;
  beforeAll(async () => {
    office = openOffice(await open(), allFacts);
    await office.bring({ "citizens.csv": people, "benefit_spells.csv": spells, "expenditure.csv": money });
  });
  afterAll(() => office.close());
  const compare = async (files: Readonly<Record<string, string>>) => {
    const key = await office.upload(files);
    return await reconcile({ imports: office.imports, key }, analyst);
  };

  it("agrees with what was imported from it, and changes nothing", async () => {
    const before = await office.rows("select count(*)::integer as n from citizens.benefit_spells");
    const found = await compare({ "citizens.csv": people, "benefit_spells.csv": spells, "expenditure.csv": money });
    expect(found).toMatchObject({ agrees: true, unread: 0 });
    expect(await office.rows("select count(*)::integer as n from citizens.benefit_spells")).toEqual(before);
    const january = found.facts
      .find(({ fact }) => fact.name === "benefit_spells")
      ?.months.find(({ of }) => of === "2021-01");
    expect(january).toEqual({ kind: "kontanthjaelp", of: "2021-01", extract: 21 + 31, records: 21 + 31 });
  });

  it("tells who is missing and who is extra, whose days differ by how many, and the difference to the øre", async () => {
    const found = await compare({
      "citizens.csv": "id,born\nc1,1990-05-01\nc2,1990-05-01\nc4,1990-05-01\n",
      "benefit_spells.csv": spells.replace("2021-02-10", "2021-02-13").replace("b3,c3", "b3,c2"),
      "expenditure.csv": money.replace("123456", "123457"),
    });
    expect(found.agrees).toBe(false);
    const of = (name: string) => found.facts.find(({ fact }) => fact.name === name);
    expect(of("citizens")?.persons).toEqual({
      both: 2,
      onlyInExtract: 1,
      onlyInRecords: 1,
      extract: ["c4"],
      records: ["c3"],
    });
    expect(of("benefit_spells")?.days).toEqual({
      total: 3,
      rows: [
        { citizen: "c2", kind: "sygedagpenge", extract: 31, records: 0 },
        { citizen: "c3", kind: "sygedagpenge", extract: 0, records: 31 },
        { citizen: "c1", kind: "kontanthjaelp", extract: 34, records: 31 },
      ],
    });
    expect(of("expenditure")?.amounts[0]?.sums).toEqual([
      { kind: "kontanthjaelp", of: "2021-01", extract: 123_457, records: 123_456 },
    ]);
  });

  it("is one entry in the access log", async () => {
    await compare({ "citizens.csv": people });
    const entries = await office.rows("select who, action from audit.access_log where action = 'import.reconcile'");
    expect(entries.length).toBeGreaterThan(0);
    expect(new Set(entries.map(({ who }) => who))).toEqual(new Set(["test-analyst"]));
  });
});
