import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Appointment, Letter, LettersInHand } from "../../contact/contract.ts";
import { inTenant } from "../../platform/db/public.ts";
import type { Problem } from "../../platform/http/public.ts";
import { startMailServer, type TestMailServer } from "../../platform/testing/mail-server.ts";
import { readPdf } from "../../platform/testing/read-pdf.ts";
import type { DemoDesk } from "../testing/demo-desk.ts";
import { openProtectedDesk, SECRETS, visitorOf } from "../testing/protected-desk.ts";
import type { Visitor } from "../testing/visitor.ts";

const MONDAY = "2022-01-03";
const SENDERS = `"0316":
  name: Jobcenter Prøve
  cvr: "00000000"
  address: [Prøvevej 1, 0000 Prøveby]
  phone: 00 00 00 00
  mail: jobcenter@example.invalid
`;

let place: string;
let server: TestMailServer;
let desk: DemoDesk;
let caseworker: Visitor;
let other: Visitor;
let log = "";

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), "springbraet-letters-desk-"));
  writeFileSync(join(place, "senders.yaml"), SENDERS);
  server = await startMailServer();
  desk = await openProtectedDesk({
    onLog: (line) => {
      log += line;
    },
    env: {
      SPRINGBRAET_SENDERS: join(place, "senders.yaml"),
      SPRINGBRAET_OUTBOX: join(place, "outbox"),
      SPRINGBRAET_MAIL_URL: server.url,
    },
  });
  caseworker = await visitorOf(desk, { role: "caseworker", staff: "m1", units: ["u1"] });
  other = await visitorOf(desk, { role: "caseworker", staff: "m2", units: ["u2"] });
}, 180_000);
afterAll(async () => {
  await desk.close();
  await server.close();
  rmSync(place, { recursive: true, force: true });
});

let starts = 480;
const book = async (citizen: string, values: object = {}): Promise<Appointment> => {
  starts += 30;
  const asked = { kind: "jobsamtale", form: "fremmoede", day: MONDAY, starts, minutes: 30, staff: "m1", isDuty: true };
  const booking = { ...asked, purpose: "Næste skridt", parties: ["tolk"], letter: "da", ...values };
  const { status, body } = await caseworker.send<Appointment>("POST", `/citizens/${citizen}/appointments`, booking);
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
};
const only = ({ letters }: Appointment): Letter => {
  expect(letters).toHaveLength(1);
  return letters[0] as Letter;
};
const step = <T = Letter>({ id, version }: Letter, wanted: string, as = caseworker) =>
  as.send<T>("POST", `/letters/${id}`, { step: wanted, version });
const textOf = async ({ id }: Letter): Promise<string> => {
  const { headers, body } = await caseworker.get<Uint8Array>(`/letters/${id}/pdf`);
  expect(headers.get("content-type")).toBe("application/pdf");
  return (await readPdf(body)).pages.join(" ").replaceAll(/\s+/g, " ");
};
const query = async <Row>(text: string): Promise<readonly Row[]> =>
  (await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) => sql.raw<Row>(text).execute(tx))).rows;
const send = async (): Promise<void> => {
  await query("update contact.letters set not_before = now() where state = 'waiting'");
  await desk.operations.sendLetters("0316");
};
const again = async (citizen: string, id: string): Promise<Appointment> => {
  const { body } = await caseworker.get<{ appointments: Appointment[] }>(`/citizens/${citizen}/appointments`);
  const found = body.appointments.find((one) => one.id === id);
  if (!found) throw new Error("the appointment is gone");
  return found;
};

