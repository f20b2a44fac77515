import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeNeeding } from "../src/platform/testing/needs.ts";
import { axeFaults, raiseStage, type Scene, type Stage, says, settled, sidewaysScroll, visit } from "./browser.ts";

describeNeeding("chromium", "progression", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.close());

  type Behind = { readonly people: readonly { readonly citizen: string }[] };
  type Read = { readonly may: { readonly write: boolean }; readonly moves: readonly unknown[] };

  /** Citizens of the caseworker's who were measured twice and can be measured again. */
  async function measured({ context }: Scene): Promise<readonly string[]> {
    const answer = await context.request.get("/api/v1/progression/people?counted=twice");
    const { people } = (await answer.json()) as Behind;
    const open: string[] = [];
    for (const { citizen } of people) {
      const read = await context.request.get(`/api/v1/citizens/${citizen}/progression`);
      if (((await read.json()) as Read).may.write) open.push(citizen);
      if (open.length === 4) break;
    }
    return open;
  }

  const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const part = (page: Page) => page.locator("#progression");

  it("is measured, changed and taken back on the citizen's page, and what is filled in is not lost (CON-20, CIT-12)", async () => {
    const scene = await stage.open({ role: "caseworker" });
    const { page, context, complaints } = scene;
    const [citizen = ""] = await measured(scene);
    await visit(page, `/borgere/${citizen}`);
    expect(await part(page).locator("svg.progress-curve").count()).toBeGreaterThan(5);
    await button(page, "Mål progression").click();
    await button(page, "Gem målingen").click();
    await page.getByText("Besvar mindst én, eller luk uden at gemme.").waitFor();
    const question = page.getByRole("radiogroup", { name: "Jeg tror på mine egne evner" });
    await question.getByRole("radio", { name: "5" }).check();
    await page.reload();
    await button(page, "Mål progression").click();
    await page.getByText("Her er det, du var i gang med at udfylde.").waitFor();
    expect(await question.getByRole("radio", { name: "5" }).isChecked()).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    await button(page, "Gem målingen").click();
    await page.getByText("Målingen er gemt.").waitFor();
    expect(await says(part(page))).toContain("Senest målt 30.06.2021");
    await button(page, "Mål progression").click();
    await question.getByRole("radio", { name: "4" }).check();
    await button(page, "Gem målingen").click();
    await page.getByText("Der er allerede målt med “Borgerens egen vurdering” den dag.").waitFor();
    await button(page, "Luk").click();
    await button(page, "Ret 30.06.2021").first().click();
    expect(await question.getByRole("radio", { name: "5" }).isChecked()).toBe(true);
    await question.getByRole("radio", { name: "2" }).check();
    await button(page, "Gem målingen").click();
    await page.getByText("Målingen er rettet.").waitFor();
    await button(page, "Tag tilbage 30.06.2021").first().click();
    await page.getByText("Målingen er taget tilbage.").waitFor();
    expect(complaints.filter((each) => !each.includes("400 (Bad Request)"))).toEqual([]);
    await context.close();
  });

  it("of groups is told with its denominator, and a number opens to the people behind it (CIT-12, VIS-16, ASK-12)", async () => {
    const { page, context, complaints } = await stage.open({ role: "manager" });
    await visit(page, "/team");
    await page.getByRole("navigation").getByRole("link", { name: "Progression" }).click();
    await page.waitForURL("**/progression");
    await settled(page);
    expect(await says(page.locator("h1"))).toMatch(
      /^\d+ af \d+ målte borgere er målt mindst to gange 01\.07\.2020 til 30\.06\.2021$/,
    );
    await page.getByLabel("Pr.").selectOption("age");
    await page.getByRole("heading", { name: "50-59 år" }).waitFor();
    const up = page.getByRole("link", { name: /vis borgerne, gået frem/ }).first();
    const count = Number(/^\d+/.exec(await says(up))?.[0]);
    await up.click();
    await page.getByRole("heading", { name: /^Borgerne bag tallet: gået frem · / }).waitFor();
    await settled(page);
    const rows = page.locator("#borgerne-bag tbody tr");
    expect(await rows.count()).toBe(Math.min(25, count));
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole("radio", { name: "Mangler en måling" }).click();
    await page.waitForURL("**vis=mangler**");
    await page.getByRole("radio", { name: "Hele enheden" }).click();
    await settled(page);
    expect(await says(page.locator("h1"))).toMatch(/^\d+ af \d+, der er holdt samtale med i 13 uger/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each(["da", "en"] as const)("is as calm on a narrow screen, by keyboard and on paper (%s)", async (language) => {
    const scene = await stage.open({ role: "caseworker", language, width: 390 });
    const { page, context } = scene;
    const [, citizen = ""] = await measured(scene);
    await visit(page, `/borgere/${citizen}`);
    await button(page, language === "da" ? "Mål progression" : "Measure progression").press("Enter");
    const calm = async (): Promise<void> =>
      expect([await sidewaysScroll(page), await axeFaults(page)]).toEqual([0, []]);
    await calm();
    const question = page.getByRole("radiogroup", {
      name: language === "da" ? "Jeg ved, hvordan jeg søger et job" : "I know how to apply for a job",
    });
    await question.getByRole("radio", { checked: true }).focus();
    await page.keyboard.press("ArrowLeft");
    expect(await question.getByRole("radio", { name: "5" }).isChecked()).toBe(true);
    await page.emulateMedia({ media: "print" });
    expect(await question.isVisible()).toBe(false);
    expect(await part(page).locator("svg.progress-curve").first().isVisible()).toBe(true);
    await page.emulateMedia({ media: "screen" });
    for (const path of ["?pr=target_group&tal=twice", "?vis=mangler&hvis=enhed"]) {
      await visit(page, `/progression${path}`);
      await calm();
    }
    await context.close();
  });

  it("is figures without the way to a record for the analyst, and nothing for the committee (ORG-08)", async () => {
    const analyst = await stage.open({ role: "analyst" });
    await visit(analyst.page, "/progression?tal=twice");
    expect(await analyst.page.locator("#borgerne-bag tbody tr").count()).toBeGreaterThan(0);
    expect(await analyst.page.locator("#borgerne-bag tbody a").count()).toBe(0);
    expect(await analyst.page.getByRole("radio", { name: "Mangler en måling" }).count()).toBe(0);
    await analyst.context.close();
    const committee = await stage.open({ role: "committee" });
    await visit(committee.page, "/");
    expect(await committee.page.getByRole("link", { name: "Progression" }).count()).toBe(0);
    await committee.context.close();
  });
});
