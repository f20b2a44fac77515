import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { allFacts } from "../app/facts.ts";
import { type Database, inTenant } from "../platform/db/public.ts";
import { day } from "../platform/kernel/day.ts";
import { describeOnEachEngine, openEmbedded } from "../platform/testing/databases.ts";
import { type LoadResult, loadFolder } from "./public.ts";
import { folderOf } from "./testing/folder.ts";

const holbaek = { municipality: "0316" };

async function load(
  db: Database,
  files: Readonly<Record<string, string | Buffer>>,
  { today = "2021-10-01", municipality = "0316" } = {},
): Promise<LoadResult> {
  const folder = folderOf(files);
  try {
    return await loadFolder({ db, facts: allFacts, folder: folder.path, municipality, today: day(today) });
  } finally {
    folder.remove();
  }
}

async function rows(db: Database, text: string, municipality = "0316"): Promise<readonly unknown[]> {
  return (await inTenant(db, { municipality }, (tx) => sql.raw(text).execute(tx))).rows;
}

/** A dozen citizens, made by hand, with most of what files can hold. */
const dozen = {
  "citizens.csv": `
    id,name,born,sex,origin,education,protected
    c01,Test Et,1990-05-01,kvinde,dansk,faglaert,nej
    c02,"Test, To",1985-02-28,mand,dansk,ufaglaert,nej
    c03,Test Tre,2000-02-29,kvinde,ikke_vestlig,,ja
    c04,Test Fire,1975-12-31,mand,vestlig,videregaaende,
    c05,Test Fem,1999-01-01,kvinde,dansk,ufaglaert,nej
    c06,Test Seks,,,,,
    c07,Test Syv,1960-07-07,mand,dansk,faglaert,nej
    c08,Test Otte,1988-08-08,kvinde,dansk,faglaert,nej
    c09,Test Ni,1979-09-09,mand,ikke_vestlig,ufaglaert,nej
    c10,Test Ti,1994-10-10,kvinde,dansk,videregaaende,nej
    c11,Test Elleve,2001-11-11,mand,dansk,ufaglaert,nej
    c12,"Test ""Tolv""",1966-12-12,kvinde,dansk,faglaert,nej`,
  "companies.csv": `
    id,first_day,last_day,name,cvr,municipality_code,employees,industry
    v1,1990-01-01,,Prøvefirmaet,12345678,0316,12,
    v2,2015-01-01,2020-06-30,Lukket Prøve,,0316,,`,
  "benefit_spells.csv": `
    id,citizen,first_day,last_day,benefit,share,fund,employer,known_from,known_until
    b01,c01,2021-01-01,2021-03-31,kontanthjaelp,,,,,
    b02,c02,2021-01-15,,kontanthjaelp,1,,,,
    b03,c03,2021-02-01,2021-02-28,uddannelseshjaelp,0.5,,,,
    b04,c04,2020-11-01,2021-06-30,a_dagpenge,0.811,fund1,,,
    b05,c05,2021-01-01,2021-01-01,uddannelseshjaelp,,,,,
    b06,c08,2021-03-01,,sygedagpenge,0.5,,v1,,
    b07,c09,2021-01-01,2021-12-31,kontanthjaelp,,,,2021-01-05,2021-02-05
    b07,c09,2021-01-01,2021-01-31,kontanthjaelp,,,,2021-02-05,`,
  "employments.csv": `
    citizen,kind,company,hours,id,first_day,last_day
    c01,ordinaert,v1,37,e1,2021-04-01,
    c02,smaajob,,7.25,e2,2021-02-01,2021-05-31`,
  "expenditure.csv": `
    id,first_day,last_day,benefit,amount,refund
    x1,2021-01-01,2021-12-31,kontanthjaelp,123456789012,`,
};

