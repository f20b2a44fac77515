import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildWeb } from "../scripts/web-build.mjs";
import { type LoginDesk, openLoginDesk } from "../src/app/testing/login-desk.ts";
import { chromiumPath, describeNeeding } from "../src/platform/testing/needs.ts";
import { axeFaults, FLAGS, settled, sidewaysScroll } from "./browser.ts";

const ACCESS = `
ask: { da: "Skriv til jobcentrets it, lokal 4711.", en: "Write to the jobcentre's IT, extension 4711." }
municipality: "0370"
rules:
  - { claim: groups, value: ledere, role: manager, units: ["*"] }
  - { claim: groups, value: analytikere, role: analyst }
`;
const USERS = {
  asta: { preferred_username: "asta", groups: ["ledere", "analytikere"] },
  gudrun: { preferred_username: "gudrun", groups: ["parkering"] },
};

describeNeeding("chromium", "log-in in a browser, at a real provider (ORG-08)", () => {
  let desk: LoginDesk;
  let browser: Browser;
  beforeAll(async () => {
    expect(await buildWeb()).toBe(0);
    desk = await openLoginDesk({ access: ACCESS, users: USERS, env: { SPRINGBRAET_MODE: "production" } });
    browser = await chromium.launch({ executablePath: chromiumPath() ?? "", args: FLAGS });
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  async function arrive(path: string, width = 1360): Promise<{ page: Page; context: BrowserContext; said: string[] }> {
    const context = await browser.newContext({ baseURL: desk.url, viewport: { width, height: 900 } });
    const said: string[] = [];
    context.on("console", (message) => {
      const isOurs = message.location().url.startsWith(desk.url);
      if (isOurs && ["error", "warning"].includes(message.type())) said.push(message.text());
    });
    const page = await context.newPage();
    await page.goto(path);
    await settled(page);
    return { page, context, said };
  }

  async function logIn(page: Page, name: string): Promise<void> {
    await page
      .getByRole("button", { name: "Log ind med kommunens log-ind" })
      .or(page.getByRole("link", { name: "Log ind med kommunens log-ind" }))
      .click();
    await page.getByLabel("Navn").fill(name);
    await page.getByLabel("Kodeord").fill(name);
    await page.getByRole("button", { name: "Log ind" }).click();
    await page.waitForURL(`${desk.url}/**`);
    await settled(page);
  }

  it("leads over the provider's page back to the page that was asked for; roles are changed, and one leaves both places", async () => {
    const { page, context, said } = await arrive("/om");
    expect(new URL(page.url()).pathname).toBe("/log-ind");
    expect(await axeFaults(page)).toEqual([]);
    await logIn(page, "asta");
    expect(new URL(page.url()).pathname).toBe("/om");
    await page.getByRole("link", { name: /Analytiker/ }).click();
    await settled(page);
    expect(await page.locator("h1").textContent()).toBe("Min adgang");
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Fortsæt som leder" }).click();
    await page.waitForURL("**/om");
    expect(await page.getByRole("link", { name: /Leder/ }).count()).toBe(1);
    await page.getByRole("link", { name: /Leder/ }).click();
    await settled(page);
    await page.getByRole("button", { name: "Log ud", exact: true }).click();
    await page.waitForURL(`${desk.provider.issuer}/**`);
    await page.getByRole("button", { name: "Ja" }).click();
    await page.waitForURL(`${desk.url}/log-ind**`);
    await page.goto("/om");
    await settled(page);
    expect(new URL(page.url()).pathname).toBe("/log-ind");
    expect(said).toEqual([]);
    await context.close();
  });

  it("tells somebody without a role whom to ask, also on a telephone, and shows nothing else", async () => {
    const { page, context } = await arrive("/", 380);
    await logIn(page, "gudrun");
    expect(await page.getByText("lokal 4711").isVisible()).toBe(true);
    expect(await page.getByRole("navigation").count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await context.close();
  });

  it("has no role to choose in production", async () => {
    const { page, context } = await arrive("/rolle");
    expect(new URL(page.url()).pathname).toBe("/log-ind");
    expect(await page.getByRole("button", { name: /Fortsæt som/ }).count()).toBe(0);
    await context.close();
  });

  it("tells that the provider is down on a page of our own", async () => {
    const down = await openLoginDesk({ access: ACCESS, users: USERS });
    await down.provider.close();
    const context = await browser.newContext({ baseURL: down.url });
    const page = await context.newPage();
    await page.goto("/api/v1/login");
    await settled(page);
    expect(await page.getByText("Kommunens log-ind svarer ikke").isVisible()).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    await context.close();
    await down.close();
  });
});
