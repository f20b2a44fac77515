import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeNeeding } from "../src/platform/testing/needs.ts";
import { axeFaults, raiseStage, type Stage, says, settled, sidewaysScroll, visit } from "./browser.ts";

const rules = (page: Page) => page.locator("main a[data-walk]");
const numbersIn = async (page: Page): Promise<number[]> =>
  (await says(page.locator("h1")))
    .replace(/\d+\.\d+\.\d+/g, "")
    .match(/\d+/g)
    ?.map(Number) ?? [];

describeNeeding("chromium", "the law's page", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.close());

  it("shows as many rules as its first line says, the municipality's own on top, for the group that is chosen (RULE-01, RULE-02)", async () => {
    const { page, context } = await stage.open({ role: "caseworker" });
    await visit(page, "/");
    await page.getByRole("link", { name: "Loven", exact: true }).click();
    await settled(page);
    await page.getByRole("heading", { name: "Eget serviceniveau i Holbæk" }).waitFor();
    expect(await says(page.locator(".law-own"))).toContain("HOL-TVI");
    expect(await rules(page).count()).toBe((await numbersIn(page))[0]);
    const off = page.getByText("Ikke bekræftet, håndhæves ikke");
    expect(await off.count()).toBe((await numbersIn(page))[1]);
    await page.getByLabel("Målgruppe").selectOption("jobparat");
    await page.waitForURL("**gruppe=jobparat**");
    expect(await says(page.locator("h1"))).toMatch(/^På 30\.06\.2021 gælder \d+ regler for jobparate/);
    expect(await rules(page).count()).toBe((await numbersIn(page))[0]);
    await page.getByLabel("Dag", { exact: true }).fill("27.11.2026");
    await page.keyboard.press("Tab");
    await page.waitForURL("**on=2026-11-27**");
    await expect.poll(() => says(page.locator("h1"))).toMatch(/^På 27\.11\.2026 gælder \d+ regler for jobparate/);
    await page.getByRole("link", { name: "Se reglerne 31.12.2021" }).click();
    await expect.poll(() => says(page.locator("h1"))).toMatch(/^På 31\.12\.2021/);
    await context.close();
  });

  it("finds as one types, by subject too, and saves just what is shown (RULE-01)", async () => {
    const { page, context } = await stage.open({ role: "committee" });
    await visit(page, "/loven");
    const all = await rules(page).count();
    await page.getByLabel("Find i reglerne").fill("mentor");
    const few = await rules(page).count();
    expect(few).toBeGreaterThan(0);
    expect(few).toBeLessThan(all);
    expect(await says(page.locator("main [role=status]"))).toMatch(new RegExp(`^(${few} regler vises|Én regel vises)`));
    await page.waitForURL("**soeg=mentor**");
    const save = async (): Promise<string[]> => {
      await page.getByRole("button", { name: "Gem listen" }).click();
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("menuitem", { name: "CSV" }).click(),
      ]);
      return readFileSync(await file.path(), "utf8")
        .trim()
        .split("\r\n");
    };
    expect(await save()).toHaveLength(few + 1);
    await page.getByLabel("Emne").selectOption("offers");
    await page.waitForURL("**emne=offers**");
    const fewer = await rules(page).count();
    expect(fewer).toBeLessThanOrEqual(few);
    await page.reload();
    await settled(page);
    expect(await rules(page).count()).toBe(fewer);
    await page.getByLabel("Find i reglerne").fill("zebra");
    await page.getByText("Ingen regler passer.").waitFor();
    await context.close();
  });

  it("puts two days side by side, marks what reads differently, and offers the days the law changed (RULE-01, RULE-03)", async () => {
    const { page, context } = await stage.open({ role: "caseworker" });
    await visit(page, "/loven");
    const days = await page.getByLabel("Dage, loven blev ændret").locator("option").allInnerTexts();
    for (const day of ["01.01.2020", "01.01.2024", "01.07.2025", "01.07.2026"])
      expect(days.some((text) => text.startsWith(`${day}:`))).toBe(true);
    await page.getByLabel("Dage, loven blev ændret").selectOption("2026-07-01");
    await page.waitForURL("**mod=2026-06-30**");
    await page.getByRole("heading", { name: /^Ændret eller afløst/ }).waitFor();
    const [came = 0, went = 0, changed = 0] = await numbersIn(page);
    expect(await page.locator(".law-pair").count()).toBe(changed);
    expect(await rules(page).count()).toBe(came + went);
    const pair = page.locator(".law-pair").filter({ hasText: "OFF-6M er afløst af OFF-75-2026" });
    expect(await says(pair.locator("tr").filter({ hasText: "Andel" }))).toContain("ændret");
    expect(await pair.locator("tr").filter({ hasText: "Andel" }).locator("td").allInnerTexts()).toEqual([
      "Ikke nævnt",
      expect.stringContaining("75 %"),
    ]);
    await page.getByLabel("Målgruppe").selectOption("fleksjob");
    await expect.poll(() => says(page.locator("h1"))).toMatch(/er intet ændret for ansatte i fleksjob\.$/);
    await page.getByRole("button", { name: "Hold op med at sammenligne" }).click();
    await expect.poll(() => says(page.locator("h1"))).toMatch(/^På 01\.07\.2026 gælder/);
    await context.close();
  });

  it("j walks the rules and Enter opens one with all its texts; Ctrl K finds it too (ASK-12)", async () => {
    const { page, context } = await stage.open({ role: "caseworker" });
    await visit(page, "/loven?on=2022-06-30&emne=rates&soeg=dagpenge");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/loven/SATS-DAGPENGE?on=2022-06-30");
    await settled(page);
    expect(await page.locator("article.law-row").count()).toBe(5);
    expect(await says(page.locator("article.law-row").nth(1))).toContain("gælder på 30.06.2022");
    expect(await says(page.locator("article.law-row").nth(1).locator(".law-differs").first())).toMatch(/^Beløb/);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: /Skriv et ord/ }).fill("LAB-1WK");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/loven/LAB-1WK**");
    await context.close();
  });

  it("is where My day's why leads (ASK-17)", async () => {
    const { page, context } = await stage.open({ role: "manager" });
    await visit(page, "/min-dag?hvis=enhed");
    await page.locator("tbody button").first().click();
    const link = page.locator(".duty-why a").first();
    const rule = await says(link);
    await link.click();
    await page.waitForURL(`**/loven/${encodeURIComponent(rule)}?on=**`);
    await settled(page);
    expect(await says(page.locator("main"))).toContain(rule);
    await context.close();
  });

  it.each([
    { language: "da", width: 1360 },
    { language: "en", width: 360 },
  ] as const)(
    "unfolded in $language at $width px: no axe fault, no sideways scroll; on paper all is unfolded",
    async (reader) => {
      const { page, context, strays, complaints } = await stage.open({ role: "caseworker", ...reader });
      await visit(page, "/loven?on=2018-01-01&gruppe=integration");
      const sources = page.locator("dt", { hasText: reader.language === "da" ? /^Kilde/ : /^Source/ });
      expect(await sources.first().isVisible()).toBe(false);
      await page.emulateMedia({ media: "print" });
      expect(await sources.first().isVisible()).toBe(true);
      await page.emulateMedia({ media: "screen" });
      await page.getByRole("button", { name: reader.language === "da" ? "Fold alt ud" : "Unfold all" }).click();
      expect(await sources.first().isVisible()).toBe(true);
      expect(await axeFaults(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
      expect([strays, complaints]).toEqual([[], []]);
      await context.close();
    },
  );
});
