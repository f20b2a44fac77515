import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { HAND_MADE } from "../src/app/testing/demo-desk.ts";
import { describeNeeding } from "../src/platform/testing/needs.ts";
import { axeFaults, raiseStage, type Stage, says, sidewaysScroll, visit } from "./browser.ts";

/** The machine may be busy: checks and imports are waited for. */
const PATIENT = { timeout: 60_000 };
const SHOTS = process.env.SPRINGBRAET_SHOTS;

/** The folder of hand-made files with three rows broken on purpose. */
function brokenFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "springbraet-monday-"));
  cpSync(HAND_MADE, path, { recursive: true });
  const edit = (name: string, change: (text: string) => string): void =>
    writeFileSync(join(path, name), change(readFileSync(join(path, name), "utf8")));
  edit("citizens.csv", (text) => text.replace(/\d{4}-\d{2}-\d{2}/, "1990-02-31"));
  edit("benefit_spells.csv", (text) => text.replace("kontanthjaelp", "KTH gl."));
  edit("offers.csv", (text) => text.replace("2021-01-18", "2021-01-32"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

describeNeeding("chromium", "importing", () => {
  let stage: Stage;
  let folder: ReturnType<typeof brokenFolder>;
  beforeAll(async () => {
    folder = brokenFolder();
    stage = await raiseStage();
  });
  afterAll(async () => {
    folder.remove();
    await stage?.close();
  });
  const heading = (page: Page) => page.locator("main h1");
  const headline = (page: Page) => expect.poll(() => says(heading(page)), PATIENT);

  it("somebody who has never seen the system drops the example folder, mends three broken rows and sees goals move (ASK-33, ASK-34)", {
    timeout: 300_000,
  }, async () => {
    const { page, context, complaints } = await stage.open();
    await visit(page, "/om");
    await page.getByRole("link", { name: "Indlæsning", exact: true }).click();
    await page.waitForURL("**/import");
    // Another test may have left one that waits.
    await headline(page).toMatch(/venter på dig\.$/);
    expect(await axeFaults(page)).toEqual([]);
    await shot(page, "imports.da");
    await page.locator("[data-choose=folder]").setInputFiles(folder.path);
    await page.waitForURL("**/import/*");
    await headline(page).toMatch(/^13 filer: 10 kan indlæses, i 3 filer skal 3 rækker rettes\.$/);
    await page.getByRole("heading", { name: "Det skal rettes" }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await shot(page, "import-to-mend.da");
    await mend(page);
    await headline(page).toMatch(/^13 filer kan indlæses: \d+ nye/);
    await expect.poll(() => page.getByRole("heading", { name: "Det skal rettes" }).count(), PATIENT).toBe(0);
    await shot(page, "import-ready.da");
    await page.getByRole("button", { name: "Indlæs", exact: true }).click();
    await headline(page).toMatch(/^13 filer er indlæst: \d+ nye/);
    const moved = page.locator("section").filter({ has: page.getByRole("heading", { name: "Mål, der flyttede sig" }) });
    await moved.getByRole("link").first().waitFor({ timeout: 30_000 });
    expect(await axeFaults(page)).toEqual([]);
    await shot(page, "import-done.da");
    const after = (await moved.locator("tbody tr").first().locator("td").nth(1).textContent()) ?? "";
    await moved.getByRole("link").first().click();
    await page.waitForURL("**/maal/**");
    await page.locator(".figure-value").first().waitFor();
    expect((await page.locator(".figure-value").allInnerTexts()).join(" ")).toContain(after);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("a file with other column names is explained once, narrow and in English too", { timeout: 300_000 }, async () => {
    const { page, context } = await stage.open({ language: "en", width: 380 });
    await visit(page, "/import");
    const text = "Nr;Borger;Start;Slut;Ydelse\nm1;b01;2021-08-01;2021-08-31;KTH\nm2;b02;2021-08-01;;KTH\n";
    const files = { name: "mandag.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
    await page.locator("[data-choose=files]").setInputFiles(files);
    await page.waitForURL("**/import/*");
    await headline(page).toBe("One file: one needs explaining before it can be checked.");
    await page.getByRole("button", { name: "Explain the columns" }).click();
    await page.getByRole("combobox", { name: "The file is about" }).selectOption({ label: "Benefit spells" });
    for (const [field, column] of [
      ["Id", "Nr"],
      ["Citizen", "Borger"],
      ["First day", "Start"],
      ["Last day", "Slut"],
      ["Benefit", "Ydelse"],
    ] as const) {
      await page.getByRole("combobox", { name: `Column for ${field}`, exact: true }).selectOption(column);
    }
    await page.getByRole("combobox", { name: "KTH means" }).selectOption("kontanthjaelp");
    await expect.poll(() => page.getByText("Can be read").count(), PATIENT).toBe(2);
    expect(await axeFaults(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await shot(page, "mapping-narrow.en");
    await page.getByRole("button", { name: "Save and check" }).click();
    // Alone the two citizens are unknown; after the folder was imported, one spell overlaps another.
    await headline(page).toMatch(/^(One row|2 rows) to mend .*before anything can be imported\.$/);
    await shot(page, "mapped-narrow.en");
    expect(await axeFaults(page)).toEqual([]);
    await visit(page, "/import");
    expect(await page.getByRole("rowheader", { name: "mandag.csv" }).count()).toBe(1);
    expect(await sidewaysScroll(page)).toBe(0);
    await shot(page, "imports-narrow.en");
    // The same file again is not a second import.
    await page.locator("[data-choose=files]").setInputFiles(files);
    await page.waitForURL("**/import/*?kendt=ja");
    await page.getByText("The files are here already.").waitFor();
    await context.close();
  });

  it("a row that is wrong on purpose is set aside with a reason and stays listed", async () => {
    const { page, context } = await stage.open();
    await visit(page, "/import");
    const files = {
      name: "citizens.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("id,born\nq1,1990-13-01\nq2,1990-12-01\n"),
    };
    await page.locator("[data-choose=files]").setInputFiles(files);
    await headline(page).toBe("Én række skal rettes, før noget kan indlæses.");
    await page.getByRole("checkbox", { name: "Vælg linje 2" }).check();
    await page.getByRole("button", { name: "Sæt til side" }).click();
    await page.getByText("Skriv hvorfor.").waitFor();
    await page.getByRole("textbox", { name: "Hvorfor?" }).fill("Findes ikke");
    await page.getByRole("button", { name: "Sæt til side" }).click();
    await headline(page).toBe("Én fil kan indlæses: 1 nye, 0 ændrede og 0 uændrede rækker.");
    await page.getByRole("button", { name: "Indlæs", exact: true }).click();
    await headline(page).toMatch(/^Én fil er indlæst/);
    await page.getByText("Sat til side: Findes ikke").waitFor();
    await page.getByRole("button", { name: "Tag indlæsningen tilbage" }).click();
    await headline(page).toBe("Indlæsningen er taget tilbage.");
    await context.close();
  });
});

/** Mends the three rows: two by typing, one by saying what the value means for all rows. */
async function mend(page: Page): Promise<void> {
  const born = page.getByRole("textbox", { name: /^born, linje/ });
  await born.fill("1990-02-28");
  await born.press("Enter");
  await expect.poll(() => page.getByRole("textbox", { name: /^born, linje/ }).count(), PATIENT).toBe(0);
  const first = page.getByRole("textbox", { name: /^first_day, linje/ });
  await first.fill("2021-01-18");
  await first.press("Enter");
  await expect.poll(() => page.getByRole("textbox", { name: /^first_day, linje/ }).count(), PATIENT).toBe(0);
  const meaning = page.getByRole("button", { name: /^Giv værdien en betydning/ });
  await meaning.waitFor();
  await meaning.click();
  await page.getByRole("combobox", { name: "KTH gl. betyder" }).selectOption("kontanthjaelp");
  await page.getByRole("button", { name: "Gem og tjek" }).click();
}
