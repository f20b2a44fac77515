import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeNeeding } from "../src/platform/testing/needs.ts";
import { axeFaults, type Role, raiseStage, type Stage, says, settled, sidewaysScroll, visit } from "./browser.ts";

const plan = "/plan/holbaek-2020-21";
const pages = {
  "role choice": "/rolle",
  overview: plan,
  "overview, filtered": `${plan}?shown=decision&group=owner&sort=status`,
  goal: `${plan}/maal/G-HO20-01`,
  "goal with several indicators": `${plan}/maal/G-HO20-45`,
  "goal without data": `${plan}/maal/G-HO20-10`,
  "goal of timeliness": `${plan}/maal/G-HO20-30`,
  "full-time persons": `${plan}/fuldtidspersoner`,
  report: `${plan}/rapport`,
  snapshots: `${plan}/oejebliksbilleder`,
  organisation: "/organisation",
  law: "/loven?gruppe=jobparat",
  "law, two days": "/loven?on=2026-07-01&mod=2026-06-30",
  rule: "/loven/SATS-DAGPENGE?on=2021-06-30",
  "own access": "/min-adgang",
  "log-in": "/log-ind",
  about: "/om",
  "no such page": "/findes/ikke",
};
const WIDE = 1360;
const NARROW = 320;
/** Pages that only some roles have. */
const citizens = {
  team: "/team",
  citizens: "/borgere",
  "citizens, filtered": "/borgere?benefit=kontanthjaelp",
  "my day": "/min-dag?hvis=enhed",
};
const protection = {
  "access log": "/databeskyttelse",
  requests: "/databeskyttelse/anmodninger",
  retention: "/databeskyttelse/slettefrister",
};

type Walk = {
  readonly language: "da" | "en";
  readonly role: Role;
  readonly width: number;
  readonly places: Readonly<Record<string, string>>;
};

/** What the committee sees otherwise than the jobcentre's own people. */
const forCommittee = {
  overview: pages.overview,
  goal: pages.goal,
  "full-time persons": pages["full-time persons"],
  report: pages.report,
  law: pages.law,
};

/** Each page in both languages and, by itself, in the other width too, where only its breadth is looked at. */
const walks: readonly Walk[] = [
  { language: "da", role: "analyst", width: WIDE, places: { ...pages, imports: "/import" } },
  { language: "en", role: "analyst", width: NARROW, places: { ...pages, imports: "/import" } },
  { language: "da", role: "committee", width: NARROW, places: forCommittee },
  { language: "en", role: "manager", width: WIDE, places: citizens },
  { language: "da", role: "manager", width: NARROW, places: citizens },
  { language: "da", role: "data_protection", width: WIDE, places: protection },
  { language: "en", role: "data_protection", width: NARROW, places: protection },
];

