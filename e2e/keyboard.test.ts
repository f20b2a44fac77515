import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeNeeding } from "../src/platform/testing/needs.ts";
import { axeFaults, type Language, raiseStage, type Scene, type Stage, settled, visit } from "./browser.ts";

/** Further than any page is long. */
const MOST_STOPS = 400;

/** What things are called on the pages. */
const WORDS = {
  da: {
    settle: "Notér udfald",
    outcomeNote: "Notat",
    saveOutcome: "Notér udfaldet",
    settled: "Udfaldet er noteret.",
    book: "Book samtale",
    day: "Dag",
    starts: "Klokkeslæt",
    staff: "Medarbejder",
    saveBooking: "Book",
    addNote: "Skriv en note",
    noteText: "Note (højst 300 tegn; borgeren kan bede om at se den)",
    saveNote: "Gem noten",
    allPlans: "Alle planer",
    planKind: "Planens art",
    beginPlan: "Begynd",
    direction: "Retning",
    savePlan: "Gem som kladde",
    adopt: "Vedtag planen",
    team: "Teamet",
    handOn: "Giv dem videre",
  },
  en: {
    settle: "Note the outcome",
    outcomeNote: "Note",
    saveOutcome: "Note the outcome",
    settled: "The outcome is noted.",
    book: "Book a conversation",
    day: "Day",
    starts: "Time",
    staff: "Member of staff",
    saveBooking: "Book",
    addNote: "Write a note",
    noteText: "Note (at most 300 characters; the citizen can ask to see it)",
    saveNote: "Save the note",
    allPlans: "All plans",
    planKind: "Kind of plan",
    beginPlan: "Begin",
    direction: "Direction",
    savePlan: "Save as a draft",
    adopt: "Adopt the plan",
    team: "The team",
    handOn: "Hand them on",
  },
} as const satisfies Record<Language, object>;

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
    const words = WORDS[language];
    const talks = page.locator("#samtaler");
    await press(page, button(talks, words.settle));
    await type(page, talks.getByLabel(words.outcomeNote, { exact: true }), "Fortalte om sine timer.");
    await press(page, button(talks, words.saveOutcome));
    await talks.getByText(words.settled).waitFor();
  }

  async function book(page: Page, { language, time }: { language: Language; time: string }): Promise<void> {
    const words = WORDS[language];
    const talks = page.locator("#samtaler");
    await press(page, button(talks, words.book));
    await type(page, talks.getByLabel(words.day, { exact: true }), "23.08.2021");
    await page.keyboard.press("Tab");
    await type(page, talks.getByLabel(words.starts, { exact: true }), time);
    await press(page, talks.getByLabel(words.staff, { exact: true }), "ArrowDown");
    await press(page, button(talks, words.saveBooking));
    await talks.getByRole("status").filter({ hasText: time }).waitFor();
  }

  async function note(page: Page, language: Language): Promise<void> {
    const words = WORDS[language];
    const notes = page.locator("#noter");
    await press(page, button(notes, words.addNote));
    await type(page, notes.getByLabel(words.noteText), "Ring efter ferien");
    await press(page, button(notes, words.saveNote));
    await notes.getByText("Ring efter ferien").first().waitFor();
  }

  async function plan(page: Page, language: Language): Promise<void> {
    const words = WORDS[language];
    await press(page, page.locator("#planer").getByRole("link", { name: words.allPlans }));
    await page.waitForURL("**/planer");
    await settled(page);
    await press(page, page.getByLabel(words.planKind, { exact: true }), "ArrowDown");
    await press(page, button(page, words.beginPlan));
    await type(page, page.getByLabel(words.direction, { exact: true }), "Tilbage til butikken");
    await press(page, button(page, words.savePlan));
    await button(page, words.adopt).waitFor();
  }

  async function reassign(page: Page, language: Language): Promise<void> {
    const words = WORDS[language];
    await press(page, page.getByRole("link", { name: words.team, exact: true }));
    await page.waitForURL("**/team");
    await settled(page);
    const part = page.locator("#uden-ansvarlig");
    const ways = part.getByRole("button").filter({ hasText: words.handOn });
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
