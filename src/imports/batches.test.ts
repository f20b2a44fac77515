import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import exceljs from "exceljs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { allFacts } from "../app/facts.ts";
import { describeOnEachEngine } from "../platform/testing/databases.ts";
import { readFindings, readRows, receiveFiles, rejectedFile, viewBatch } from "./public.ts";
import { analyst, type Office, openOffice } from "./testing/batches.ts";

const citizens = (...ids: readonly string[]): string =>
  `id,name,born\n${ids.map((id) => `${id},Test ${id},1990-05-01`).join("\n")}\n`;
const spells = (...lines: readonly string[]): string =>
  `id,citizen,first_day,last_day,benefit,share\n${lines.join("\n")}\n`;
const all = { file: null, verdict: null, code: null, descending: false, page: 1, by: analyst } as const;

describeOnEachEngine("a folder on the import page (ASK-33, ASK-34)", (open) => {
  let office: Office;
  beforeAll(async () => {
    office = openOffice(await open(), allFacts);
  });
  afterAll(() => office.close());
  const believed = (fact: string) =>
    office.rows(`select * from ${fact} where known_until = '9999-12-31' and known_from < known_until order by id`);

  it("is checked without storing anything, then imported wholly, and the figure moves", async () => {
    const { key, view } = await office.check({
      "benefit_spells.csv": spells("b1,c1,2021-01-01,2021-03-31,kontanthjaelp,", "b2,c2,2021-01-15,,kontanthjaelp,1"),
      "citizens.csv": citizens("c1", "c2"),
    });
    expect(view.state).toBe("checked");
    expect(view.files.map(({ fact, counts }) => [fact?.name, counts])).toEqual([
      ["benefit_spells", { rows: 2, new: 2, changed: 0, unchanged: 0, rejected: 0, setAside: 0, skipped: 0 }],
      ["citizens", { rows: 2, new: 2, changed: 0, unchanged: 0, rejected: 0, setAside: 0, skipped: 0 }],
    ]);
    expect(await believed("citizens.citizens")).toEqual([]);
    const done = await office.run(key);
    expect(done).toMatchObject({ state: "done", moved: [{ before: 0, after: 2 }] });
    expect((await believed("citizens.benefit_spells")).map(({ id }) => id)).toEqual(["b1", "b2"]);
  });

  it("tells new, changed and unchanged rows apart, the changed ones with old and new values", async () => {
    const { key, view } = await office.check({
      "benefit_spells.csv": spells(
        "b1,c1,2021-01-01,2021-03-31,kontanthjaelp,",
        "b2,c2,2021-01-15,2021-06-30,kontanthjaelp,0.5",
        "b3,c1,2021-05-01,,kontanthjaelp,",
      ),
    });
    expect(view.files[0]?.counts).toMatchObject({ rows: 3, new: 1, changed: 1, unchanged: 1, rejected: 0 });
    const { rows, total } = await readRows(office.imports, key, { ...all, verdict: "changed" });
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({
      line: 3,
      cells: ["b2", "c2", "2021-01-15", "2021-06-30", "kontanthjaelp", "0.5"],
      changes: [
        { field: "last_day", old: "", new: "2021-06-30" },
        { field: "share", old: "1", new: "0.5" },
      ],
    });
    await office.giveUpBatch(key);
    expect(await office.rows(`select 1 from imports.chunks where batch = '${key.batch}'`)).toEqual([]);
  });

  it("refuses to run while rows are rejected, says why, and takes a row corrected in place", async () => {
    const { key, view } = await office.check({
      "benefit_spells.csv": spells(
        "b4,c1,2022-01-01,2021-12-01,sygedagpenge,",
        "b5,c9,2021-01-01,2021-02-01,sygedagpenge,",
        "b6,c2,2021-07-01,2021-07-31,sygedagpenge,",
      ),
    });
    expect(view.files[0]?.counts).toMatchObject({ rows: 3, new: 1, rejected: 2 });
    await expect(office.run(key)).rejects.toMatchObject({ code: "import_has_rejected" });
    const { findings } = await readFindings(office.imports, key);
    expect(findings).toMatchObject([
      { code: "ends_before_start", column: "last_day", firstLine: 2, wayOut: "fix" },
      { code: "unknown_reference", column: "citizen", value: "c9", firstLine: 3 },
    ]);
    const cell = { file: 1, line: 2, place: 3 };
    const mended = await office.correctCell(key, {
      cell,
      was: "2021-12-01",
      value: "2022-12-01",
      by: analyst,
    });
    expect(mended).toMatchObject({ problems: [], checking: true });
    await expect(
      office.correctCell(key, { cell, was: "2021-12-01", value: "2023-01-01", by: analyst }),
    ).rejects.toMatchObject({ code: "import_edit_conflict", texts: { da: expect.stringContaining("2022-12-01") } });
    await office.correctCell(key, {
      cell: { file: 1, line: 3, place: 1 },
      was: "c9",
      value: "c2",
      by: analyst,
    });
    expect((await office.work(key)).files[0]?.counts).toMatchObject({ new: 3, rejected: 0 });
    expect(await office.run(key)).toMatchObject({ state: "done" });
    expect((await believed("citizens.benefit_spells")).at(-1)).toMatchObject({ id: "b6" });
  });

  it("takes a correction back", async () => {
    const { key } = await office.check({ "citizens.csv": "id,born\nc7,1990-13-01\n" });
    const cell = { file: 1, line: 2, place: 1 };
    await office.correctCell(key, { cell, was: "1990-13-01", value: "1990-12-01", by: analyst });
    expect((await office.work(key)).files[0]?.counts).toMatchObject({ new: 1, rejected: 0 });
    await office.undoCell(key, { cell, by: analyst });
    expect((await office.work(key)).files[0]?.counts).toMatchObject({ new: 0, rejected: 1 });
    await office.giveUpBatch(key);
  });

  it("sets a row aside by name with a reason, lists it for ever, and imports the rest", async () => {
    const { key } = await office.check({ "citizens.csv": "id,born\nc8,1990-13-01\nc10,1990-12-01\n" });
    const aside = { file: 1, lines: [2], kind: "set_aside", reason: "Findes ikke længere", by: analyst } as const;
    await office.setAside(key, aside);
    await office.work(key);
    await office.takeInAgain({ ...key, file: 1, line: 2 }, analyst);
    expect((await office.work(key)).files[0]?.counts).toMatchObject({ rejected: 1, setAside: 0 });
    await office.setAside(key, aside);
    expect((await office.work(key)).files[0]?.counts).toMatchObject({ new: 1, rejected: 0, setAside: 1 });
    expect(await office.run(key)).toMatchObject({ state: "done" });
    expect((await readFindings(office.imports, key)).setAside).toMatchObject([
      {
        fileName: "citizens.csv",
        line: 2,
        rules: ["not_a_day"],
        reason: "Findes ikke længere",
        madeBy: "test-analyst",
      },
    ]);
  });

  it("asks for overlapping spells to be mended or accepted with a reason", async () => {
    const { key, view } = await office.check({
      "benefit_spells.csv": spells(
        "b7,c10,2021-01-01,2021-03-31,a_dagpenge,",
        "b8,c10,2021-03-01,2021-04-30,a_dagpenge,",
      ),
    });
    expect(view.files[0]?.counts).toMatchObject({ new: 1, rejected: 1 });
    expect((await readFindings(office.imports, key)).findings).toMatchObject([{ code: "overlaps", wayOut: "accept" }]);
    const reason = "To a-kasser betaler hver sin del";
    await office.setAside(key, { file: 1, lines: [3], kind: "accepted", reason, by: analyst });
    expect((await office.work(key)).files[0]?.counts).toMatchObject({ new: 2, rejected: 0, setAside: 0 });
    await office.run(key);
    expect((await believed("citizens.benefit_spells")).map(({ id }) => id)).toContain("b8");
  });

  it("leaves a file out, and then needs nothing of it", async () => {
    const { key } = await office.check({
      "citizens.csv": citizens("c20"),
      "companies.csv": "id,first_day,last_day,municipality_code\nv1,bad,,0316\n",
    });
    await expect(office.run(key)).rejects.toMatchObject({ code: "import_has_rejected" });
    await office.leaveFileOut(key, { file: 2, leftOut: true, by: analyst });
    await office.work(key);
    expect(await office.run(key)).toMatchObject({ state: "done" });
  });

  it("is mapped once when its columns are called otherwise, and the mapping is remembered", async () => {
    const text = "Løbenr;Borger;Start;Slut;Ydelse\nx1;c1;2021-08-01;2021-08-31;KONTANTHJ\n";
    const { key, view } = await office.check({ "udtræk mandag.csv": text });
    expect(view).toMatchObject({
      state: "received",
      files: [{ mapping: null, header: ["Løbenr", "Borger", "Start", "Slut", "Ydelse"] }],
    });
    const mapping = {
      fact: "benefit_spells",
      columns: [
        { field: "id", from: "Løbenr" },
        { field: "citizen", from: "Borger" },
        { field: "first_day", from: "Start" },
        { field: "last_day", from: "Slut" },
        { field: "benefit", from: "Ydelse", codes: { KONTANTHJ: "kontanthjaelp" } },
      ],
    };
    await office.mapFileAs(key, { file: 1, mapping, by: analyst });
    expect((await office.work(key)).files[0]?.counts).toMatchObject({ new: 1, rejected: 0 });
    await office.run(key);
    const next = await office.check({
      "udtræk tirsdag.csv": text.replace("x1", "x2").replaceAll("2021-08", "2021-10"),
    });
    expect(next.view).toMatchObject({ state: "checked", files: [{ mappedBy: "test-analyst", counts: { new: 1 } }] });
  });

  it("gives the rejected rows as a file that can be mended and dropped again", async () => {
    const { key } = await office.check({ "citizens.csv": "id,born\nc30,1990-13-01\nc31,1990-12-01\n" });
    const asked = { file: 1, format: "csv", language: "da", by: analyst } as const;
    const { name, content } = await rejectedFile(office.imports, key, asked);
    const text = (await buffer(content)).toString();
    expect(name).toBe("citizens-afvist.csv");
    expect(text).toMatch(/^\uFEFFid;born;springbraet_linje;springbraet_fejl\r\nc30;1990-13-01;2;born: /);
    const again = await office.check({ [name]: text.slice(1).replace("1990-13-01", "1990-11-01") });
    expect(again.view.files[0]).toMatchObject({ fact: { name: "citizens" }, counts: { new: 1, rejected: 0 } });
  });

  it("gives them as a workbook too: real dates and numbers, nothing that runs, and what was mended is read again", async () => {
    office.turnTo("2021-11-01");
    const head = "citizen;benefit;first_day;last_day;share";
    const { key } = await office.check({
      "spells.csv": `${head}\nc1;kontanthjaelp;32-12-2021;31-12-2021;0,5\nc1;=1+1;01-12-2021;31-12-2021;0,25\n`,
    });
    const asked = { file: 1, format: "xlsx", language: "da", by: analyst } as const;
    const { name, content } = await rejectedFile(office.imports, key, asked);
    const bytes = await buffer(content);
    expect(name).toBe("spells-afvist.xlsx");
    const book = new exceljs.Workbook();
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    const rows = book.worksheets[0];
    expect(rows?.getRow(1).values).toEqual([undefined, ...head.split(";"), "springbraet_linje", "springbraet_fejl"]);
    expect(rows?.getRow(2).getCell(3).value).toBe("32-12-2021");
    expect(rows?.getRow(2).getCell(4).value).toEqual(new Date("2021-12-31T00:00:00Z"));
    expect(rows?.getRow(2).getCell(5).value).toBe(0.5);
    expect(rows?.getRow(3).getCell(2)).toMatchObject({ type: exceljs.ValueType.String, value: " =1+1" });
    const again = await office.check({ [name]: bytes });
    expect(again.view.files[0]).toMatchObject({ fact: { name: "benefit_spells" }, counts: { rejected: 2 } });
    expect(again.view.files[0]?.header).toEqual(head.split(";"));
  });

  it("is one import however often the same files are dropped at once (ASK-36)", async () => {
    const files = { "citizens.csv": citizens("c40", "c41") };
    const both = await Promise.all([office.upload(files), office.upload(files), office.upload(files)]);
    expect(new Set(both.map(({ batch }) => batch)).size).toBe(1);
    expect(both.filter(({ known }) => !known)).toHaveLength(1);
  });

  it("brought in again later changes nothing, and says so", async () => {
    const files = { "citizens.csv": citizens("c50", "c51") };
    await office.bring(files);
    const again = await office.bring(files);
    expect(again.view).toMatchObject({
      state: "done",
      files: [{ counts: { rows: 2, new: 0, unchanged: 2 } }],
      moved: [],
    });
  });

  it("that was seen otherwise is not run, and one that is cancelled goes back to where it was", async () => {
    const { key, view } = await office.check({ "citizens.csv": citizens("c60") });
    await expect(office.startRun(key, { by: analyst, version: "0" })).rejects.toMatchObject({
      code: "import_changed",
    });
    await office.startRun(key, { by: analyst, version: view.version });
    await office.cancelWork(key);
    expect(await office.work(key)).toMatchObject({ state: "checked" });
    expect(await office.rows("select id from citizens.citizens where id = 'c60'")).toEqual([]);
    await office.startCheck(key, analyst);
    expect(await office.work(key)).toMatchObject({ state: "checked" });
  });

  it("done again by another process after the first died gives one result (idempotent jobs)", async () => {
    const { key, view } = await office.check({ "citizens.csv": citizens("c70") });
    await office.startRun(key, { by: analyst, version: view.version });
    await Promise.all([office.work(key), office.work(key)]);
    await office.work(key);
    expect(await office.rows("select id from citizens.citizens where id = 'c70'")).toHaveLength(1);
    expect(await viewBatch(office.imports, key)).toMatchObject({ state: "done" });
  });

  it("is refused when it is too large or holds no files", async () => {
    const none = Readable.from([]);
    await expect(receiveFiles(office.imports, analyst, { files: none })).rejects.toMatchObject({
      code: "import_no_files",
    });
    const bytes = Readable.from([1, 2, 3].map(() => Buffer.alloc(1 << 20, "x")));
    const big = Readable.from([{ name: "stor.csv", bytes }]);
    const limits = { files: 1, megabytes: 2 };
    await expect(receiveFiles(office.imports, analyst, { files: big, limits })).rejects.toMatchObject({
      code: "import_too_large",
      texts: { da: expect.stringContaining("stor.csv") },
    });
  });
});

