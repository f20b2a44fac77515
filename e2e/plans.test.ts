import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeNeeding } from "../src/platform/testing/needs.ts";
import { axeFaults, raiseStage, type Scene, type Stage, says, settled, sidewaysScroll, visit } from "./browser.ts";

describeNeeding("chromium", "the citizens' plans", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.close());

  type Watched = {
    readonly steps: readonly {
      readonly citizen: string;
      readonly plan: string;
      readonly what: { readonly da: string };
    }[];
  };
  type Plans = { readonly plans: readonly { readonly kind: string }[]; readonly may: { readonly write: boolean } };

  /** A citizen of the caseworker's with a step that is late. */
  async function withLateStep({ context }: Scene, at: number): Promise<{ citizen: string; plan: string }> {
    const answer = await context.request.get("/api/v1/plan-watch?whose=unit&list=late");
    const { steps } = (await answer.json()) as Watched;
    const found = steps.filter(({ what }) => what.da === "Oplæring i kassen")[at];
    if (!found) throw new Error("the demo has no late step");
    return found;
  }

  /** A citizen of the caseworker's without a plan. */
  async function withoutPlans({ context, page }: Scene, at: number): Promise<string> {
    await visit(page, "/borgere");
    const links = await page.locator("tbody a").evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
    const free: string[] = [];
    for (const citizen of links.map((href) => href.split("/").at(-1) ?? "")) {
      const answer = await context.request.get(`/api/v1/citizens/${citizen}/plans`);
      const { plans, may } = (await answer.json()) as Plans;
      if (plans.length === 0 && may.write) free.push(citizen);
    }
    return free[at] ?? "";
  }

  const reason = (page: Page) => page.getByLabel("Hvorfor ændres planen?");
  const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

  it("lead from My day to what is late, and to everything on one page (ASK-23, ASK-24, CPL-14, CPL-15)", async () => {
    const scene = await stage.open({ role: "caseworker" });
    const { page, context, complaints } = scene;
    await visit(page, "/min-dag");
    await page.getByRole("link", { name: /^Planer: / }).click();
    await page.waitForURL("**/planer");
    await page.getByRole("radio", { name: "Hele enheden" }).click();
    await settled(page);
    expect(await says(page.locator("h1"))).toMatch(/skridt er over tiden, .*, og .* uden et næste skridt\.$/);
    await page.getByRole("button", { name: /^Unge uden næste skridt/ }).click();
    await page.waitForURL("**vis=young**");
    const { citizen } = await withLateStep(scene, 0);
    await visit(page, `/borgere/${citizen}`);
    expect(await says(page.locator("#planer"))).toContain("over tiden");
    await page.locator("#planer").getByRole("link", { name: "Alle planer" }).click();
    await page.getByRole("heading", { name: "Alle skridt" }).waitFor();
    expect(await page.getByRole("heading", { name: "Spor ved siden af hinanden" }).count()).toBe(1);
    expect(await axeFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("are begun, kept while they are written, adopted, changed with a reason, compared and taken back (CPL-03, CPL-19)", {
    timeout: 240_000,
  }, async () => {
    const scene = await stage.open({ role: "caseworker" });
    const { page, context, complaints } = scene;
    const citizen = await withoutPlans(scene, 0);
    await visit(page, `/borgere/${citizen}/planer`);
    await page.getByLabel("Planens art").selectOption("opfoelgningsplan");
    await button(page, "Begynd").click();
    await page.getByLabel("Retning").fill("Tilbage til butikken");
    await page.getByLabel("Sådan ser borgeren det").fill("Jeg savner kunderne.");
    await page.reload();
    await page.getByText("Her er det, du var i gang med at skrive.").waitFor();
    expect(await page.getByLabel("Retning").inputValue()).toBe("Tilbage til butikken");
    await page.getByLabel("Gives der tilbud?").selectOption("nej");
    await page.getByLabel("Hvorfor der ikke gives tilbud").fill("Venter på svar fra lægen");
    await button(page, "Tilføj skridt").click();
    await button(page, "Gem som kladde").click();
    await page.getByText("Sig, hvad skridtet er: vælg på listen, eller skriv det.").waitFor();
    await page.getByLabel("Med egne ord", { exact: true }).fill("Ring til butikken");
    await page.getByLabel("Senest").fill("20.06.2021");
    await page.keyboard.press("Tab");
    await button(page, "Gem som kladde").click();
    await button(page, "Vedtag planen").waitFor();
    expect(await button(page, "Vedtag planen").isDisabled()).toBe(true);
    expect(await says(page.locator("main"))).toContain("Hvornår det kan blive relevant (Gladsaxe 2012 p. 22)");
    expect(await says(page.locator("main"))).toContain("over tiden");
    await button(page, "Ret planen").click();
    const fills: readonly [string, string][] = [
      ["Uddannelse og erhvervserfaring", "Butiksassistent"],
      ["Sygefraværet ud fra oplysningsskema og samtaler", "Siden maj"],
      ["Lægelige oplysninger", "Ingen endnu"],
      ["Hvornår det kan blive relevant", "Efter svaret i august"],
      ["Begrundelse", "Kan ikke stå op"],
    ];
    await button(page, "Tilføj linje").click();
    await page.getByLabel("Vurdering efter § 7 stk. 3").selectOption("smal");
    for (const [label, text] of fills) await page.getByLabel(label, { exact: true }).fill(text);
    await page.getByLabel("Planen er", { exact: true }).selectOption("midlertidig");
    await page.getByLabel("Hvorfor der ikke kan sættes en dato").fill("Afhænger af lægens svar");
    await page.getByLabel("Næste opfølgning").fill("02.08.2021");
    await page.keyboard.press("Tab");
    await page.getByLabel("Form", { exact: true }).selectOption("telefon");
    await button(page, "Gem").click();
    await page.getByText("Skriv begrundelsen.").waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await reason(page).fill("Nu ved vi mere");
    await button(page, "Gem").click();
    await page.getByText("Planen er gemt.").waitFor();
    await button(page, "Vedtag planen").click();
    await page.getByText("Planen er i kraft.").waitFor();
    await button(page, "Ret planen").click();
    await page.getByLabel("Retning").fill("Tilbage i butikken fra september");
    await reason(page).fill("Lægen har svaret");
    await button(page, "Gem").click();
    await page.getByText(/Planen er ændret siden .* Hold en personlig samtale om den/).waitFor();
    await button(page, "Tidligere versioner").click();
    await page.getByText("Lægen har svaret").waitFor();
    const compared = page.getByRole("region", { name: /Hvad er ændret/ });
    expect(await says(compared)).toContain("RetningÆndretTilbage til butikkenTilbage i butikken fra september");
    await button(page, "Læs version 1").click();
    expect(await axeFaults(page)).toEqual([]);
    await button(page, "Fortryd seneste ændring").click();
    await page.getByText("Den forrige version gælder igen.").waitFor();
    await page.getByText("Tilbage til butikken", { exact: true }).first().waitFor();
    expect(complaints.filter((each) => !each.includes("400 (Bad Request)"))).toEqual([]);
    await context.close();
  });

  it("let two people who change one put their changes together, and choose where both changed the same (ASK-36)", async () => {
    const scenes = [await stage.open({ role: "caseworker" }), await stage.open({ role: "caseworker", width: 380 })];
    const [one, two] = scenes as [Scene, Scene];
    const { citizen, plan } = await withLateStep(one, 1);
    for (const { page } of scenes) {
      await visit(page, `/borgere/${citizen}/planer/${plan}`);
      await button(page, "Ret planen").click();
    }
    await one.page.getByLabel("Retning").fill("Det, den ene skrev");
    await reason(one.page).fill("Den ene");
    await button(one.page, "Gem").click();
    await one.page.getByText("Planen er gemt.").waitFor();
    await two.page.getByLabel("Retning").fill("Det, den anden skrev");
    await two.page.getByLabel("Sådan ser borgeren det").fill("Kun den anden rettede dette");
    await reason(two.page).fill("Den anden");
    await button(two.page, "Gem").click();
    const choice = two.page.locator(".merge-choice");
    await choice.waitFor();
    for (const text of ["Det, den ene skrev", "Det, den anden skrev"]) expect(await says(choice)).toContain(text);
    expect([await sidewaysScroll(two.page), await axeFaults(two.page)]).toEqual([0, []]);
    await choice.getByRole("radio").nth(1).check();
    await choice.getByRole("button").first().click();
    await two.page.getByText("Planen er gemt.").waitFor();
    // The page says that it is saved a moment before it shows what was.
    for (const text of ["Det, den ene skrev", "Kun den anden rettede dette"])
      await two.page.getByText(text).first().waitFor();
    for (const { context } of scenes) await context.close();
  });

  it.each(["da", "en"] as const)("are as calm on a narrow screen, in both languages (%s)", async (language) => {
    const scene = await stage.open({ role: "caseworker", language, width: 360 });
    const { page, context } = scene;
    const { citizen, plan } = await withLateStep(scene, 3);
    const pages = ["", `/${plan}`, "/ny?art=opfoelgningsplan", "/ny?art=uddannelsespaalaeg"];
    for (const path of [...pages.map((end) => `/borgere/${citizen}/planer${end}`), "/planer?hvis=enhed&vis=young"]) {
      await visit(page, path);
      expect([path, await sidewaysScroll(page), await axeFaults(page)]).toEqual([path, 0, []]);
    }
    await context.close();
  });

  it("are read, changed and printed on a narrow screen, in English, by keyboard alone", async () => {
    const scene = await stage.open({ role: "caseworker", language: "en", width: 360 });
    const { page, context } = scene;
    const { citizen, plan } = await withLateStep(scene, 2);
    const calm = async (): Promise<void> =>
      expect([await sidewaysScroll(page), await axeFaults(page)]).toEqual([0, []]);
    for (const path of [`/borgere/${citizen}/planer`, `/borgere/${citizen}/planer/${plan}`, "/planer?hvis=enhed"]) {
      await visit(page, path);
      await calm();
    }
    await visit(page, `/borgere/${citizen}/planer/${plan}`);
    await button(page, "Change the plan").press("Enter");
    await calm();
    await button(page, "Add a goal").press("Enter");
    await page.waitForFunction("document.activeElement?.closest('fieldset') !== null");
    await page.keyboard.type("Work three mornings");
    await page.getByLabel("Why is the plan changed?").focus();
    await page.keyboard.type("Agreed today");
    await button(page, "Save").press("Enter");
    await page
      .locator("[role=status]")
      .getByText(/The plan is saved|Something must be put right/)
      .waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await button(page, "Print").isVisible()).toBe(false);
    expect(await page.getByText("Signature, citizen").isVisible()).toBe(true);
    await context.close();
  });
});
