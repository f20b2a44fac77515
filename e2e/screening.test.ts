import { afterAll, beforeAll, expect, it } from "vitest";
import { describeNeeding } from "../src/platform/testing/needs.ts";
import {
  axeFaults,
  type Language,
  raiseStage,
  type Scene,
  type Stage,
  says,
  settled,
  sidewaysScroll,
  visit,
} from "./browser.ts";

describeNeeding("chromium", "screening and archetypes", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.close());

  type Watched = { readonly lines: readonly { readonly citizen: string }[] };
  type Listed = { readonly rows: readonly { readonly id: string }[] };
  const HEADERS = { "x-springbraet": "1" };

  /** A caseworker of a team: the one with most cases is of another. */
  async function worker(unit: string, language: Language = "da", width = 1360): Promise<Scene> {
    const scene = await stage.open({ role: "caseworker", language, width });
    const data = { role: "caseworker", municipality: "0316", unit };
    await scene.context.request.post("/api/v1/session", { headers: HEADERS, data });
    return scene;
  }

  async function inList({ context }: Scene, list: string): Promise<string> {
    const answer = await context.request.get(`/api/v1/screening-watch?whose=unit&list=${list}`);
    const [first] = ((await answer.json()) as Watched).lines;
    if (!first) throw new Error(`the demo has nobody in the list ${list}`);
    return first.citizen;
  }

  /** What the browser complained of, but for a refusal that is meant, and what it says of every page that axe is read into. */
  const ownFaults = ({ complaints }: Scene): readonly string[] =>
    complaints.filter((one) => !/script-src|status of 400/.test(one));

  it("goes from the list to the criteria, the answers, the conclusion and the sheet for the citizen (VIS-02)", async () => {
    const scene = await worker("dagpenge");
    const { page, context } = scene;
    const citizen = await inList(scene, "due");
    await visit(page, "/screening?hvis=enhed");
    expect(await axeFaults(page)).toEqual([]);
    await page.locator(`a[href*="/borgere/${citizen}/screening"]`).click();
    await page.waitForURL(`**/borgere/${citizen}/screening`);
    await settled(page);
    const part = page.locator("#nyledige");
    expect(await says(part)).toContain("Der er ingen skjulte point.");
    expect(await says(part.getByRole("row", { name: /^Køn/ }))).toContain("Bruges ikke");
    await page.getByRole("button", { name: "Gem svar" }).click();
    expect(await says(part)).toContain("Der er ikke ændret noget svar.");
    for (const question of ["forældet?", "svært ved at få", "Mangler borgeren", "blev færdig"])
      await page.locator("fieldset", { hasText: question }).getByRole("radio", { name: "Ja" }).click();
    await page.getByRole("button", { name: "Gem svar" }).click();
    await page.getByText("Svarene er gemt.").waitFor();
    expect(await says(part)).toContain("Reglen siger: i risiko");
    // Against the rule without a reason is refused beside the field.
    await page.getByLabel("Din konklusion").selectOption("ikke_i_risiko");
    await page.getByRole("button", { name: "Gem konklusion" }).click();
    await page.getByText("Konklusionen går mod reglen. Skriv hvorfor.").waitFor();
    await page.getByLabel("Begrundelse").fill("Borgeren begynder i job om tre uger.");
    await page.getByRole("button", { name: "Gem konklusion" }).click();
    await page.getByText("Konklusionen er gemt.").waitFor();
    expect(await says(part)).toContain("Reglen sagde i risiko.");
    expect(await axeFaults(page)).toEqual([]);
    await part.getByRole("link", { name: "Ark til borgeren" }).click();
    await page.getByRole("heading", { name: "Sådan har vi set på din sag" }).waitFor();
    const sheet = await says(page.locator("main"));
    expect(sheet).toContain("Det har været svært for dig at få og holde et job");
    expect(sheet).toContain("Begrundelsen er: Borgeren begynder i job om tre uger.");
    expect(await axeFaults(page)).toEqual([]);
    expect(ownFaults(scene)).toEqual([]);
    await context.close();
  });

  it("chooses an archetype, shows its strategy at once on the citizen's page, and keeps what was before (CIT-05, CIT-06)", async () => {
    const scene = await worker("jobparate");
    const { page, context } = scene;
    const found = await context.request.post("/api/v1/citizens/list", {
      headers: HEADERS,
      data: { targetGroup: "aktivitetsparat" },
    });
    const [first] = ((await found.json()) as Listed).rows;
    if (!first) throw new Error("the demo has nobody activity-ready");
    await visit(page, `/borgere/${first.id}/screening`);
    await page.getByRole("button", { name: "Vælg eller skift" }).click();
    await page.getByLabel("Arketype", { exact: true }).selectOption("svagt_netvaerk");
    await page.getByLabel("Afstand", { exact: true }).selectOption("taet_paa");
    await page.getByRole("button", { name: "Gem", exact: true }).click();
    await page.getByText("Arketypen er gemt.").waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await visit(page, `/borgere/${first.id}`);
    const part = await says(page.locator("#screening"));
    expect(part).toContain("Svagt netværk, tæt på arbejdsmarkedet, siden 30.06.2021");
    expect(part).toContain("ved første møde: En forening eller frivillig");
    expect(ownFaults(scene)).toEqual([]);
    await context.close();
  });

  it("reviews a screening for fairness and opens a number to its people, for who may (VIS-02)", async () => {
    const manager = await stage.open({ role: "manager" });
    await visit(manager.page, "/screening");
    const review = manager.page.locator("#lighed");
    expect(await says(review)).toContain("ikke-vestlig");
    await review.getByRole("button", { name: /mand, i risiko/ }).click();
    await manager.page.getByRole("heading", { name: "Personerne bag: mand, i risiko" }).waitFor();
    await settled(manager.page);
    expect(await says(manager.page.locator(".screening-rows"))).toContain("I risiko");
    expect(await axeFaults(manager.page)).toEqual([]);
    expect(ownFaults(manager)).toEqual([]);
    await manager.context.close();
    const committee = await stage.open({ role: "committee" });
    await visit(committee.page, "/screening");
    expect(await committee.page.locator("#lister").count()).toBe(0);
    expect(await committee.page.locator("#lighed").getByRole("button").count()).toBe(0);
    expect(await says(committee.page.locator("#lighed"))).toContain("færre end fem personer");
    await committee.context.close();
  });

  it("is a filter of the list of citizens, with counts (CIT-07)", async () => {
    const { page, context } = await worker("jobparate");
    await visit(page, "/borgere");
    const choice = page.getByLabel("Segment");
    const text = (await choice.locator("option", { hasText: "I risiko" }).textContent()) ?? "";
    await choice.selectOption("i_risiko");
    await page.waitForURL("**segment=i_risiko**");
    await settled(page);
    expect(await says(page.locator("h1"))).toContain(/\((\d+)\)/.exec(text)?.[1] ?? "nothing");
    await context.close();
  });

  it.each(["da", "en"] as const)(
    "reads on a telephone in %s without scrolling sideways, and has no faults",
    async (language) => {
      const scene = await worker("dagpenge", language, 390);
      const { page, context } = scene;
      const citizen = await inList(scene, "effort");
      for (const path of [
        `/borgere/${citizen}/screening`,
        `/borgere/${citizen}/screening/nyledige`,
        "/screening?hvis=enhed",
      ]) {
        await visit(page, path);
        expect([path, await sidewaysScroll(page), await axeFaults(page)]).toEqual([path, 0, []]);
      }
      await context.close();
    },
  );
});
