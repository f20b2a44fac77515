import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { contactTexts } from "../src/contact/pages/contact-texts.ts";
import { dutyTexts } from "../src/duties/pages/duty-texts.ts";
import { planTexts } from "../src/pathways/pages/plan-texts.ts";
import { describeNeeding } from "../src/platform/testing/needs.ts";
import { axeFaults, type Language, raiseStage, type Scene, type Stage, settled, visit } from "./browser.ts";

/** Further than any page is long. */
const MOST_STOPS = 400;

type Meetings = { readonly meetings: readonly { readonly id: string }[] };
type People = { readonly people: readonly { readonly citizen: string; readonly state: string }[] };

describeNeeding("chromium", "a working day with the keyboard alone (issue 4)", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.close());

  /** Walks with Tab until something has the focus, as somebody without a mouse does. */
  async function tabTo(page: Page, target: Locator): Promise<void> {
    await target.first().waitFor();
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await target.first().evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error("the keyboard does not reach it");
  }

  const press = async (page: Page, target: Locator, key = "Enter"): Promise<void> => {
    await tabTo(page, target);
    await page.keyboard.press(key);
  };
  const type = async (page: Page, target: Locator, text: string): Promise<void> => {
    await tabTo(page, target);
    await page.keyboard.press("Control+a");
    await page.keyboard.type(text);
  };
  const button = (within: Page | Locator, name: string): Locator => within.getByRole("button", { name, exact: true });

  /** Somebody at a meeting that was held and of whom nobody noted whether they came. */
  async function atPastMeeting({ context }: Scene, at: number): Promise<string> {
    const { meetings } = (await (await context.request.get("/api/v1/meetings?when=missing")).json()) as Meetings;
    const answer = await context.request.get(`/api/v1/meetings/${meetings[0]?.id}`);
    const open = ((await answer.json()) as People).people.filter(({ state }) => state === "booked");
    const citizen = open[at]?.citizen;
    if (citizen === undefined) throw new Error("the demo has no meeting that lacks attendance");
    return citizen;
  }

  async function find(page: Page, citizen: string): Promise<void> {
    await page.keyboard.press("Control+k");
    await expect.poll(() => page.locator(":focus").getAttribute("role")).toBe("combobox");
    await page.keyboard.type(citizen);
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/borgere/${citizen}`);
    await settled(page);
  }

  async function hold(page: Page, language: Language): Promise<void> {
    const { part, outcome } = contactTexts[language];
    const talks = page.locator("#samtaler");
    await press(page, button(talks, part.settle));
    await type(page, talks.getByLabel(outcome.note, { exact: true }), "Fortalte om sine timer.");
    await press(page, button(talks, outcome.save));
    await talks.getByText(part.settled).waitFor();
  }

  async function book(page: Page, { language, time }: { language: Language; time: string }): Promise<void> {
    const { part, form } = contactTexts[language];
    const talks = page.locator("#samtaler");
    await press(page, button(talks, part.book));
    await type(page, talks.getByLabel(form.day, { exact: true }), "23.08.2021");
    await page.keyboard.press("Tab");
    await type(page, talks.getByLabel(form.starts, { exact: true }), time);
    await press(page, talks.getByLabel(form.staff, { exact: true }), "ArrowDown");
    await press(page, button(talks, form.save));
    await talks.getByRole("status").filter({ hasText: time }).waitFor();
  }

  async function note(page: Page, language: Language): Promise<void> {
    const { reminder } = dutyTexts[language];
    const notes = page.locator("#noter");
    await press(page, button(notes, reminder.add));
    await type(page, notes.getByLabel(reminder.text), "Ring efter ferien");
    await press(page, button(notes, reminder.save));
    await notes.getByText("Ring efter ferien").first().waitFor();
  }

  async function plan(page: Page, language: Language): Promise<void> {
    const texts = planTexts[language];
    await press(page, page.locator("#planer").getByRole("link", { name: texts.open }));
    await page.waitForURL("**/planer");
    await settled(page);
    await press(page, page.getByLabel(texts.kind, { exact: true }), "ArrowDown");
    await press(page, button(page, texts.begin));
    await type(page, page.getByLabel(texts.parts.direction, { exact: true }), "Tilbage til butikken");
    await press(page, button(page, texts.form.saveNew));
    await button(page, texts.actions.adopt).waitFor();
  }

  async function reassign(page: Page, language: Language): Promise<void> {
    const { nobody } = dutyTexts[language].team;
    await press(page, page.getByRole("link", { name: dutyTexts[language].team.title, exact: true }));
    await page.waitForURL("**/team");
    await settled(page);
    const part = page.locator("#uden-ansvarlig");
    const ways = part.getByRole("button").filter({ hasText: nobody.giveShort });
    await ways.first().waitFor();
    const before = await ways.count();
    await press(page, ways);
    await press(page, part.getByRole("combobox"), "ArrowDown");
    await type(page, part.getByRole("textbox"), "Ring, før du skriver.");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => ways.count(), { timeout: 15_000 }).toBe(before - 1);
  }

  it.each([
    { language: "da", at: 0, time: "13.00" },
    { language: "en", at: 1, time: "14.00" },
  ] as const)(
    "finds a citizen, holds, books, notes, plans and hands a case over, in $language",
    { timeout: 300_000 },
    async ({ language, at, time }) => {
      const scene = await stage.open({ role: "manager", language });
      const { page, context, complaints } = scene;
      const citizen = await atPastMeeting(scene, at);
      await visit(page, "/min-dag");
      await find(page, citizen);
      await hold(page, language);
      await book(page, { language, time });
      await note(page, language);
      expect(await axeFaults(page)).toEqual([]);
      await plan(page, language);
      await reassign(page, language);
      expect(await axeFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});
