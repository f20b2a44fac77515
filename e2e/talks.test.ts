import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeNeeding } from "../src/platform/testing/needs.ts";
import { axeFaults, raiseStage, type Stage, says, settled, sidewaysScroll, visit } from "./browser.ts";

describeNeeding("chromium", "a caseworker's day", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.close());

  const talks = (page: Page) => page.locator("#samtaler");
  /** Fills the day's field and leaves it, as somebody who types does. */
  const typeDay = async (page: Page, day: string): Promise<void> => {
    await talks(page).getByLabel("Dag", { exact: true }).fill(day);
    await page.keyboard.press("Tab");
  };

  it("begins with what must be done, and each duty says why; a view is kept under a name (ASK-14, ASK-17, ASK-18)", async () => {
    const { page, context, complaints } = await stage.open({ role: "caseworker" });
    await visit(page, "/");
    await page.waitForURL("**/min-dag");
    expect(await says(page.locator("h1"))).toMatch(/møder? i dag|Ingen møder i dag/);
    const counts = await page.locator(".aksel-chips button").allInnerTexts();
    const all = Number(/\((\d+)\)/.exec(counts.at(-1) ?? "")?.[1]);
    expect(all).toBeGreaterThan(0);
    await page.locator("tbody button").first().click();
    const why = page.locator(".duty-why").first();
    await why.waitFor();
    for (const part of ["Regel", "Opfyldes af", "Kilde"]) expect(await says(why)).toContain(part);
    const rows = page.getByRole("button", { name: /^Booket \(/ });
    await rows.click();
    await settled(page);
    expect(page.url()).toContain("vis=booked");
    await page.getByRole("button", { name: "Gem visningen" }).click();
    await page.getByLabel("Navn på visningen").fill("Ugens aftaler");
    await page.getByLabel("Del med min enhed").check();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await visit(page, "/min-dag");
    await page.getByRole("button", { name: "Ugens aftaler (delt)" }).click();
    await settled(page);
    expect(page.url()).toContain("vis=booked");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("goes from a duty to its citizen, books, is told what is free, cancels and agrees on the next (CON-01, CON-04, CON-06)", {
    timeout: 240_000,
  }, async () => {
    const { page, context, complaints } = await stage.open({ role: "caseworker", width: 1360 });
    await visit(page, "/min-dag");
    await page.locator("tbody a[data-walk]").last().click();
    await talks(page).getByRole("button", { name: "Book samtale" }).click();
    expect(await axeFaults(page)).toEqual([]);
    await talks(page).getByRole("button", { name: "Book", exact: true }).click();
    await talks(page).getByText("Vælg en dag.").waitFor();
    await typeDay(page, "17.07.2021");
    await talks(page).getByRole("button", { name: "Book", exact: true }).click();
    await talks(page).getByText("Jobcentret har lukket den dag. Næste ledige tid er 19.07.2021 kl. 8.00.").waitFor();
    await typeDay(page, "19.07.2021");
    await talks(page).getByLabel("Klokkeslæt").fill("8.00");
    await page.keyboard.press("Enter");
    await talks(page).getByText("Samtalen er booket 19.07.2021 8.00.").waitFor();
    const line = talks(page).locator("li").filter({ hasText: "19.07.2021 kl. 8.00" });
    await line.getByRole("button", { name: "Notér udfald" }).click();
    await talks(page).getByLabel("Notat").fill("Borgeren ringede.");
    await page.reload();
    await settled(page);
    await line.getByRole("button", { name: "Notér udfald" }).click();
    expect(await talks(page).getByLabel("Notat").inputValue()).toBe("Borgeren ringede.");
    await talks(page).getByRole("button", { name: "Notér udfaldet" }).click();
    await talks(page).getByText("Samtalen er ikke begyndt endnu.").waitFor();
    await talks(page).getByLabel("Den aflyses").check();
    await talks(page).getByLabel("Grund, som den er oplyst").fill("Syg");
    await talks(page).getByLabel("Aftal næste samtale nu").check();
    await typeDay(page, "20.07.2021");
    expect(await axeFaults(page)).toEqual([]);
    await talks(page).getByRole("button", { name: "Notér udfaldet" }).click();
    await talks(page).getByText("Udfaldet er noteret. Næste samtale er 20.07.2021 9.00.").waitFor();
    expect(await says(line)).toContain("aflyst");
    await line.getByRole("button", { name: "Fortryd udfald" }).click();
    await talks(page).getByText("Udfaldet er taget tilbage.").waitFor();
    expect(complaints.filter((each) => !each.includes("400 (Bad Request)"))).toEqual([]);
    await context.close();
  });

  it("writes to the citizen with the booking, lets it be read and taken back, and leaves nothing unsent unseen (CON-04)", {
    timeout: 240_000,
  }, async () => {
    const { page, context, complaints } = await stage.open({ role: "caseworker", width: 1360 });
    await visit(page, "/min-dag");
    await page.locator("tbody a[data-walk]").first().click();
    const book = async (time: string) => {
      await talks(page).getByRole("button", { name: "Book samtale" }).click();
      await typeDay(page, "23.08.2021");
      await talks(page).getByLabel("Klokkeslæt").fill(time);
      expect(await talks(page).getByLabel("Brev til borgeren").inputValue()).toBe("da");
      await talks(page).getByLabel("Brev til borgeren").selectOption("en");
      await page.keyboard.press("Enter");
      return talks(page)
        .locator(".contact-line")
        .filter({ hasText: `23.08.2021 kl. ${time}` });
    };
    const first = await book("13.00");
    await first.getByText(/Indkaldelse \(engelsk\): sendes om lidt/).waitFor();
    const answered = context.waitForEvent("response", (answer) => /\/letters\/[^/]+\/pdf$/.test(answer.url()));
    await first.getByRole("link", { name: "Se brevet" }).click();
    expect((await answered).headers()["content-type"]).toBe("application/pdf");
    await first.getByRole("button", { name: "Træk tilbage" }).click();
    await first.getByText(/trukket tilbage/).waitFor();
    const second = await book("14.00");
    await second.getByRole("button", { name: "Send på papir i stedet" }).click();
    await second.getByText(/skal printes/).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await visit(page, "/min-dag");
    const inHand = page.locator("#breve li").filter({ hasText: "23.08.2021 kl. 14.00" });
    await inHand.waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await inHand.getByRole("button", { name: "Den er printet og sendt" }).click();
    await expect.poll(() => inHand.count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("keeps a note of one's own by keyboard alone, reminds of it, and tells who was not talked with for long (ASK-16, ASK-18, ASK-19)", {
    timeout: 240_000,
  }, async () => {
    const { page, context, complaints } = await stage.open({ role: "caseworker", width: 1360 });
    await visit(page, "/min-dag");
    const notSeen = page.locator("#ikke-set");
    const count = async (): Promise<number> => Number(/\((\d+)\)/.exec(await says(notSeen.locator("h2")))?.[1]);
    await notSeen.waitFor();
    const six = await count();
    await notSeen.getByLabel("Uger uden samtale").selectOption("52");
    await expect.poll(count).toBeLessThan(six);
    expect(page.url()).toContain("uger=52");
    await notSeen.getByLabel("Uger uden samtale").selectOption("4");
    await expect.poll(count).toBeGreaterThanOrEqual(six);
    expect(await says(page.locator("#nyt h2"))).toMatch(/^Nyt siden 23\.06\.2021 \(\d+\)$/);
    expect(await axeFaults(page)).toEqual([]);
    await page.locator("tbody a[data-walk]").first().click();
    const notes = page.locator("#noter");
    await notes.getByRole("button", { name: "Skriv en note" }).focus();
    await page.keyboard.press("Enter");
    await notes.getByLabel(/^Note \(/).focus();
    await page.keyboard.type("Ringer efter ferien");
    await page.reload();
    await notes.getByRole("button", { name: "Skriv en note" }).click();
    // What was typed is still there.
    expect(await notes.getByLabel(/^Note \(/).inputValue()).toBe("Ringer efter ferien");
    await notes.getByLabel("Mind mig om den").fill("29.06.2021");
    await page.keyboard.press("Tab");
    await notes.getByLabel("Mærke").selectOption("yellow");
    expect(await axeFaults(page)).toEqual([]);
    await notes.getByRole("button", { name: "Gem noten" }).press("Enter");
    await notes.getByText("skulle være 29.06.2021 · gult mærke").waitFor();
    await visit(page, "/min-dag");
    const mine = page.locator("#paamindelser li").filter({ hasText: "Ringer efter ferien" });
    await mine.waitFor();
    await mine.getByText("Klaret").click();
    await expect.poll(() => mine.count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("notes what happened in a case, is told what cannot be, and takes it back (CIT-04, SICK-06)", {
    timeout: 240_000,
  }, async () => {
    const { page, context, complaints } = await stage.open({ role: "caseworker", width: 1360 });
    await visit(page, "/min-dag");
    await page.locator("tbody a[data-walk]").last().click();
    const part = page.locator("#sagen");
    await part.getByRole("button", { name: "Notér i sagen" }).click();
    await part.getByLabel("Hvad?", { exact: true }).selectOption({ label: "anmodning om lægeattest" });
    await part.getByLabel("Dag", { exact: true }).fill("05.07.2021");
    await page.keyboard.press("Tab");
    expect(await axeFaults(page)).toEqual([]);
    await part.getByRole("button", { name: "Gem", exact: true }).click();
    await part.getByText("Det er ikke sket endnu.").waitFor();
    await part.getByLabel("Dag", { exact: true }).fill("28.06.2021");
    await page.keyboard.press("Enter");
    await part.getByText("Det er noteret. Pligterne er regnet om.").waitFor();
    // In the case and on the timeline.
    const told = page.getByText("anmodning om lægeattest");
    await expect.poll(() => told.count()).toBeGreaterThan(1);
    await part
      .locator("li")
      .filter({ hasText: "anmodning om lægeattest" })
      .getByRole("button", { name: "Fortryd" })
      .click();
    await part.getByText("Det er taget tilbage.").waitFor();
    await expect.poll(() => told.count()).toBe(0);
    expect(complaints.filter((each) => !each.includes("400 (Bad Request)"))).toEqual([]);
    await context.close();
  });

  it("is as calm on a narrow screen, in English", async () => {
    const { page, context } = await stage.open({ role: "caseworker", language: "en", width: 320 });
    await visit(page, "/min-dag");
    expect([await sidewaysScroll(page), await axeFaults(page)]).toEqual([0, []]);
    await page.locator("tbody a").first().click();
    await talks(page).getByRole("button", { name: "Book a conversation" }).click();
    expect([await sidewaysScroll(page), await axeFaults(page)]).toEqual([0, []]);
    await context.close();
  });
});
