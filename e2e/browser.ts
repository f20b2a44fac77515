import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "playwright-core";
import { buildWeb } from "../scripts/web-build.mjs";
import { type Demo, startDemoServer } from "../src/app/testing/start-demo-server.ts";
import { chromiumPath } from "../src/platform/testing/needs.ts";

/** The roles of the demo. */
export type Role = "analyst" | "manager" | "caseworker" | "committee" | "data_protection";

/** The languages of the pages. */
export type Language = "da" | "en";

/** Who looks, in which language, on how wide a screen (CSS pixels). */
export type Reader = { readonly role?: Role | null; readonly language?: Language; readonly width?: number };

/** A running demo with a browser before it. */
export type Stage = {
  readonly url: string;
  /** A fresh page for a reader; `strays` collects every request that left the machine, `complaints` what the browser complained of. */
  readonly open: (reader?: Reader) => Promise<Scene>;
  readonly close: () => Promise<void>;
};

/** A page with what it must not have done. */
export type Scene = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly strays: readonly string[];
  readonly complaints: readonly string[];
};

type AxeResult = {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
};

/** How Chromium is started on a machine without a screen. */
export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const MUNICIPALITY = "0316";
/** A page has to read it anew each time, so the small one. */
const AXE = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** Builds the pages when they are not built, starts the real server on a demo, and a browser. */
export async function raiseStage(demo: Demo = {}): Promise<Stage> {
  const code = await buildWeb();
  if (code !== 0) throw new Error(`the pages could not be built (vite ended with ${code})`);
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error("no browser to open the pages in");
  const server = await startDemoServer(demo);
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  return {
    url: server.url,
    open: (reader = {}) => openScene(browser, server.url, reader),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

async function openScene(browser: Browser, url: string, reader: Reader): Promise<Scene> {
  const { role = "analyst", language = "da", width = 1360 } = reader;
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: 900 },
    timezoneId: "Europe/Copenhagen",
    acceptDownloads: true,
    storageState: {
      cookies: [],
      origins: [
        { origin: url, localStorage: language === "en" ? [{ name: "springbraet.language", value: "en" }] : [] },
      ],
    },
  });
  const strays: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => {
    const to = request.url();
    if (!to.startsWith(`${url}/`) && !/^(data|blob):/.test(to)) strays.push(to);
  });
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(String(error.error())));
  if (role) await takeRole(context, role);
  return { page: await context.newPage(), context, strays, complaints };
}

async function takeRole(context: BrowserContext, role: Role): Promise<void> {
  const headers = { "x-springbraet": "1" };
  const answer = await context.request.post("/api/v1/session", { headers, data: { role, municipality: MUNICIPALITY } });
  if (!answer.ok()) throw new Error(`the role ${role} could not be taken: ${await answer.text()}`);
}

/** Goes to a page and waits until its heading stands and nothing is being fetched any more. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** Waits until the page's heading stands and nothing is being fetched or drawn in grey any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator("main h1").waitFor();
  const busy = page.locator("[aria-busy=true]");
  while ((await busy.count()) > 0) await busy.first().waitFor({ state: "detached" });
  await page.waitForLoadState("networkidle");
}

/** What a part of the page says. */
export async function says(part: Locator): Promise<string> {
  return ((await part.textContent()) ?? "").trim();
}

/** What axe finds wrong on the page, with all its rules on. What is right is not gathered: that takes longest on large pages. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate<AxeResult>("axe.run(document, { resultTypes: ['violations'] })");
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** How many pixels the page can be scrolled sideways. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
