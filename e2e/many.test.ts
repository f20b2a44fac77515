import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeNeeding } from "../src/platform/testing/needs.ts";
import { axeFaults, raiseStage, type Stage, says, settled, sidewaysScroll, visit } from "./browser.ts";

describeNeeding("chromium", "many at once on My day", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.close());

  const bar = (page: Page) => page.locator(".many-bar");
  const boxes = (page: Page) => page.locator("tbody input[type=checkbox]");

  it("chooses lines by keys alone, notes a reminder for all of them, and takes it back (ASK-14, ASK-19)", {
    timeout: 240_000,
  }, async () => {
    const { page, context, complaints } = await stage.open({ role: "caseworker", width: 1360 });
    await visit(page, "/min-dag");
    for (const key of ["j", "x", "j", "x", "j", "x"]) await page.keyboard.press(key);
    expect(await boxes(page).evaluateAll((all) => all.filter((one) => (one as HTMLInputElement).checked).length)).toBe(
      3,
    );
    expect(await says(bar(page))).toMatch(/^3 linjer, \d borgere? valgt\./);
    expect(await axeFaults(page)).toEqual([]);
    await bar(page).getByRole("button", { name: "Skriv en note" }).press("Enter");
    await bar(page)
      .getByLabel(/^Note \(/)
      .fill("Husk CV'et");
    await bar(page).getByLabel("Mind mig om den").fill("29.06.2021");
    await page.keyboard.press("Tab");
    expect(await axeFaults(page)).toEqual([]);
    await bar(page).getByRole("button", { name: "Gem noten" }).press("Enter");
    await bar(page)
      .getByText(/^\d er klaret\.$/)
      .waitFor();
    const reminders = page.locator("#paamindelser li").filter({ hasText: "Husk CV'et" });
    await expect.poll(() => reminders.count()).toBeGreaterThan(0);
    await bar(page).getByRole("button", { name: "Fortryd" }).press("Enter");
    await bar(page)
      .getByText(/^\d er fortrudt\.$/)
      .waitFor();
    await expect.poll(() => reminders.count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("signs many up for a meeting and writes to many, and says of each what came of it (ASK-14, CON-07)", {
    timeout: 240_000,
  }, async () => {
    const { page, context, complaints } = await stage.open({ role: "caseworker", language: "en", width: 1360 });
    await visit(page, "/min-dag");
    await page.getByLabel("Choose all lines of the page").check();
    await bar(page).getByRole("button", { name: "Sign up for a group meeting" }).click();
    const meeting = bar(page).getByLabel("Meeting", { exact: true });
    const option = meeting.locator("option", { hasText: "Tilbage til arbejdet efter sygdom" });
    await meeting.selectOption((await option.getAttribute("value")) ?? "");
    await bar(page).getByLabel("Letter to the citizen").selectOption("none");
    expect(await axeFaults(page)).toEqual([]);
    await bar(page).getByRole("button", { name: "Sign up", exact: true }).click();
    // There is room for four more than those who are in it.
    await bar(page).getByText("4 are done.").waitFor();
    await bar(page).getByText("The meeting is full.").first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await bar(page).getByRole("button", { name: "Undo" }).click();
    await bar(page).getByText("4 are undone.").waitFor();
    await bar(page).getByRole("button", { name: "Close the answer" }).click();
    await page.getByLabel("Choose all lines of the page").check();
    await bar(page).getByRole("button", { name: "Send a letter about the next conversation" }).click();
    await bar(page).getByRole("button", { name: "Send", exact: true }).click();
    await bar(page)
      .getByText(/No conversation is booked/)
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("shows the columns one chose, in the list, in the file and in a view under a name (ASK-20)", {
    timeout: 240_000,
  }, async () => {
    const { page, context, complaints } = await stage.open({ role: "caseworker", width: 1360 });
    await visit(page, "/min-dag");
    const heads = () => page.locator("thead th[scope=col]").allTextContents();
    const toggle = async (name: string): Promise<void> => {
      await page.getByRole("button", { name: "Kolonner" }).click();
      await page.getByRole("menuitemcheckbox", { name }).click();
      await page.keyboard.press("Escape");
    };
    await toggle("Sagsbehandler");
    await toggle("Booket");
    const shown = (await heads()).filter((one) => one !== "" && !one.startsWith("Vælg alle"));
    expect(shown.slice(-5)).toEqual(["Senest", "Borger", "Hvad", "Status", "Sagsbehandler"]);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Gem listen" }).click();
    const saved = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: /CSV/ }).click();
    const path = await (await saved).path();
    expect(readFileSync(path, "utf8").split("\r\n")[0]).toContain("Senest;Borger;Navn;Hvad;Status;Sagsbehandler");
    await page.getByRole("button", { name: "Gem visningen" }).click();
    await page.getByLabel("Navn på visningen").fill("Med sagsbehandler");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Med sagsbehandler", exact: true }).waitFor();
    await toggle("Sagsbehandler");
    await toggle("Booket");
    expect(await heads()).not.toContain("Sagsbehandler");
    await page.getByRole("button", { name: "Med sagsbehandler", exact: true }).click();
    await settled(page);
    expect(page.url()).toContain("kolonner=");
    await expect.poll(heads).toContain("Sagsbehandler");
    await page.reload();
    await settled(page);
    await expect.poll(heads).toContain("Sagsbehandler");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("is as calm on a narrow screen", async () => {
    const { page, context } = await stage.open({ role: "caseworker", width: 320 });
    await visit(page, "/min-dag");
    await boxes(page).first().check();
    await bar(page).getByRole("button", { name: "Skriv en note" }).click();
    expect([await sidewaysScroll(page), await axeFaults(page)]).toEqual([0, []]);
    await context.close();
  });
});
