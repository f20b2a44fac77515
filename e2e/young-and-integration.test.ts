import { afterAll, beforeAll, expect, it } from "vitest";
import type { CourseList } from "../src/courses/contract.ts";
import { describeNeeding } from "../src/platform/testing/needs.ts";
import { axeFaults, raiseStage, type Scene, type Stage, says, settled, sidewaysScroll, visit } from "./browser.ts";

describeNeeding("chromium", "the courses of the young and of those under the Integration Act", () => {
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

  it("who has nothing running is found and put in order, from one group to the next (YOU-01)", async () => {
    const { page, context, complaints } = await stage.open({ role: "manager" });
    await visit(page, "/forloeb/sygedagpenge?hvis=enhed");
    await page.getByRole("radio", { name: "Unge", exact: true }).click();
    await page.waitForURL("**/forloeb/unge?hvis=enhed");
    await settled(page);
    const chip = page.getByRole("button", { name: /^Intet i gang/ });
    const count = Number(/\d+$/.exec(await says(chip))?.[0]);
    await chip.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**vis=idle**");
    await settled(page);
    expect(await page.locator("tbody tr").count()).toBe(Math.min(50, count));
    await page.getByRole("button", { name: "Dage uden noget" }).click();
    await page.waitForURL("**orden=idle**");
    await settled(page);
    const days = (await page.locator("tbody tr td:nth-child(8)").allTextContents()).map((text) =>
      Number(text.replace(".", "")),
    );
    expect(days.every((each) => each >= 28)).toBe(true);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("an order is noted with its deadline, or guidance with its ground, by the keyboard (CPL-09)", async () => {
    const scene = await stage.open({ role: "manager" });
    const { page, context, complaints } = scene;
    const [citizen] = await of(scene, "youth", "undirected");
    await visit(page, `/borgere/${citizen}`);
    const part = page.locator("#forloeb-youth");
    expect(await says(part)).toContain("Der er ikke valgt retning");
    const open = part.getByRole("button", { name: "Uddannelsespålæg", exact: true });
    await open.focus();
    await page.keyboard.press("Enter");
    expect(await part.getByLabel("Frist", { exact: true }).count()).toBe(0);
    await part.getByLabel("Pålæg", { exact: true }).selectOption("vejledning");
    await part.getByRole("button", { name: "Gem", exact: true }).press("Enter");
    await part.getByText("Skriv, hvorfor der vejledes i stedet for et pålæg.").waitFor();
    await part.getByLabel("Pålæg", { exact: true }).selectOption("soeg");
    await part.getByLabel("Frist", { exact: true }).fill("31.01.2022");
    await part.getByRole("button", { name: "Gem", exact: true }).click();
    await part.getByText("Gemt.").waitFor();
    expect(await says(part.locator("dl"))).toContain("31.01.2022");
    expect(complaints.filter((each) => !each.includes("400 (Bad Request)"))).toEqual([]);
    await context.close();
  });

  it("both lists and both courses are clean for axe, fit a narrow screen and are said in English too", async () => {
    const scene = await stage.open({ role: "manager", language: "en", width: 390 });
    const { page, context, complaints } = scene;
    for (const [kind, path, title] of [
      ["youth", "unge", /^Young people: \d+$/],
      ["integration", "integration", /^Integration: \d+$/],
    ] as const) {
      await visit(page, `/forloeb/${path}?hvis=enhed`);
      expect(await says(page.locator("h1"))).toMatch(title);
      expect([kind, await sidewaysScroll(page), await axeFaults(page)]).toEqual([kind, 0, []]);
      const [citizen] = await of(scene, kind, "all");
      await visit(page, `/borgere/${citizen}`);
      await page.locator(`#forloeb-${kind}`).getByRole("button").first().click();
      expect([kind, await sidewaysScroll(page), await axeFaults(page)]).toEqual([kind, 0, []]);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("a contract the citizen has not signed is told of until it is (INL § 19), and the ladder is computed (INT-01)", async () => {
    const scene = await stage.open({ role: "manager" });
    const { page, context, complaints } = scene;
    const [citizen] = await of(scene, "integration", "no_rung");
    await visit(page, `/borgere/${citizen}`);
    const part = page.locator("#forloeb-integration");
    expect(await says(part.locator("dl"))).toContain("intet trin");
    await part.getByRole("button", { name: "Integrationskontrakt", exact: true }).click();
    await part.getByLabel("Mål", { exact: true }).selectOption("job");
    await part.getByLabel(/^Borgeren har skrevet under/).selectOption("false");
    await part.getByRole("button", { name: "Gem", exact: true }).click();
    await part.getByText("Gemt.").waitFor();
    expect(await says(part)).toContain("er ikke underskrevet af borgeren");
    expect(complaints).toEqual([]);
    await context.close();
  });
});