describe("a letter with a booking", () => {
  it("is written in the same step, says when, where, why and what follows, and can be read before it goes", async () => {
    const booked = await book("c01");
    const letter = only(booked);
    expect(letter).toMatchObject({ template: "invitation", language: "da", channel: "digital_post", state: "waiting" });
    const text = await textOf(letter);
    for (const said of [
      "Åse Prøve c01",
      "mandag den 03.01.2022",
      "Jobcenter Prøve, Prøvevej 1, 0000 Prøveby",
      "Sagsbehandler Et",
      "Vi skal tale om: Næste skridt",
      "bestilt en tolk",
      "Du har pligt til at deltage",
      "00 00 00 00",
    ])
      expect(text).toContain(said);
    const looked = await query<{ keys: string[] }>(
      "select keys from audit.access_log where action = 'contact.letter.open' order by entry desc limit 1",
    );
    expect(looked).toEqual([{ keys: ["c01"] }]);
  });

  it("names the rule of the day that the talk would meet, and none that does not bind (law as data)", async () => {
    await desk.operations.refreshDuties("0316");
    const { body } = await caseworker.get<{
      lines: { why: { paragraph: string; says: { da: string }; meets: object[] } }[];
    }>("/citizens/c01/duties");
    const meets = body.lines.filter(({ why }) => JSON.stringify(why.meets).includes("jobsamtale"));
    const text = await textOf(only(await book("c01")));
    expect(meets.length).toBeGreaterThan(0);
    expect(meets.some(({ why }) => text.includes(`(${why.paragraph})`) && text.includes("Hvorfor du indkaldes"))).toBe(
      true,
    );
    expect(await textOf(only(await book("c01", { kind: "coaching", isDuty: false })))).not.toContain(
      "Hvorfor du indkaldes",
    );
  });

  it("is in English when that is chosen, and left out when nobody is to be written to", async () => {
    expect(await textOf(only(await book("c03", { letter: "en", form: "telefon" })))).toContain("will call you");
    expect((await book("c03", { letter: "none" })).letters).toEqual([]);
  });

  it("can be taken back while it waits, and is never sent then", async () => {
    const booked = await book("c03");
    expect((await step(only(booked), "withdraw")).body).toMatchObject({ state: "withdrawn", steps: [] });
    await send();
    expect(only(await again("c03", booked.id)).state).toBe("withdrawn");
    expect(existsSync(join(place, "outbox", "0316", `${only(booked).id}.xml`))).toBe(false);
  });

  it("goes to the outbox of Digital Post with the citizen's number, which nobody else gets to see", async () => {
    const booked = await book("c05");
    await send();
    expect(only(await again("c05", booked.id))).toMatchObject({ state: "sent", channel: "digital_post" });
    const xml = readFileSync(join(place, "outbox", "0316", `${only(booked).id}.xml`), "utf8");
    expect(xml).toMatch(/<memo:recipientID>\d{10}<\/memo:recipientID>/);
    const number = /<memo:recipientID>(\d{10})</.exec(xml)?.[1] ?? "none";
    expect(JSON.stringify(await query("select * from contact.letters"))).not.toContain(number);
    expect(log).not.toContain(number);
  });
});

describe("a letter when an appointment changes", () => {
  it("is written anew while nobody was told, and the old one never goes", async () => {
    const booked = await book("c07");
    const moved = await caseworker.send<Appointment>("PATCH", `/appointments/${booked.id}`, {
      ...{
        kind: "jobsamtale",
        form: "telefon",
        day: "2022-01-04",
        starts: 600,
        minutes: 30,
        staff: "m1",
        isDuty: true,
      },
      ...{ purpose: "", parties: [], letter: "da", version: booked.version },
    });
    expect(moved.body.letters.map(({ template, state }) => [template, state])).toEqual([
      ["invitation", "withdrawn"],
      ["invitation", "waiting"],
    ]);
  });

  it("tells those who knew of the new time, and of a cancellation", async () => {
    const booked = await book("c09");
    await send();
    const moved = await caseworker.send<Appointment>("PATCH", `/appointments/${booked.id}`, {
      ...{
        kind: "jobsamtale",
        form: "telefon",
        day: "2022-01-05",
        starts: 600,
        minutes: 30,
        staff: "m1",
        isDuty: true,
      },
      ...{ purpose: "", parties: [], letter: "da", version: booked.version },
    });
    expect(moved.body.letters.map(({ template, state }) => [template, state])).toEqual([
      ["invitation", "sent"],
      ["moved", "waiting"],
    ]);
    const { body } = await caseworker.send<{ appointment: Appointment }>("POST", `/appointments/${booked.id}/outcome`, {
      ...{ version: moved.body.version, outcome: "cancelled", reason: "Sygdom", letter: "da" },
    });
    expect(body.appointment.letters.map(({ template, state }) => [template, state])).toEqual([
      ["invitation", "sent"],
      ["moved", "withdrawn"],
      ["cancelled", "waiting"],
    ]);
  });
});

describe("a change that is no news to the citizen", () => {
  it("takes no letter back when none is wanted", async () => {
    const booked = await book("c05");
    const { kind, form, day, starts: at, minutes, staff, isDuty, parties, version } = booked;
    const same = { kind, form, day, starts: at, minutes, staff, isDuty, parties, version, letter: "none" };
    const moved = await caseworker.send<Appointment>("PATCH", `/appointments/${booked.id}`, {
      ...same,
      purpose: "Andet",
    });
    expect(moved.body.letters.map(({ template, state }) => [template, state])).toEqual([["invitation", "waiting"]]);
    await send();
    expect(only(await again("c05", booked.id)).state).toBe("sent");
  });
});

