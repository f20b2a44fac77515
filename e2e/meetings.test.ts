import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeNeeding } from "../src/platform/testing/needs.ts";
import { axeFaults, raiseStage, type Stage, says, settled, sidewaysScroll, visit } from "./browser.ts";

describeNeeding("chromium", "group meetings", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.close());

  const typeDay = async (page: Page, day: string): Promise<void> => {
    await page.getByLabel("Dag", { exact: true }).fill(day);
    await page.keyboard.press("Tab");
  };

  it("are listed with what needs doing, and planned by keyboard; what is wrong is said at its field (CON-01, CON-07)", {
    timeout: 240_000,
  }, async () => {
    const { page, context, complaints } = await stage.open({ role: "manager", width: 1360 });
    await visit(page, "/moeder");
    expect(await says(page.locator("h1"))).toMatch(/^\d+ kommende møder\. 1 holdt møde mangler fremmøde\.$/);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Planlæg møde" }).press("Enter");
    await page.getByRole("button", { name: "Planlæg", exact: true }).press("Enter");
    await page.getByText("Skriv, hvad mødet handler om.").waitFor();
    await page.getByText("Vælg en dag.").waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel("Emne, som borgerne må læse").fill("Sundhed og job");
    await typeDay(page, "17.07.2021");
    await page.getByLabel("Klokkeslæt").fill("13.00");
    await page.getByLabel("Holdes af").selectOption({ index: 1 });
    await page.getByLabel("Plads til").fill("2");
    await page.getByRole("button", { name: "Planlæg", exact: true }).press("Enter");
    await page.getByText("Jobcentret har lukket den dag. Næste ledige tid er 19.07.2021").waitFor();
    await typeDay(page, "19.07.2021");
    await page.getByRole("button", { name: "Planlæg", exact: true }).press("Enter");
    await page.getByText("Mødet er planlagt 19.07.2021 13.00.").waitFor();
    await page.getByRole("link", { name: "Sundhed og job" }).waitFor();
    await page.getByLabel("Sprog").selectOption("arabisk");
    await settled(page);
    await expect.poll(() => page.locator("tbody tr").count()).toBe(1);
    expect(page.url()).toContain("sprog=arabisk");
    expect(complaints.filter((each) => !each.includes("400 (Bad Request)"))).toEqual([]);
    await context.close();
  });

  it("signs citizens up from their own page, says who could not and why, and takes it back (CON-07, ASK-14)", {
    timeout: 240_000,
  }, async () => {
    const { page, context, complaints } = await stage.open({ role: "caseworker", width: 1360 });
    await visit(page, "/min-dag");
    await page.locator("tbody a[data-walk]").last().click();
    const talks = page.locator("#samtaler");
    await talks.getByRole("button", { name: "Tilmeld til gruppemøde" }).click();
    await talks.getByRole("button", { name: "Tilmeld", exact: true }).click();
    await talks.getByText("Vælg et møde.").waitFor();
    const option = talks.getByLabel("Møde", { exact: true }).locator("option", { hasText: "Job i Sverige" });
    await talks.getByLabel("Møde", { exact: true }).selectOption((await option.getAttribute("value")) ?? "");
    await talks.getByLabel("Brev til borgeren").selectOption("en");
    expect(await axeFaults(page)).toEqual([]);
    await talks.getByRole("button", { name: "Tilmeld", exact: true }).click();
    await talks.getByText("1 er klaret.").waitFor();
    const line = talks.locator(".contact-line").filter({ hasText: "Job i Sverige" });
    await line.getByText(/Indkaldelse \(engelsk\)/).waitFor();
    await talks.getByRole("button", { name: "Luk svaret" }).click();
    await talks.getByRole("button", { name: "Tilmeld til gruppemøde" }).click();
    await talks.getByLabel("Møde", { exact: true }).selectOption((await option.getAttribute("value")) ?? "");
    await talks.getByRole("button", { name: "Tilmeld", exact: true }).click();
    await talks.getByText("Borgeren er allerede tilmeldt.").waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await line.getByRole("link", { name: "Job i Sverige" }).click();
    await settled(page);
    await page.locator("#tilmeldte tbody tr").first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("notes who came in one step, and calls a meeting off for all (CON-01, CON-06)", { timeout: 240_000 }, async () => {
    const { page, context, complaints } = await stage.open({ role: "manager", width: 1360 });
    await visit(page, "/moeder?vis=mangler");
    await page.locator("tbody a[data-walk]").first().click();
    await settled(page);
    await page.getByRole("button", { name: "Notér fremmøde" }).click();
    const choices = page.getByLabel(/^Fremmøde for /);
    const people = await choices.count();
    expect(people).toBeGreaterThan(1);
    await choices.first().selectOption("cancelled");
    await page.getByRole("button", { name: "Gem fremmødet" }).click();
    await page.getByText("Skriv grunden til afbuddet.").waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel(/^Grund for /).fill("Meldte sig syg");
    await page.getByRole("button", { name: "Gem fremmødet" }).click();
    await page.getByText(`${people} er klaret.`).waitFor();
    await page.locator("#tilmeldte").getByText("aflyst: Meldte sig syg").waitFor();
    await visit(page, "/moeder");
    await page.getByRole("link", { name: "Ungemøde: uddannelse eller job" }).click();
    await page.getByText("6 af 6 · Mødet er fuldt").waitFor();
    await page.getByRole("button", { name: "Aflys mødet" }).click();
    await page.getByLabel("Hvorfor aflyses det?").fill("Underviseren er syg");
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Aflys for alle" }).click();
    await page.getByText(/Mødet er aflyst for 6 tilmeldte\. Breve: 6\./).waitFor();
    await page.getByText("Mødet er aflyst: Underviseren er syg").waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("shows which interpreter a citizen needs where the meeting is booked, once it is noted (ASK-27)", {
    timeout: 240_000,
  }, async () => {
    const { page, context, complaints } = await stage.open({ role: "caseworker", width: 1360 });
    await visit(page, "/min-dag");
    await page.locator("tbody a[data-walk]").last().click();
    const part = page.locator("#tolk");
    await part.getByRole("button", { name: "Notér tolkebehov" }).click();
    await part.getByRole("button", { name: "Gem", exact: true }).click();
    await part.getByLabel("Sprog").selectOption("tigrinya");
    await part.getByLabel("Tolkens køn").selectOption("kvinde");
    expect(await axeFaults(page)).toEqual([]);
    await part.getByRole("button", { name: "Gem", exact: true }).click();
    await part.getByText("Tolkebehovet er noteret.").waitFor();
    const talks = page.locator("#samtaler");
    await talks.getByRole("button", { name: "Book samtale" }).click();
    await talks.getByText("Borgeren har brug for tolk: tigrinya (tolk til stede, kvindelig tolk).").waitFor();
    expect(await talks.getByLabel("tolk", { exact: true }).isChecked()).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    await part.getByRole("button", { name: "Fortryd" }).click();
    await part.getByText("Det er taget tilbage.").waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("are as calm on a narrow screen, in English", { timeout: 240_000 }, async () => {
    const { page, context } = await stage.open({ role: "manager", language: "en", width: 320 });
    await visit(page, "/moeder");
    await page.getByRole("button", { name: "Plan a meeting" }).click();
    expect([await sidewaysScroll(page), await axeFaults(page)]).toEqual([0, []]);
    await page.locator("tbody a[data-walk]").first().click();
    await settled(page);
    expect([await sidewaysScroll(page), await axeFaults(page)]).toEqual([0, []]);
    await context.close();
  });
});