describeOnEachEngine("a dozen citizens made by hand (PLAN-11, RES-12)", (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    expect(await load(db, dozen)).toEqual({
      ok: true,
      facts: {
        companies: { added: 2, corrected: 0, unchanged: 0 },
        citizens: { added: 12, corrected: 0, unchanged: 0 },
        benefit_spells: { added: 8, corrected: 0, unchanged: 0 },
        employments: { added: 2, corrected: 0, unchanged: 0 },
        expenditure: { added: 1, corrected: 0, unchanged: 0 },
      },
    });
  });

  it("are all there, with what is missing left empty and yes and no understood", async () => {
    expect(
      await rows(
        db,
        "select id, name, born, sex, protected from citizens.citizens where id in ('c02', 'c03', 'c04', 'c06', 'c12') order by id",
      ),
    ).toEqual([
      { id: "c02", name: "Test, To", born: "1985-02-28", sex: "mand", protected: false },
      { id: "c03", name: "Test Tre", born: "2000-02-29", sex: "kvinde", protected: true },
      { id: "c04", name: "Test Fire", born: "1975-12-31", sex: "mand", protected: false },
      { id: "c06", name: "Test Seks", born: null, sex: null, protected: false },
      { id: "c12", name: 'Test "Tolv"', born: "1966-12-12", sex: "kvinde", protected: false },
    ]);
  });

  it("have spells that end the day after the last day, run without one, and keep shares in whole thousandths", async () => {
    expect(
      await rows(
        db,
        "select id, from_day, until_day, share, fund, employer from citizens.benefit_spells where id < 'b07' order by id",
      ),
    ).toEqual([
      { id: "b01", from_day: "2021-01-01", until_day: "2021-04-01", share: 1000, fund: null, employer: null },
      { id: "b02", from_day: "2021-01-15", until_day: "9999-12-31", share: 1000, fund: null, employer: null },
      { id: "b03", from_day: "2021-02-01", until_day: "2021-03-01", share: 500, fund: null, employer: null },
      { id: "b04", from_day: "2020-11-01", until_day: "2021-07-01", share: 811, fund: "fund1", employer: null },
      { id: "b05", from_day: "2021-01-01", until_day: "2021-01-02", share: 1000, fund: null, employer: null },
      { id: "b06", from_day: "2021-03-01", until_day: "9999-12-31", share: 500, fund: null, employer: "v1" },
    ]);
    expect(await rows(db, "select id, hours from citizens.employments order by id")).toEqual([
      { id: "e1", hours: 3700 },
      { id: "e2", hours: 725 },
    ]);
    expect(await rows(db, "select amount, refund from economy.expenditure")).toEqual([
      { amount: 123456789012, refund: 0 },
    ]);
  });

  it("keep what was known before a correction", async () => {
    expect(
      await rows(
        db,
        "select until_day, known_from, known_until from citizens.benefit_spells where id = 'b07' order by known_from",
      ),
    ).toEqual([
      { until_day: "2022-01-01", known_from: "2021-01-05", known_until: "2021-02-05" },
      { until_day: "2021-02-01", known_from: "2021-02-05", known_until: "9999-12-31" },
    ]);
  });

  it("are one entry in the access log", async () => {
    expect(await rows(db, "select action, keys, persons from audit.access_log")).toEqual([
      { action: "load", keys: [], persons: 12 },
    ]);
  });

  it("are nobody else's", async () => {
    expect(await rows(db, "select id from citizens.citizens", "0265")).toEqual([]);
  });
});

