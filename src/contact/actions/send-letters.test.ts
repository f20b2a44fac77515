import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { addBelief, type Database, inTenant } from "../../platform/db/public.ts";
import { addDays, day, isoDay } from "../../platform/kernel/day.ts";
import { openMail, openOutbox } from "../../platform/post/public.ts";
import { describeOnEachEngine } from "../../platform/testing/databases.ts";
import { startMailServer, type TestMailServer } from "../../platform/testing/mail-server.ts";
import { remindDaysBefore } from "../letter-templates.ts";
import type { Post } from "../post.ts";
import { addAppointment, appointmentCalled } from "../queries/appointments.ts";
import { type LetterRow, letterCalled, lettersAbout, takeNextLetter } from "../queries/letters.ts";
import { sendLetters } from "./send-letters.ts";
import { writeAbout } from "./write-letter.ts";

const municipality = "0316";
const ON = day("2022-01-03");
const NUMBERED = "b-digital";
const MAILED = "b-mail";
const SENDER = {
  name: "Jobcenter Prøve",
  cvr: "00000000",
  address: ["Prøvevej 1"],
  phone: "00 00 00 00",
  mail: "jobcenter@example.invalid",
};

describeOnEachEngine("letters on their way", (open, engine) => {
  const folder = mkdtempSync(join(tmpdir(), `springbraet-letters-${engine}-`));
  const outbox = openOutbox(folder);
  let db: Database;
  let server: TestMailServer;
  let post: Post;
  beforeAll(async () => {
    db = await open();
    server = await startMailServer();
    post = {
      sender: SENDER,
      outbox,
      mail: openMail({ url: server.url }),
      numberOf: (sealed) => sealed?.toString() ?? null,
    };
    await work(async (tx) => {
      for (const [id, cpr] of [
        [NUMBERED, Buffer.from("7111900001")],
        [MAILED, null],
      ] as const) {
        await addBelief(tx, "citizens.citizens", {
          id,
          today: "2021-01-01",
          values: { name: `Prøve ${id}`, cpr_encrypted: cpr },
        });
        await addBelief(tx, "citizens.contact_details", {
          id: `k-${id}`,
          today: "2021-01-01",
          values: { citizen: id, mail: `${id}@example.invalid` },
        });
      }
    });
  });
  afterAll(async () => {
    post.mail?.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => {
    server.answer = () => null;
  });

  const work: <T>(what: Parameters<typeof inTenant<T>>[2]) => Promise<T> = (what) =>
    inTenant(db, { municipality }, what);
  const basisOf = () => Promise.resolve(null);
  let restricted = new Set<string>();
  const mayWriteTo: Parameters<typeof sendLetters>[1]["mayWriteTo"] = (_tx, citizens) =>
    Promise.resolve(citizens.filter((citizen) => !restricted.has(citizen)));
  const send = () => sendLetters(db, { municipality, post, basisOf, on: ON, mayWriteTo });

  /** An invitation to a talk so many days from today, written on a day, that may go at once. */
  const invite = (citizen: string, inDays = 30, on = ON): Promise<string> =>
    work(async (tx) => {
      const id = await addAppointment(tx, {
        citizen,
        kind: "jobsamtale",
        form: "telefon",
        day: isoDay(addDays(ON, inDays)),
        starts: 540,
        minutes: 30,
        staff: "m1",
        isDuty: true,
        purpose: "",
        parties: [],
        follows: null,
        by: "test",
      });
      const about = await appointmentCalled(tx, id);
      if (!about) throw new Error("not booked");
      const who = { user: { label: "test", role: "caseworker" }, post, basisOf, now: { day: on } };
      const letter = await writeAbout(tx, about, { template: "invitation", language: "da", who });
      if (!letter) throw new Error("not written");
      await sql`update contact.letters set not_before = now() where id = ${letter}::uuid`.execute(tx);
      return letter;
    });
  const now = async (letter: string): Promise<LetterRow> => {
    const found = await work((tx) => letterCalled(tx, letter));
    if (!found) throw new Error("the letter is gone");
    return found;
  };
  const waitOver = (letter: string) =>
    work((tx) => sql`update contact.letters set not_before = now() where id = ${letter}::uuid`.execute(tx));

  it("go by Digital Post where there is a number, and the outbox holds a message for each", async () => {
    const letter = await invite(NUMBERED);
    expect(await send()).toMatchObject({ sent: 1, failed: 0 });
    expect(await now(letter)).toMatchObject({ state: "sent", channel: "digital_post", tries: 1 });
    const xml = readFileSync(join(folder, municipality, `${letter}.xml`), "utf8");
    expect(xml).toContain("<memo:recipientID>7111900001</memo:recipientID>");
  });

  it("go by mail else: the mail says nothing of what it is about, and holds the letter and the appointment", async () => {
    const letter = await invite(MAILED);
    await send();
    expect(await now(letter)).toMatchObject({ state: "sent", channel: "mail" });
    const mail = server.taken.at(-1);
    expect(mail?.subject).toBe("Brev fra Jobcenter Prøve");
    expect(mail?.text).not.toMatch(/jobsamtale|pligt|02\.02\.2022/);
    expect(mail?.attachments.map(({ contentType }) => contentType)).toEqual(["application/pdf", "text/calendar"]);
  });

  it("wait so long that they can be taken back", async () => {
    const letter = await invite(NUMBERED);
    await work((tx) =>
      sql`update contact.letters set not_before = now() + interval '5 minutes' where id = ${letter}::uuid`.execute(tx),
    );
    expect(await send()).toMatchObject({ sent: 0 });
    expect((await now(letter)).state).toBe("waiting");
    await waitOver(letter);
    await send();
  });

  it("are tried again when the mail server says later, and fail for somebody to see when it never takes them (never silent)", async () => {
    server.answer = () => 450;
    const letter = await invite(MAILED);
    for (let tries = 1; tries <= 5; tries += 1) {
      await send();
      expect(await now(letter)).toMatchObject({ state: "waiting", tries, fault: null });
      expect(await send()).toMatchObject({ sent: 0, failed: 0 });
      await waitOver(letter);
    }
    await send();
    expect(await now(letter)).toMatchObject({ state: "failed", fault: "address_refused", tries: 6 });
  });

  it("fail at once when the address is refused for good; the fault holds no address", async () => {
    server.answer = () => 550;
    const letter = await invite(MAILED);
    await send();
    const row = await now(letter);
    expect(row).toMatchObject({ state: "failed", fault: "address_refused", tries: 1 });
    expect(JSON.stringify(row)).not.toContain("example.invalid");
  });

  it("that came back are failed ones, and what is not ours is left for somebody to look at", async () => {
    const letter = await invite(NUMBERED);
    await send();
    const back = join(folder, municipality, "returned");
    mkdirSync(back, { recursive: true });
    const stranger = "00000000-0000-4000-8000-000000000000";
    for (const id of [letter, stranger]) writeFileSync(join(back, `${id}.xml`), "");
    expect(await send()).toMatchObject({ returned: 1 });
    expect(await now(letter)).toMatchObject({ state: "failed", fault: "returned" });
    expect(readdirSync(back)).toEqual([`${stranger}.xml`]);
  });

  it("that were reminders and were taken back are not written again", async () => {
    const letter = await invite(NUMBERED, 1, addDays(ON, -7));
    expect(await send()).toMatchObject({ reminded: 1 });
    const { appointment } = await now(letter);
    await work((tx) =>
      sql`update contact.letters set state = 'withdrawn' where appointment = ${appointment}::uuid and template = 'reminder'`.execute(
        tx,
      ),
    );
    expect(await send()).toMatchObject({ reminded: 0 });
  });

  it("cut off while they were being sent go once more under the same id, and only after a while", async () => {
    const letter = await invite(NUMBERED);
    // The process was killed between taking it and noting that it went.
    expect((await work((tx) => takeNextLetter(tx)))?.id).toBe(letter);
    expect(await send()).toMatchObject({ sent: 0 });
    await work((tx) =>
      sql`update contact.letters set changed_at = now() - interval '11 minutes' where id = ${letter}::uuid`.execute(tx),
    );
    expect(await send()).toMatchObject({ sent: 1 });
    expect(readdirSync(join(folder, municipality)).filter((name) => name.startsWith(letter))).toEqual([
      `${letter}.xml`,
    ]);
  });

  it("are sent once when two processes send at the same moment", async () => {
    const before = server.taken.length;
    for (let n = 0; n < 4; n += 1) await invite(MAILED, 40 + n);
    const came = await Promise.all([send(), send(), send()]);
    expect(came.reduce((sum, { sent }) => sum + sent, 0)).toBe(4);
    expect(server.taken.length - before).toBe(4);
  });

  it("about a time that changed while they were on their way never go with the old one", async () => {
    server.answer = () => 450;
    const letter = await invite(MAILED);
    await send();
    expect((await now(letter)).state).toBe("waiting");
    server.answer = () => null;
    const before = server.taken.length;
    const { appointment } = await now(letter);
    await work((tx) =>
      sql`update contact.appointments set starts = 600, version = version + 1 where id = ${appointment}::uuid`.execute(
        tx,
      ),
    );
    await waitOver(letter);
    expect(await send()).toMatchObject({ sent: 0 });
    expect(await now(letter)).toMatchObject({ state: "failed", fault: "outdated" });
    expect(server.taken.length).toBe(before);
  });

  it("to somebody whose data may only be stored are not sent, and say so (GDPR art. 18)", async () => {
    const letter = await invite(NUMBERED);
    restricted = new Set([NUMBERED]);
    await send();
    restricted = new Set();
    expect(await now(letter)).toMatchObject({ state: "failed", fault: "restricted" });
    expect(readdirSync(join(folder, municipality)).filter((name) => name.startsWith(letter))).toEqual([]);
  });

  it("that meet a fault nobody foresaw hold no other letter up, are tried again, and the fault is told", async () => {
    const letter = await invite(NUMBERED);
    const other = await invite(MAILED);
    const whole = post;
    const broken: Post["outbox"] = {
      ...outbox,
      put: () => {
        throw new Error("planted");
      },
    };
    post = { ...whole, outbox: broken };
    await expect(send()).rejects.toThrow("planted");
    post = whole;
    expect(await now(letter)).toMatchObject({ state: "waiting", tries: 1 });
    expect((await now(other)).state).toBe("sent");
    await waitOver(letter);
    expect(await send()).toMatchObject({ sent: 1 });
  });

  it("remind once of what is soon, those who were invited in good time, also after a day without sending", async () => {
    // Invited today to what is tomorrow: that needs no reminder.
    await invite(NUMBERED, 1);
    expect(await send()).toMatchObject({ reminded: 0 });
    const letter = await invite(NUMBERED, remindDaysBefore - 1, addDays(ON, -7));
    const { appointment } = await now(letter);
    expect((await Promise.all([send(), send()])).reduce((sum, { reminded }) => sum + reminded, 0)).toBe(1);
    expect(await send()).toMatchObject({ reminded: 0 });
    const about = await work((tx) => lettersAbout(tx, [appointment]));
    expect(about.map(({ template }) => template)).toEqual(["invitation", "reminder"]);
  });
});
