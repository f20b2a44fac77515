import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { allFacts } from "../../app/facts.ts";
import type { Keyring } from "../../platform/secrets/public.ts";
import { describeNeeding, sharedData } from "../../platform/testing/needs.ts";
import { factCalled } from "../context.ts";
import { noProblems } from "../problem.ts";
import { bufferSource } from "../testing/buffer-source.ts";
import { layouts } from "./layouts.ts";
import { openSheets } from "./open.ts";
import { readMapped } from "./read-mapped.ts";
import { knownNames, recognise } from "./recognise.ts";
import { type ByteSource, isFault } from "./sheet.ts";
import { fileSource } from "./source.ts";

const EXAMPLES = fileURLToPath(new URL("../../../examples/import/", import.meta.url));
const MONDAY: Readonly<Record<string, readonly [fact: string, rows: number]>> = {
  "Ansættelser.csv": ["employments", 4],
  "Borgere.csv": ["citizens", 12],
  "CVR-virksomheder.csv": ["companies", 6],
  "Folketal.csv": ["population", 16],
  "Samtaler.xlsx": ["conversations", 10],
  "Tilbud.txt": ["offers", 5],
  "Ydelsesforløb.csv": ["benefit_spells", 12],
  "Ydelsesrefusion.csv": ["benefit_refunds", 12],
};

/** Seals nothing: enough for a file to be read without a key ring on disk. */
const keyring: Pick<Keyring, "encrypt" | "indexOf"> = {
  encrypt: () => Buffer.from("s"),
  indexOf: () => Buffer.from("i"),
};

type Found = {
  readonly fact: string | null;
  readonly by: string | null;
  readonly lines: readonly string[];
  readonly problems: readonly string[];
  readonly told: string;
};

async function understand(source: ByteSource): Promise<Found> {
  const sheets = await openSheets(source, { knows: knownNames({ facts: allFacts }) });
  const [sheet] = isFault(sheets) ? [] : sheets;
  if (!sheet) throw new Error(JSON.stringify(sheets));
  const found = recognise(sheet, source.name, { facts: allFacts });
  if (!found.known) return { fact: null, by: null, lines: [], problems: [], told: JSON.stringify(found) };
  const problems = noProblems();
  const context = {
    fact: factCalled(allFacts, found.fact),
    file: source.name,
    today: "2026-01-01",
    problems,
    sealing: { keyring: keyring as Keyring, municipality: "0316" },
    citizenOf: (number: string) => `c${number.slice(-3)}`,
  };
  let text = "";
  for await (const chunk of readMapped(sheet, found.mapping, context)) text += chunk;
  return {
    fact: found.fact,
    by: found.by.name,
    lines: text.split("\n").slice(0, -1),
    problems: problems.list.map(({ line, column, code }) => `${line} ${column} ${code}`),
    told: JSON.stringify(problems.list),
  };
}

const csv = (name: string, text: string): Promise<Found> => understand(bufferSource(name, Buffer.from(text)));

describe("what an analyst gets in a mail on Monday (ASK-33)", () => {
  it("has eight files", () => {
    const files = readdirSync(EXAMPLES).filter((name) => !name.endsWith(".md"));
    expect(files.map((name) => name.normalize()).sort()).toEqual(Object.keys(MONDAY).sort());
  });

  it.each(Object.entries(MONDAY))("%s is understood and read without a word", async (name, [fact, rows]) => {
    const found = await understand(fileSource(join(EXAMPLES, name)));
    expect(found).toMatchObject({ fact, problems: [] });
    expect(found.lines).toHaveLength(rows);
  });

  it("gives the same ids every time, from what tells the rows apart", async () => {
    const read = () => understand(fileSource(join(EXAMPLES, "Ydelsesforløb.csv")));
    const ids = (await read()).lines.map((line) => line.split(",")[2]);
    expect(new Set(ids).size).toBe(12);
    expect((await read()).lines.map((line) => line.split(",")[2])).toEqual(ids);
  });
});