describe("a cancellation that is taken back", () => {
  it("never goes, and the citizen can be invited again", async () => {
    const booked = await book("c03");
    await send();
    const outcome = { version: booked.version, outcome: "cancelled", reason: "Syg", letter: "da" };
    const { body } = await caseworker.send<{ appointment: Appointment }>(
      "POST",
      `/appointments/${booked.id}/outcome`,
      outcome,
    );
    expect(body.appointment.letters.at(-1)).toMatchObject({ template: "cancelled", state: "waiting" });
    const undone = await caseworker.send<Appointment>("POST", `/appointments/${booked.id}/reopen`, {
      version: body.appointment.version,
    });
    expect(undone.body.letters.at(-1)).toMatchObject({ template: "cancelled", state: "withdrawn" });
    const asked = { template: "invitation", language: "en" };
    const later = await caseworker.send<Letter>("POST", `/appointments/${booked.id}/letters`, asked);
    expect(later.body).toMatchObject({ template: "invitation", language: "en", state: "waiting" });
    await send();
    expect((await again("c03", booked.id)).letters.map(({ template, state }) => [template, state])).toEqual([
      ["invitation", "sent"],
      ["cancelled", "withdrawn"],
      ["invitation", "sent"],
    ]);
  });
});

describe("a letter that did not arrive is a visible duty, never silent", () => {
  it("stands in the caseworker's hands until somebody does something about it", async () => {
    const booked = await book("c11");
    await query("update contact.letters set channel = 'mail' where state = 'waiting'");
    server.answer = () => 550;
    await send();
    server.answer = () => null;
    const letter = only(await again("c11", booked.id));
    expect(letter).toMatchObject({
      state: "failed",
      fault: "address_refused",
      steps: ["again", "print", "dealt_with"],
    });
    const inHand = async (as: Visitor): Promise<string[]> =>
      (await as.get<LettersInHand>("/letters?whose=mine")).body.letters.map(({ id }) => id);
    expect(await inHand(caseworker)).toContain(letter.id);
    expect(await inHand(other)).not.toContain(letter.id);
    const printed = await step(letter, "print");
    expect(printed.body).toMatchObject({ state: "to_print", channel: "print" });
    expect(await inHand(caseworker)).toContain(letter.id);
    expect((await step(printed.body, "printed")).body.state).toBe("printed");
    expect(await inHand(caseworker)).not.toContain(letter.id);
  });

  it("is refused what does not fit its state, and two who do something with it get to know of each other", async () => {
    const letter = only(await book("c13"));
    const wrong = await step<Problem>(letter, "printed");
    expect([wrong.status, wrong.body.code]).toEqual([409, "letter_elsewhere"]);
    await step(letter, "print");
    const late = await step<Problem>(letter, "withdraw");
    expect([late.status, late.body.code]).toEqual([409, "edit_conflict"]);
  });
});

describe("letters to the protected, and to people out of sight (PRI-UI)", () => {
  it("hold neither name nor address, and never go by mail", async () => {
    const { body } = await caseworker.send<{ appointments?: unknown }>("POST", "/citizens/p2/appointments", {
      ...{
        kind: "jobsamtale",
        form: "telefon",
        day: "2022-01-06",
        starts: 600,
        minutes: 30,
        staff: "m1",
        isDuty: true,
        letter: "da",
      },
    });
    const booked = body as unknown as Appointment;
    const mine = booked.letters === undefined ? null : only(booked);
    expect(mine).not.toBeNull();
    const text = await textOf(mine as Letter);
    for (const secret of SECRETS) expect(text).not.toContain(secret);
    expect(text).toContain("Kære borger");
  });

  it("are not found by those who may not see the citizen", async () => {
    const letter = only(await book("c15"));
    expect((await other.get(`/letters/${letter.id}/pdf`)).status).toBe(404);
    expect((await step(letter, "withdraw", other)).status).toBe(404);
  });
});

describe("one's own calendar as a file", () => {
  it("holds times and kinds and nothing about anybody", async () => {
    const { headers, body } = await caseworker.get<Uint8Array>(`/calendar/file?from=${MONDAY}&days=5`);
    expect(headers.get("content-type")).toContain("text/calendar");
    const text = Buffer.from(body).toString();
    expect(text).toContain("BEGIN:VEVENT");
    expect(text).toContain("jobsamtale");
    for (const hidden of ["Prøve c", "Næste skridt", ...SECRETS]) expect(text).not.toContain(hidden);
  });
});

describe("the log of the program", () => {
  it("has no name, number, address or mail of anybody written to", () => {
    expect(log.length).toBeGreaterThan(0);
    for (const hidden of ["Åse Prøve", "@example.invalid", "Åbenvej", ...SECRETS]) expect(log).not.toContain(hidden);
    expect(readdirSync(join(place, "outbox", "0316")).length).toBeGreaterThan(0);
  });
});