describeOnEachEngine("an import that is taken back (ASK-38)", (open) => {
  let office: Office;
  beforeAll(async () => {
    office = openOffice(await open(), allFacts);
    await office.bring({
      "citizens.csv": citizens("c1", "c2"),
      "benefit_spells.csv": spells("b1,c1,2021-01-01,2021-03-31,kontanthjaelp,1", "b2,c2,2021-01-15,,kontanthjaelp,1"),
    });
  });
  afterAll(() => office.close());
  const now = () =>
    office.rows(`select 'c' as of, id, born::text as said from citizens.citizens where known_until = '9999-12-31' and known_from < known_until
      union all select 's', id, share || ' ' || until_day from citizens.benefit_spells where known_until = '9999-12-31' and known_from < known_until
      order by 1, 2`);

  it("leaves what is believed as it was before, on another day as on the same, and history says what was believed between", async () => {
    const before = await now();
    for (const today of ["2021-10-01", "2021-10-05"]) {
      office.turnTo("2021-10-01");
      const { key } = await office.bring({
        "citizens.csv": "id,born\nc1,1991-01-01\nc3,1992-01-01\n",
        "benefit_spells.csv": spells(
          "b2,c2,2021-01-15,2021-05-31,kontanthjaelp,0.5",
          "b3,c3,2021-01-01,,kontanthjaelp,",
        ),
      });
      expect(await now()).not.toEqual(before);
      office.turnTo(today);
      await office.takeBack(key);
      expect(await now()).toEqual(before);
      expect(await viewBatch(office.imports, key)).toMatchObject({ state: "undone" });
    }
    const between = await office.rows(
      "select share from citizens.benefit_spells where id = 'b2' and known_from <= '2021-10-03' and known_until > '2021-10-03'",
    );
    expect(between).toEqual([{ share: 500 }]);
  });

  it("is refused with the reason when later rows rest on it", async () => {
    office.turnTo("2021-10-10");
    const { key } = await office.bring({ "citizens.csv": citizens("c8") });
    const later = await office.bring({ "benefit_spells.csv": spells("b9,c8,2021-01-01,,kontanthjaelp,") });
    expect(await office.takeBack(key)).toMatchObject({
      state: "done",
      deeds: ["undo"],
      failure: { da: expect.stringContaining("rettet siden eller bruges") },
    });
    await office.takeBack(later.key);
    expect(await office.takeBack(key)).toMatchObject({ state: "undone", failure: null });
    expect((await now()).map(({ id }) => id)).not.toContain("c8");
    await expect(office.startUndo(key, analyst)).rejects.toMatchObject({ code: "import_elsewhere" });
  });

  it("does not revive what had an end before", async () => {
    office.turnTo("2021-10-20");
    const head = "id,citizen,first_day,last_day,benefit,share,known_from,known_until\n";
    await office.bring({
      "benefit_spells.csv": `${head}h1,c1,2020-01-01,2020-03-31,kontanthjaelp,1,2021-01-01,2021-06-01\n`,
    });
    const { key } = await office.bring({
      "benefit_spells.csv": `${head}h1,c1,2020-01-01,2020-04-30,kontanthjaelp,1,2021-02-01,\n`,
    });
    await office.takeBack(key);
    expect((await now()).map(({ id }) => id)).not.toContain("h1");
  });
});
