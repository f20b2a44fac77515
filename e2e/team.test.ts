import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeNeeding } from "../src/platform/testing/needs.ts";
import { axeFaults, raiseStage, type Stage, says, settled, sidewaysScroll, visit } from "./browser.ts";

describeNeeding("chromium", "the team leader's page", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.close());

  const members = (page: Page) => page.locator("#medarbejdere");
  const inBrackets = (text: string): number => Number(/\(([\d.]+)\)/.exec(text)?.[1]?.replace(".", ""));
  /** How many duties the list that is shown has, as the chosen filter says. */
  const listed = async (page: Page): Promise<number> =>
    inBrackets(await says(page.locator(".aksel-chips button[aria-pressed=true]")));

  it("says whether anybody is forgotten, and each number opens the list behind it (ASK-22, ORG-02)", async () => {
    const { page, context, complaints } = await stage.open({ role: "manager" });
    await visit(page, "/");
    await page.getByRole("link", { name: "Teamet", exact: true }).click();
    await settled(page);
    expect(await says(page.locator("h1"))).toMatch(/(ansvarlig|sagsbehandler).*denne uge.*(booket).*overskredet/);
    await members(page).getByRole("columnheader", { name: "Ikke booket" }).getByRole("button").click();
    const first = members(page)
      .locator("tbody tr")
      .filter({ has: page.locator(".team-about") })
      .first();
    const about = await says(first.locator(".team-about"));
    const name = (await says(first.locator("th"))).replace(about, "");
    const link = first.locator("td").nth(3).locator("a");
    const count = Number(await says(link));
    expect(count).toBeGreaterThan(0);
    await link.click();
    await page.waitForURL("**/min-dag?**vis=not_booked**");
    await settled(page);
    expect(await listed(page)).toBe(count);
    expect(await says(page.locator("main"))).toContain(`Kun: ${name}`);
    await page.goBack();
    await settled(page);
    const week = page.locator(".team-lists a").first();
    const unbooked = inBrackets(await says(week));
    await week.click();
    await page.waitForURL("**/min-dag?**");
    await settled(page);
    expect(await listed(page)).toBe(unbooked);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("shows one unit and its weeks, and timeliness per rule, unit and week with how late (CON-18, ASK-02)", async () => {
    const { page, context } = await stage.open({ role: "manager" });
    await visit(page, "/team");
    const all = await members(page).locator("tbody tr").count();
    await page.getByLabel("Enhed", { exact: true }).selectOption({ index: 2 });
    await page.waitForURL("**enhed=**");
    await settled(page);
    expect(await members(page).locator("tbody tr").count()).toBeLessThan(all);
    await page.getByLabel("Enhed", { exact: true }).selectOption("");
    await page.waitForURL((url) => !url.search.includes("enhed"));
    await settled(page);
    expect(await page.locator("#uger tbody tr").count()).toBe(8);
    const timeliness = page.locator("#rettidighed");
    const total = await says(timeliness.locator(".team-total"));
    for (const per of ["Enhed", "Uge", "Regel"]) {
      await timeliness.getByRole("radio", { name: per, exact: true }).click();
      await expect.poll(() => says(timeliness.locator("thead th").first())).toContain(per);
      expect(await says(timeliness.locator(".team-total"))).toBe(total);
    }
    expect(await says(page.locator("#andele"))).toContain("Den første gælder fra 01.07.2026");
    await context.close();
  });

  it("hands cases over with a note that the receiver reads, and then nobody is without a caseworker (ASK-21)", async () => {
    const { page, context } = await stage.open({ role: "manager" });
    await visit(page, "/team");
    expect(await says(page.locator("h1"))).toMatch(/uden sagsbehandler/);
    const nobody = page.locator("#uden-ansvarlig");
    const ways = nobody.getByRole("button", { name: /^Giv sager/ });
    for (let left = await ways.count(); left > 0; left -= 1) {
      await ways.first().click();
      await nobody.getByLabel("Til sagsbehandler").selectOption({ index: 1 });
      await nobody.getByLabel(/Besked til den, der tager over/).fill("Ring, før du skriver.");
      if (left === 1) expect(await axeFaults(page)).toEqual([]);
      await nobody.getByRole("button", { name: "Overdrag", exact: true }).click();
      await nobody.getByText(/Beskeden står hos/).waitFor();
      await expect.poll(() => ways.count(), { timeout: 10_000 }).toBe(left - 1);
    }
    expect(await says(page.locator("h1"))).toMatch(/^Ingen er uden ansvarlig\./);
    await context.close();
  }, 120_000);

  it.each([
    { language: "da", width: 1360 },
    { language: "en", width: 360 },
  ] as const)("in $language at $width px: no axe fault, no sideways scroll", async (reader) => {
    const { page, context, strays, complaints } = await stage.open({ role: "manager", ...reader });
    await visit(page, "/team?pr=weeks&periode=months12");
    expect(await axeFaults(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    expect([strays, complaints]).toEqual([[], []]);
    await context.close();
  });
});