describe("a table is recognised by its columns", () => {
  const spells = "id;borger;ydelse;første dag;sidste dag";
  it.each([
    [
      "by our own names",
      "x.csv",
      "id,citizen,benefit,first_day,last_day\n1,c1,kontanthjaelp,2021-01-01,",
      "benefit_spells",
    ],
    ["by Danish labels", "x.csv", `${spells}\n1;c1;Kontanthjælp;1-1-2021;`, "benefit_spells"],
    [
      "whatever the case and spelling",
      "x.csv",
      `${spells.toUpperCase().replace("FØRSTE", "Foerste")}\n1;c1;Kontanthjælp;1-1-2021;`,
      "benefit_spells",
    ],
    [
      "by its file's name when columns are not enough",
      "CV-opdateringer.csv",
      "borger;dato\nc1;1-2-2021\n",
      "cv_updates",
    ],
  ])("%s", async (_how, ...[name = "", text = "", fact]) =>
    expect(await csv(name, text)).toMatchObject({ fact, problems: [] }),
  );

  it("and not guessed at: two kinds of event look alike, and the nearest are named", async () => {
    expect(await csv("x.csv", "borger;dato\nc1;1-2-2021\n")).toMatchObject({
      fact: null,
      told: expect.stringContaining("cv_updates"),
    });
  });

  it("takes kroner only from a heading that says so, and asks otherwise", async () => {
    const head = "ydelse;fra;til;";
    const row = "Kontanthjælp;1-1-2021;31-1-2021;1.234,50";
    expect((await csv("Udgifter.csv", `${head}Beløb (kr.)\n${row}\n`)).lines[0]).toContain(",123450,");
    expect(await csv("Udgifter.csv", `${head}Beløb\n${row}\n`)).toMatchObject({
      problems: ["2 Beløb ambiguous_amount"],
    });
  });

  it("names what is wrong with place, and shows nobody's number or name", async () => {
    const head = "CPR-nummer;Navn;Født;Navne- og adressebeskyttelse";
    const found = await csv(
      "Borgere.csv",
      `${head}\n120350800;Hemmelig Prøve;1-1-2099;måske\n740384-1101;X;30-02-1984;ja\n`,
    );
    expect(found.problems).toEqual([
      "2 CPR-nummer cpr_without_zero",
      "2 Født day_not_past",
      "2 Navne- og adressebeskyttelse not_yes_or_no",
      "2 CPR-nummer cpr_without_zero",
      "3 Født not_a_day",
    ]);
    expect(found.told).not.toMatch(/1203|7403|Hemmelig|måske/);
  });

  it("CVR numbers whose last digit does not fit are refused", async () => {
    const head = "CVR-nummer;Navn;Kommune;Startdato;Ophørsdato";
    expect(await csv("x.csv", `${head}\n10000008;Prøve;Holbæk;1-1-2001;\n`)).toMatchObject({
      by: "cvr-companies",
      problems: ["2 CVR-nummer not_a_cvr", "2 CVR-nummer not_a_cvr"],
    });
  });
});

it("every layout fills a fact's fields and gives what the fact must have", () => {
  for (const { name, fact, columns } of layouts) {
    const fields = new Set([
      "id",
      "first_day",
      "last_day",
      "day",
      ...factCalled(allFacts, fact).columns.map((column) => column.name),
    ]);
    for (const { field } of columns) expect(fields, `${name}: ${field}`).toContain(field);
    const given = columns.map(({ field }) => field);
    for (const column of factCalled(allFacts, fact).columns.filter(({ required }) => required))
      expect(given, name).toContain(column.name);
  }
});

describeNeeding("shared-data", "StatBank's own tables", () => {
  it.each([
    ["auk01_social_assistance.csv", "statbank-auk01", 8_892],
    ["folk1a_population_annual.csv", "statbank-folk1a", 525],
  ])("%s is read to the last row", async (file, ...[by, rows]) => {
    const found = await understand(fileSource(join(sharedData() ?? "", "data", "statbank", file)));
    expect(found).toMatchObject({ by, problems: [] });
    expect(found.lines).toHaveLength(Number(rows));
  });
});
