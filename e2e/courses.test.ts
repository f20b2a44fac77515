import { afterAll, beforeAll, expect, it } from "vitest";
import type { CourseList } from "../src/courses/contract.ts";
import { describeNeeding } from "../src/platform/testing/needs.ts";
import { axeFaults, raiseStage, type Scene, type Stage, says, settled, sidewaysScroll, visit } from "./browser.ts";

const LIST = "/forloeb/sygedagpenge?hvis=enhed";

describeNeeding("chromium", "the courses of citizens", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.close());

  /** Citizens a filter of a list leaves. */
  async function of({ context }: Scene, kind: string, filter: string): Promise<readonly string[]> {
    const answer = await context.request.get(`/api/v1/courses/${kind}?whose=unit&filter=${filter}`);
    return ((await answer.json()) as CourseList).rows.map(({ citizen }) => citizen);
  }

  it("are lists whose counts are filters, sorted by any column and saved as a file (ASK-14, ASK-20, SICK-09)", async () => {
    const { page, context, complaints } = await stage.open({ role: "manager" });
    await visit(page, "/min-dag");
    await page.getByRole("link", { name: "Forløb", exact: true }).click();
    await page.waitForURL("**/forloeb/sygedagpenge");
    await page.getByRole("radio", { name: "Enhedens" }).click();
    await page.waitForURL("**hvis=enhed**");
    await settled(page);
    const chip = page.getByRole("button", { name: /^Delvist i arbejde/ });
    const count = /\d+$/.exec(await says(chip))?.[0];
    await chip.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**vis=partial**");
    await settled(page);
    expect(String(await page.locator("tbody tr").count())).toBe(count);
    expect(await says(page.locator("main"))).toMatch(new RegExp(`${count} af \\d+ \\(`));
    await page.getByRole("button", { name: "Timer i arbejde" }).click();
    await page.waitForURL("**orden=hours**");
    await settled(page);
    const hours = await page.locator("tbody tr td:nth-child(8)").allTextContents();
    const numbers = hours.map((text) => Number(text.replace(",", "."))).filter((hour) => !Number.isNaN(hour));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page
        .getByRole("button", { name: "Gem som fil" })
        .click()
        .then(() => page.getByRole("menuitem", { name: "Regneark (XLSX)" }).click()),
    ]);
    expect(download.suggestedFilename()).toMatch(/^sygedagpenge-.*\.xlsx$/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("are assessed and followed with the keyboard, and the case and the duties follow at once (SICK-01, SICK-03)", async () => {
    const scene = await stage.open({ role: "manager" });
    const { page, context, complaints } = scene;
    const [citizen] = await of(scene, "sickness", "unassessed");
    await visit(page, `/borgere/${citizen}`);
    const part = page.locator("#forloeb-sickness");
    expect(await says(part)).toContain("Forløbet er ikke vurderet");
    const open = part.getByRole("button", { name: "Vurdér forløbet", exact: true });
    await open.focus();
    await page.keyboard.press("Enter");
    await part.getByRole("button", { name: "Gem", exact: true }).press("Enter");
    await part.getByText("Loven har kategorier den").waitFor();
    await part.getByLabel("Kategori").selectOption("sygekategori_1");
    // What is typed survives leaving the page, also when the session runs out.
    await page.reload();
    await settled(page);
    await part.getByRole("button", { name: "Vurdér forløbet", exact: true }).click();
    expect(await part.getByLabel("Kategori").inputValue()).toBe("sygekategori_1");
    await part.getByRole("button", { name: "Gem", exact: true }).click();
    await part.getByText("Gemt.").waitFor();
    expect(await says(part.locator("dl"))).toContain("kategori 1");
    await settled(page);
    expect(await says(page.locator("#sagen"))).toContain("noteret under forløbet");
    expect(complaints.filter((each) => !each.includes("400 (Bad Request)"))).toEqual([]);
    await context.close();
  });

  it("are clean for axe, fit a narrow screen and are said in English too", async () => {
    const scene = await stage.open({ role: "manager", language: "en", width: 390 });
    const { page, context, complaints } = scene;
    await visit(page, LIST);
    expect(await says(page.locator("h1"))).toMatch(/^Sickness benefit: \d+$/);
    expect([await sidewaysScroll(page), await axeFaults(page)]).toEqual([0, []]);
    const [citizen] = await of(scene, "sickness", "extended");
    await visit(page, `/borgere/${citizen}`);
    const part = page.locator("#forloeb-sickness");
    await part.getByRole("button", { name: "Reassess the benefit", exact: true }).first().click();
    await part.getByLabel("Decision").selectOption("forlaenget");
    expect(await part.getByLabel("Ground under § 27").count()).toBe(1);
    expect([await sidewaysScroll(page), await axeFaults(page)]).toEqual([0, []]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
