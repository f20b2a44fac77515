import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeNeeding } from "../src/platform/testing/needs.ts";
import { raiseStage, type Stage, says, settled, visit } from "./browser.ts";

const plan = "/plan/holbaek-2020-21";

/** The whole number a text begins with, as Danes write it: `1.475 borgere` -> 1475. */
function leadingNumber(text: string): number {
  return Number(/[\d.]+/.exec(text)?.[0].replaceAll(".", ""));
}

function chip(page: Page, name: RegExp) {
  return page.getByRole("button", { name });
}

describeNeeding("chromium", "work on the pages", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.close());

  it("a filter shows as many goals as its chip says, and the first line says how many go well (REP-03)", async () => {
    const { page, context } = await stage.open();
    await visit(page, plan);
    const [good = 0, all = 0] = (await says(page.locator("h1"))).match(/\d+/g)?.map(Number) ?? [];
    expect(await page.locator("[data-walk]").count()).toBe(all);
    const numberOn = async (name: RegExp): Promise<number> => Number((await says(chip(page, name))).match(/\d+/)?.[0]);
    expect((await numberOn(/^Nået \d/)) + (await numberOn(/^På kurs \d/))).toBe(good);
    const undecided = await numberOn(/^Kræver beslutning \d/);
    await chip(page, /^Kræver beslutning \d/).click();
    await expect.poll(() => page.locator("[data-walk]").count()).toBe(undecided);
    await context.close();
  });

  it("j and k walk the goals, Enter opens, Esc goes back to the same goal with the same filters (ASK-12)", async () => {
    const { page, context } = await stage.open();
    await visit(page, `${plan}?shown=on_track&group=none`);
    const titles = await page.locator("[data-walk]").allInnerTexts();
    for (const key of ["j", "j", "j", "k"]) await page.keyboard.press(key);
    expect(await says(page.locator(":focus"))).toBe(titles[1]);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/maal/**");
    await settled(page);
    expect(await says(page.locator("h1"))).toBe(titles[1]);
    expect(await page.locator("h1").evaluate((heading) => heading === document.activeElement)).toBe(true);
    await page.keyboard.press("Escape");
    await page.waitForURL("**shown=on_track**");
    await expect.poll(() => page.locator("[data-walk]").allInnerTexts()).toEqual(titles);
    await expect.poll(() => says(page.locator(":focus"))).toBe(titles[1]);
    await context.close();
  });

  it("Ctrl K finds a goal by a word of its title and opens it; the skip link is the first stop", async () => {
    const { page, context } = await stage.open();
    await visit(page, plan);
    await page.keyboard.press("Tab");
    expect(await says(page.locator(":focus"))).toBe("Spring til indholdet");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: /Skriv et ord/ }).waitFor();
    await expect.poll(() => page.locator(":focus").getAttribute("role")).toBe("combobox");
    await page.keyboard.type("rekruttering");
    await expect.poll(() => page.getByRole("option").count()).toBe(1);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/maal/G-HO20-05");
    await context.close();
  });

  it("value, target and status are the same on the overview, on the goal's page and in the API (ASK-05)", async () => {
    const { page, context } = await stage.open();
    await visit(page, plan);
    const row = page.locator("li.goal-row").filter({ has: page.locator("#goal-G-HO20-01") });
    const value = await says(row.locator(".value"));
    const status = await says(row.locator(".status-tag"));
    const answer = await context.request.get(`/api/v1/plans/holbaek-2020-21/goals/G-HO20-01`);
    const goal: { indicators: { value: number }[] } = await answer.json();
    expect(leadingNumber(value)).toBe(goal.indicators[0]?.value);
    await visit(page, `${plan}/maal/G-HO20-01`);
    expect(await says(page.locator(".figure-value").first())).toBe(value);
    expect(await says(page.locator(".status-line .status-tag"))).toBe(status);
    await context.close();
  });

  it("a goal names what is done to move it, by whom, and the minister's goals it answers (PLAN-12)", async () => {
    const { page, context } = await stage.open();
    await visit(page, `${plan}/maal/G-HO20-01`);
    const part = page.locator("section").filter({ has: page.getByRole("heading", { name: /^Indsatser/ }) });
    expect(await part.locator("li").count()).toBeGreaterThan(0);
    expect(await part.locator("li .quiet").first().textContent()).toMatch(/^(Planlagt|I gang|På pause|Afsluttet) · ./);
    await context.close();
  });

  it("from a figure to exactly as many citizens behind it, as a list and as a file (ASK-12)", async () => {
    const { page, context } = await stage.open({ role: "manager" });
    await visit(page, `${plan}/maal/G-HO20-01`);
    const value = leadingNumber(await says(page.locator(".figure-value").first()));
    await page.getByRole("button", { name: "Vis dem" }).click();
    const count = page.locator(".rows-head [role=status]");
    await count.waitFor();
    expect(leadingNumber(await says(count))).toBe(value);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: /Gem de viste/ }).click(),
    ]);
    const lines = readFileSync(await file.path(), "utf8")
      .trim()
      .split("\r\n");
    expect(lines.length).toBe(1 + (await page.locator(".rows-table tbody tr").count()));
    await context.close();
  });

  it("the committee sees no persons, and neither value nor status of a goal that rests on too few (ASK-11)", async () => {
    const { page, context } = await stage.open({ role: "committee" });
    await visit(page, `${plan}/maal/G-HO20-13`);
    expect(await says(page.locator("main"))).toContain("færre end fem");
    expect(await says(page.locator(".figure-value").first())).toBe("Skjult");
    expect(await says(page.locator(".status-line .status-tag"))).toBe("Ingen data");
    await visit(page, `${plan}/maal/G-HO20-01`);
    expect(await page.getByRole("button", { name: "Vis dem" }).count()).toBe(0);
    expect(await says(page.locator("main"))).toContain("ikke personer");
    const rows = await context.request.get("/api/v1/plans/holbaek-2020-21/goals/G-HO20-01/rows");
    expect(rows.status()).toBe(403);
    await context.close();
  });

  it("a decision is kept while it is written, saved, and can be taken back (PLAN-19)", async () => {
    const { page, context } = await stage.open({ role: "manager" });
    await visit(page, `${plan}/maal/G-HO20-03`);
    await page.keyboard.press("n");
    await page.keyboard.type("Ring til alle i fase 2");
    await page.reload();
    await settled(page);
    expect(await page.getByRole("textbox", { name: "Skriv" }).inputValue()).toBe("Ring til alle i fase 2");
    await page.getByRole("radio", { name: "Beslutning" }).check();
    await page.getByRole("button", { name: "Gem", exact: true }).click();
    await page.getByText("Ring til alle i fase 2").waitFor();
    expect(await page.getByRole("textbox", { name: "Skriv" }).inputValue()).toBe("");
    await page.getByRole("button", { name: "Fortryd" }).click();
    await page.getByText("Trukket tilbage").waitFor();
    await context.close();
  });

  it("the plan can be seen with a snapshot, and a name that is taken is refused in words", async () => {
    const { page, context } = await stage.open();
    await visit(page, `${plan}/oejebliksbilleder`);
    const make = async (): Promise<void> => {
      await page.getByRole("textbox", { name: "Navn" }).fill("udvalg-maj");
      await page.getByRole("button", { name: "Tag billedet" }).click();
    };
    await make();
    await page.getByText("Øjebliksbilledet udvalg-maj er gemt.").waitFor();
    await make();
    await expect.poll(() => says(page.locator("form"))).toMatch(/udvalg-maj|navn/i);
    await page.getByRole("link", { name: /Se planen/ }).click();
    await page.getByText("Tallene er låst til øjebliksbilledet udvalg-maj.").waitFor();
    await page.getByRole("link", { name: "Fuldtidspersoner", exact: true }).click();
    await page.getByText("Tallene er låst til øjebliksbilledet udvalg-maj.").waitFor();
    await context.close();
  });

  it("the table of full-time persons computes its totals and says where the plan does not add up (PLAN-21, RES-12)", async () => {
    const { page, context } = await stage.open();
    await visit(page, `${plan}/fuldtidspersoner`);
    const total = page.locator("tr.total .published");
    const column = page.locator("table.full-time tbody tr:not(.total):not(.stated) td:nth-child(2) .published");
    const sum = (await column.allInnerTexts()).map(leadingNumberAfterLabel).reduce((one, other) => one + other, 0);
    expect(leadingNumberAfterLabel(await says(total.first()))).toBe(sum);
    await page.getByRole("heading", { name: "Her stemmer planens tal ikke" }).waitFor();
    await context.close();
  });

  it("the report is read on the page and fetched as a file, in the language one chooses", async () => {
    const { page, context } = await stage.open();
    await visit(page, `${plan}/rapport`);
    await page.getByRole("radio", { name: "English" }).click();
    await page.getByRole("article").getByRole("heading", { level: 2 }).waitFor();
    await expect.poll(() => page.getByRole("article").getAttribute("lang")).toBe("en");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Hent PDF" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.pdf$/);
    expect(
      readFileSync(await file.path())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    await context.close();
  });

  it("English is remembered", async () => {
    const { page, context } = await stage.open();
    await visit(page, plan);
    await page.getByRole("button", { name: "English" }).click();
    await expect.poll(() => says(page.locator("h1"))).toContain("goals are met or on track");
    await page.reload();
    await settled(page);
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await context.close();
  });

  it("a server that does not answer is said so, with a way to try again", async () => {
    const { page, context } = await stage.open();
    await visit(page, plan);
    await context.route("**/api/v1/**", (route) => route.abort());
    await page.getByRole("link", { name: "Fuldtidspersoner", exact: true }).click();
    await page.getByText("Serveren svarer ikke").waitFor();
    await context.unroute("**/api/v1/**");
    await page.getByRole("button", { name: "Prøv igen" }).click();
    await page.locator("table.full-time").waitFor();
    await context.close();
  });
});

function leadingNumberAfterLabel(text: string): number {
  return Number(text.replaceAll(/[^\d]/g, ""));
}