describeOnEachEngine("loading again (ASK-33)", (open) => {
  let db: Database;
  beforeEach(async () => {
    db = await open();
    expect(await load(db, dozen, { today: "2021-10-01" })).toMatchObject({ ok: true });
  });
  const beliefs = (id: string): Promise<readonly unknown[]> =>
    rows(
      db,
      `select share, known_from, known_until from citizens.benefit_spells where id = '${id}' order by recorded_by::text::bigint`,
    );
  const spell = (share: string, known = ""): Record<string, string> => ({
    "benefit_spells.csv": `id,citizen,first_day,last_day,benefit,share,known_from
      b02,c02,2021-01-15,,kontanthjaelp,${share},${known}`,
  });

  it("says that nothing was new when nothing was, also on another day", async () => {
    const again = await load(db, dozen, { today: "2021-11-01" });
    expect(again).toMatchObject({
      facts: {
        citizens: { added: 0, corrected: 0, unchanged: 12 },
        benefit_spells: { added: 0, corrected: 0, unchanged: 8 },
      },
    });
    expect(await beliefs("b02")).toHaveLength(1);
  });

  it("ends what was believed and believes the correction from that day", async () => {
    expect(await load(db, spell("0.4"), { today: "2021-11-01" })).toEqual({
      ok: true,
      facts: { benefit_spells: { added: 0, corrected: 1, unchanged: 0 } },
    });
    expect(await beliefs("b02")).toEqual([
      { share: 1000, known_from: "2021-10-01", known_until: "2021-11-01" },
      { share: 400, known_from: "2021-11-01", known_until: "9999-12-31" },
    ]);
  });

  it("takes two corrections on the day of loading: the last one counts, the others are kept without a day", async () => {
    await load(db, spell("0.4"));
    await load(db, spell("0.3"));
    expect(await beliefs("b02")).toEqual([
      { share: 1000, known_from: "2021-10-01", known_until: "2021-10-01" },
      { share: 400, known_from: "2021-10-01", known_until: "2021-10-01" },
      { share: 300, known_from: "2021-10-01", known_until: "9999-12-31" },
    ]);
  });

  it("takes a correction that tells the day it was known", async () => {
    await load(db, spell("0.4", "2021-10-15"), { today: "2021-11-01" });
    expect(await beliefs("b02")).toEqual([
      { share: 1000, known_from: "2021-10-01", known_until: "2021-10-15" },
      { share: 400, known_from: "2021-10-15", known_until: "9999-12-31" },
    ]);
  });

  it("refuses old knowledge that would lose the newer", async () => {
    await load(db, spell("0.4"), { today: "2021-11-01" });
    const old = {
      "benefit_spells.csv": `id,citizen,first_day,last_day,benefit,share,known_from,known_until
        b02,c02,2021-01-15,,kontanthjaelp,0.9,2021-10-10,2021-10-20`,
    };
    expect(await load(db, old, { today: "2021-11-02" })).toMatchObject({
      ok: false,
      problems: [{ file: "benefit_spells.csv", line: 2, column: "id", code: "known_later" }],
    });
    expect(await beliefs("b02")).toHaveLength(2);
  });

  it("finds referred rows in the records when their file is not in the folder", async () => {
    const more = `id,citizen,day,kind,status
      s1,c12,2021-09-01,jobsamtale,holdt`;
    expect(await load(db, { "conversations.csv": more })).toMatchObject({ ok: true });
    expect(await load(db, { "conversations.csv": more }, { municipality: "0265" })).toMatchObject({
      ok: false,
      problems: [{ code: "unknown_reference", column: "citizen", value: "c12" }],
    });
  });

  it("lets two loads at once both count", async () => {
    const both = await Promise.all([
      load(db, spell("0.4"), { today: "2021-11-01" }),
      load(db, spell("0.3"), { today: "2021-11-01" }),
    ]);
    expect(both).toEqual([expect.objectContaining({ ok: true }), expect.objectContaining({ ok: true })]);
    const now = (await beliefs("b02")) as { known_until: string }[];
    expect(now.filter((belief) => belief.known_until === "9999-12-31")).toHaveLength(1);
  });
});