describeNeeding("chromium", "every page in a browser", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.close());

  it.each(walks)(
    "the pages of $role in $language at $width px: no axe fault, no sideways scroll, no request out of the machine",
    async ({ language, role, width, places }) => {
      const { page, context, strays, complaints } = await stage.open({ language, role, width });
      const look = async (name: string): Promise<void> => {
        expect(await axeFaults(page), name).toEqual([]);
        for (const other of [width, width === WIDE ? NARROW : WIDE]) {
          await page.setViewportSize({ width: other, height: 900 });
          // A chart is drawn anew a moment after its place has changed.
          await expect.poll(() => sidewaysScroll(page), { message: `${name}, ${other} px` }).toBe(0);
        }
        await page.setViewportSize({ width, height: 900 });
        expect(await page.locator("h1").count(), name).toBe(1);
        expect(await page.locator("html").getAttribute("lang"), name).toBe(language);
        expect(await page.title(), name).toMatch(/^.+ · Springbræt$/);
        const synthetic = page.getByText(language === "da" ? "Syntetiske data:" : "Synthetic data:").first();
        expect(await synthetic.isVisible(), name).toBe(true);
      };
      for (const [name, path] of Object.entries(places)) {
        await visit(page, path);
        await look(name);
      }
      if (places === citizens) {
        await page.locator("main tbody a").first().click();
        await page.waitForURL(/\/borgere\/.+/);
        await settled(page);
        await look("one citizen");
      }
      expect(strays).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it("what explains a figure in place is as accessible as the page: table behind the curve, how it is counted, rows, calendar, finder (ASK-04)", async () => {
    const { page, context, strays } = await stage.open();
    await visit(page, pages.goal);
    await page.getByRole("button", { name: "Vis som tabel" }).click();
    await page.getByRole("button", { name: "Sådan er det talt" }).click();
    await page.getByRole("button", { name: "Mere" }).first().click();
    await page.getByRole("button", { name: "Vis dem" }).click();
    await page.getByRole("button", { name: /Gem de viste/ }).waitFor();
    await settled(page);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Åbn kalender" }).first().click();
    await page.getByRole("dialog").waitFor();
    expect(await says(page.getByRole("dialog"))).toMatch(/juni|Uge/i);
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: /Skriv et ord/ }).fill("repatriere");
    expect(await axeFaults(page)).toEqual([]);
    expect(strays).toEqual([]);
    await context.close();
  });

  it("a reader without a role is asked first, and comes to the page that was asked for", async () => {
    const { page, context } = await stage.open({ role: null });
    await visit(page, `${plan}/maal/G-HO20-05`);
    expect(new URL(page.url()).pathname).toBe("/rolle");
    await page.getByRole("button", { name: "Fortsæt som leder" }).click();
    await page.waitForURL(`**${plan}/maal/G-HO20-05`);
    await context.close();
  });

  it("prints without buttons and menus", async () => {
    const { page, context } = await stage.open();
    await visit(page, pages.goal);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Gem" }).count()).toBe(0);
    expect(await page.getByText("Opgjort pr. 30.06.2021. Levende data.").isVisible()).toBe(true);
    expect(await page.locator("h1").isVisible()).toBe(true);
    await visit(page, pages.overview);
    const value = await page.locator(".goal-row .value").first().boundingBox();
    const { x = 0, y = 0, width = 0, height = 0 } = value ?? {};
    const onTop = await page.evaluate<string>(
      `document.elementFromPoint(${x + width / 2}, ${y + height / 2}).className`,
    );
    expect(onTop, "the figures are not covered by the link that spans the line").toBe("value");
    await context.close();
  });

  it("the watches on these pages see what they watch for", async () => {
    const { page, context, strays, complaints } = await stage.open();
    await visit(page, pages.about);
    await page.evaluate(() => fetch("http://127.0.0.1:9/").catch(() => null));
    const elsewhere = await context.newPage();
    await elsewhere.goto("http://127.0.0.1:9/").catch(() => null);
    await elsewhere.close();
    expect(strays).toContain("http://127.0.0.1:9/");
    expect(complaints.length).toBeGreaterThan(0);
    await visit(page, pages.about);
    await page.evaluate(() => {
      document.body.insertAdjacentHTML("beforeend", '<div id="wide"><img src="/mark"></div>');
      // The policy of the pages takes no style written in HTML.
      document.getElementById("wide")?.style.setProperty("width", "3000px");
    });
    expect((await axeFaults(page)).join()).toContain("image-alt");
    expect(await sidewaysScroll(page)).toBeGreaterThan(0);
    await context.close();
  });

  it("the built pages name no place to fetch from but their own", () => {
    const built = fileURLToPath(new URL("../dist/web/assets/", import.meta.url));
    const styles = readdirSync(built).filter((file) => file.endsWith(".css"));
    expect(styles.length).toBeGreaterThan(0);
    for (const file of styles)
      expect(readFileSync(join(built, file), "utf8")).not.toMatch(/(url\(|@import)\s*["']?(https?:)?\/\//);
  });
});