describe("a folder with mistakes stores nothing and says what is wrong where (ASK-34)", () => {
  let db: Database;
  beforeAll(async () => {
    db = await openEmbedded();
    return () => db.close();
  });
  const people = "id,name,born,sex\nc1,Test Et,1990-05-01,kvinde\nc2,Test To,,mand";
  const spells = (...lines: string[]): string => ["id,citizen,first_day,last_day,benefit,share", ...lines].join("\n");
  const problemsIn = async (files: Record<string, string | Buffer>): Promise<unknown[]> => {
    const result = await load(db, files);
    expect(await rows(db, "select id from citizens.citizens")).toEqual([]);
    if (result.ok) throw new Error("the load should have been refused");
    return result.problems.map(({ file, line, column, value, code }) => ({ file, line, column, value, code }));
  };
  const at = ([line, column]: [number, string], code: string, value: string | null) => ({
    file: "benefit_spells.csv",
    line,
    column,
    value,
    code,
  });

  it.each([
    [
      "no end before the start",
      "b1,c1,2021-02-01,2021-01-31,kontanthjaelp,",
      at([2, "last_day"], "ends_before_start", null),
    ],
    ["no such day", "b1,c1,2021-02-30,,kontanthjaelp,", at([2, "first_day"], "not_a_day", "2021-02-30")],
    ["a date in doubt", "b1,c1,1/2/2021,,kontanthjaelp,", at([2, "first_day"], "ambiguous_day", "1/2/2021")],
    ["a year of long ago", "b1,c1,0203-02-01,,kontanthjaelp,", at([2, "first_day"], "day_too_early", "0203-02-01")],
    ["an empty id", ",c1,2021-02-01,,kontanthjaelp,", at([2, "id"], "required", null)],
    ["no number", "b1,c1,2021-02-01,,kontanthjaelp,halv", at([2, "share"], "not_a_number", "halv")],
    ["too large a share", "b1,c1,2021-02-01,,kontanthjaelp,37", at([2, "share"], "too_large", "37")],
    ["a negative share", "b1,c1,2021-02-01,,kontanthjaelp,-0.1", at([2, "share"], "too_small", "-0.1")],
    ["four decimals", "b1,c1,2021-02-01,,kontanthjaelp,0.1234", at([2, "share"], "too_many_decimals", "0.1234")],
    ["an unknown benefit", "b1,c1,2021-02-01,,kontanthjalp,", at([2, "benefit"], "unknown_code", "kontanthjalp")],
    ["an unknown citizen", "b1,c9,2021-02-01,,kontanthjaelp,", at([2, "citizen"], "unknown_reference", "c9")],
    ["a CPR number as id", "b1,010190-1234,2021-02-01,,kontanthjaelp,", at([2, "citizen"], "looks_like_cpr", null)],
  ])("%s", async (_name, line, expected) => {
    expect(await problemsIn({ "citizens.csv": people, "benefit_spells.csv": spells(line) })).toEqual([expected]);
  });

  it("suggests the nearest right code, and says so in both languages", async () => {
    const result = await load(db, {
      "citizens.csv": people,
      "benefit_spells.csv": spells("b1,c1,2021-02-01,,kontanthjalp,"),
    });
    expect(result).toMatchObject({
      problems: [
        {
          message: {
            da: expect.stringContaining("Mente du “kontanthjaelp”?"),
            en: expect.stringContaining("Did you mean “kontanthjaelp”?"),
          },
        },
      ],
    });
  });

  it("tells the line of the earlier row when an id is there twice", async () => {
    const twice = spells(
      "b1,c1,2021-02-01,,kontanthjaelp,",
      "b2,c1,2021-02-01,,a_dagpenge,",
      "b1,c2,2021-02-01,,kontanthjaelp,",
    );
    const result = await load(db, { "citizens.csv": people, "benefit_spells.csv": twice });
    expect(result).toMatchObject({
      total: 1,
      problems: [
        { line: 4, column: "id", value: "b1", code: "doubled_id", message: { en: expect.stringContaining("line 2") } },
      ],
    });
  });

  it("names unknown, missing and doubled columns", async () => {
    expect(
      await problemsIn({ "citizens.csv": people, "benefit_spells.csv": "id,citzen,first_day,first_day,benefit\n" }),
    ).toEqual([
      at([1, "citzen"], "unknown_column", null),
      at([1, "first_day"], "doubled_column", null),
      at([1, "last_day"], "missing_column", null),
      at([1, "citizen"], "missing_column", null),
    ]);
  });

  it("names lines with too few or too many fields", async () => {
    const result = await problemsIn({ "citizens.csv": `${people}\nc3,Test Tre,1990-01-01\nc4,Test,Fire,,mand` });
    expect(result).toEqual(
      [4, 5].map((line) => ({ file: "citizens.csv", line, column: null, value: null, code: "wrong_field_count" })),
    );
  });

  it("names files it does not know, an empty folder and a missing one", async () => {
    expect(await problemsIn({ "citizen.csv": people })).toMatchObject([{ file: "citizen.csv", code: "unknown_file" }]);
    expect(await problemsIn({ "readme.txt": "hello" })).toMatchObject([{ code: "no_files" }]);
    const gone = await loadFolder({
      db,
      facts: allFacts,
      folder: "does-not-exist",
      ...holbaek,
      today: day("2021-10-01"),
    });
    expect(gone).toMatchObject({ ok: false, problems: [{ code: "no_folder" }] });
  });

  it("names the line from which letters are written otherwise, an empty file and a quote that never closes", async () => {
    const latin = Buffer.concat([Buffer.from(`${people}\nc3,Åst,,\nc4,`), Buffer.from([0xd8]), Buffer.from("st,,\n")]);
    expect(await problemsIn({ "citizens.csv": latin })).toMatchObject([{ line: 5, code: "mixed_encoding" }]);
    expect(await problemsIn({ "citizens.csv": Buffer.alloc(0) })).toMatchObject([{ line: 1, code: "no_header" }]);
    expect(await problemsIn({ "citizens.csv": `${people}\nc3,"Test,,mand\nc4,,,` })).toMatchObject([
      { line: 4, code: "unterminated_quote" },
    ]);
    expect(await problemsIn({ "citizens.csv": `${people}\nc3,Te"st,,mand` })).toMatchObject([
      { line: 4, code: "stray_quote" },
    ]);
  });

  it("never repeats a name, nor anything that looks like a CPR number", async () => {
    const files = {
      "citizens.csv": Buffer.from("id,name,born,protected\nc1,Hemmeligt Navn,0101901234,jo\n"),
      "benefit_spells.csv": spells("b1,0101901234,2021-01-01,,010190 1234,"),
    };
    const result = await load(db, files);
    expect(result).toMatchObject({ ok: false, total: 4 });
    expect(JSON.stringify(result)).not.toMatch(/Hemmelig|0101|"jo"/);
  });

  it("lists a hundred mistakes and counts the rest", async () => {
    const lines = Array.from({ length: 250 }, (_, n) => `b${n},nobody${n},2021-02-01,,kontanthjaelp,`);
    const result = await load(db, { "citizens.csv": people, "benefit_spells.csv": spells(...lines) });
    expect(result).toMatchObject({ ok: false, total: 250 });
    if (!result.ok) expect(result.problems).toHaveLength(100);
  });

  it("does not blame rows for a file that has mistakes of its own", async () => {
    const files = { "citizens.csv": "id,sex\nc1,x", "benefit_spells.csv": spells("b1,c1,2021-02-01,,kontanthjaelp,") };
    expect(await problemsIn(files)).toEqual([
      { file: "citizens.csv", line: 2, column: "sex", value: "x", code: "unknown_code" },
    ]);
  });

  it("refuses knowledge from the future and knowledge that ends before it begins", async () => {
    const known = (from: string, until: string) => ({
      "citizens.csv": `id,known_from,known_until\nc1,${from},${until}`,
    });
    const problem = async (from: string, until: string) => (await problemsIn(known(from, until)))[0];
    expect(await problem("2021-10-02", "")).toMatchObject({ column: "known_from", code: "known_in_future" });
    expect(await problem("2021-01-01", "2021-10-02")).toMatchObject({ column: "known_until", code: "known_in_future" });
    expect(await problem("2021-01-02", "2021-01-02")).toMatchObject({ code: "known_until_before_from" });
    expect(await problem("", "2021-10-01")).toMatchObject({ code: "known_until_before_from" });
  });
});

describe("files as people save them", () => {
  it("may start with a byte-order mark, end lines the Windows way, have blank lines and spaces around fields", async () => {
    const db = await openEmbedded();
    const file = Buffer.from(
      '\uFEFFid , name,born\r\n\r\nc1, Test Et ,1990-05-01\r\n\r\nc2,"To\r\nlinjer",1990-02-31\r\n',
    );
    expect(await load(db, { "citizens.csv": file })).toMatchObject({
      problems: [{ line: 5, column: "born" }],
      total: 1,
    });
    const mended = Buffer.from(file.toString().replace("1990-02-31", "1990-02-28"));
    expect(await load(db, { "citizens.csv": mended })).toMatchObject({ ok: true });
    expect(await rows(db, "select name from citizens.citizens order by id")).toEqual([
      { name: "Test Et" },
      { name: "To\nlinjer" },
    ]);
    await db.close();
  });
});
