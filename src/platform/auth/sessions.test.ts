import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { type Database, inTenant } from "../db/public.ts";
import { describeOnEachEngine } from "../testing/databases.ts";
import { endOwnSessions, isMadeUp, ownSessions } from "./public.ts";
import * as sessions from "./sessions.ts";

const start = new Date("2021-10-01T08:00:00Z");
const who = { municipality: "0316", role: "manager", user: "demo manager", staff: "m-17", units: ["team-1"] } as const;

function after(minutes: number): Date {
  return new Date(start.getTime() + minutes * 60_000);
}

const limits = { idleMinutes: 60, absoluteMinutes: 12 * 60 };
const { endSession } = sessions;

async function createSession(db: Database, user: sessions.Identity & { signIn?: sessions.SignIn }, now: Date) {
  const begun = await sessions.createSession(db, user, { now, limits });
  if (!begun) throw new Error("the log-in began a session before");
  return begun;
}

function readSession(db: Database, token: string, now: Date) {
  return sessions.readSession(db, token, { now, limits });
}

describeOnEachEngine("a session", (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  it("is found again by its token, with its role", async () => {
    const { token } = await createSession(db, who, start);
    expect(await readSession(db, token, after(1))).toEqual({ ...who, sees: "none", expires: after(12 * 60) });
  });

  it("is not found by another token, a broken one or one for another municipality", async () => {
    const { token } = await createSession(db, who, start);
    const other = token.endsWith("A") ? `${token.slice(0, -1)}B` : `${token.slice(0, -1)}A`;
    for (const wrong of [other, "", "0316.", "x", token.replace("0316", "0265")]) {
      expect(await readSession(db, wrong, after(1))).toBeNull();
    }
  });

  it("ends after an hour without use, and lives on while it is used", async () => {
    const { token } = await createSession(db, who, start);
    expect(await readSession(db, token, after(59))).not.toBeNull();
    expect(await readSession(db, token, after(118))).not.toBeNull();
    expect(await readSession(db, token, after(178))).toBeNull();
  });

  it("ends after twelve hours however much it is used", async () => {
    const { token } = await createSession(db, who, start);
    for (let minutes = 50; minutes < 12 * 60; minutes += 50) await readSession(db, token, after(minutes));
    expect(await readSession(db, token, after(12 * 60 - 1))).not.toBeNull();
    expect(await readSession(db, token, after(12 * 60))).toBeNull();
  });

  it("ends when the clock goes back, and its time does not run backwards under small corrections of the clock", async () => {
    const { token } = await createSession(db, who, start);
    expect(await readSession(db, token, after(30))).not.toBeNull();
    expect(await readSession(db, token, after(26))).not.toBeNull();
    // It was last used at minute 30, not 26: the correction gave it no more time.
    expect(await readSession(db, token, after(89))).not.toBeNull();
    expect(await readSession(db, token, after(80))).toBeNull();
    const other = await createSession(db, who, start);
    expect(await readSession(db, other.token, after(-10))).toBeNull();
    expect(await readSession(db, other.token, after(1))).not.toBeNull();
  });

  it("ends when the user logs out", async () => {
    const { token } = await createSession(db, who, start);
    await endSession(db, token, after(1));
    await endSession(db, "nonsense", after(1));
    expect(await readSession(db, token, after(2))).toBeNull();
  });

  it("is stored without the token itself, and every token is another", async () => {
    const tokens = [];
    for (let n = 0; n < 3; n++) tokens.push((await createSession(db, who, start)).token);
    expect(new Set(tokens).size).toBe(3);
    const stored = await inTenant(db, who, (tx) => sql`select s::text as row from platform.sessions s`.execute(tx));
    const text = JSON.stringify(stored.rows);
    for (const token of tokens) {
      expect(text).not.toContain(token.slice(5));
      expect(text).not.toContain(Buffer.from(token).toString("hex"));
    }
  });

  it("lasts as long as it is told to, used and unused", async () => {
    const short = { idleMinutes: 5, absoluteMinutes: 20 };
    const begun = await sessions.createSession(db, who, { now: start, limits: short });
    const token = begun?.token ?? "";
    for (const minutes of [4, 8, 12, 16, 19]) {
      expect(
        await sessions.readSession(db, token, { now: after(minutes), limits: short }),
        `${minutes}`,
      ).not.toBeNull();
    }
    expect(await sessions.readSession(db, token, { now: after(20), limits: short })).toBeNull();
    const unused = await sessions.createSession(db, who, { now: start, limits: short });
    expect(await sessions.readSession(db, unused?.token ?? "", { now: after(5), limits: short })).toBeNull();
  });

  it("begins once for one log-in, also when it comes twice at once", async () => {
    const signIn = { subject: randomBytes(32), held: [], hint: null, login: randomBytes(32) };
    const twice = await Promise.all(
      [1, 2].map(() => sessions.createSession(db, { ...who, signIn }, { now: start, limits })),
    );
    expect(twice.filter((begun) => begun !== null)).toHaveLength(1);
  });

  it("tells a token nobody was given from one that ran out", async () => {
    const { token } = await createSession(db, who, start);
    await endSession(db, token, after(1));
    expect(await isMadeUp(db, token)).toBe(false);
    expect(await isMadeUp(db, `0316.${"A".repeat(43)}`)).toBe(true);
    expect(await isMadeUp(db, "nonsense")).toBe(true);
  });
});

describeOnEachEngine("somebody who holds several roles", (open) => {
  const held = [
    { municipality: "0316", role: "manager", units: ["team-1"] },
    { municipality: "0316", role: "analyst", units: [] },
    { municipality: "0370", role: "caseworker", units: ["team-9"] },
  ] as const;
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });
  const logIn = async (now = start, subject = randomBytes(32)) => {
    const signIn = { subject, held, hint: Buffer.from("hint"), login: randomBytes(32) };
    return (await createSession(db, { ...who, signIn }, now)).token;
  };
  const to = (role: "analyst" | "caseworker" | "committee", municipality = "0316") => ({ role, municipality });

  it("has one at a time, and changes it only among those held: with a new token, the old one ending", async () => {
    const token = await logIn();
    const at = { now: after(5), limits };
    const next = await sessions.switchRole(db, { token, to: to("analyst") }, at);
    expect(next?.session).toMatchObject({ role: "analyst", municipality: "0316", units: [], staff: "m-17" });
    expect(next?.token).not.toBe(token);
    expect(await readSession(db, token, after(6))).toBeNull();
    const away = await sessions.switchRole(db, { token: next?.token ?? "", to: to("caseworker", "0370") }, at);
    expect(away?.session).toMatchObject({ role: "caseworker", municipality: "0370", units: ["team-9"] });
    for (const wrong of [to("committee"), to("caseworker"), to("analyst", "0370"), to("analyst", "0265")]) {
      expect(await sessions.switchRole(db, { token: away?.token ?? "", to: wrong }, at)).toBeNull();
    }
    expect(await readSession(db, away?.token ?? "", after(6))).not.toBeNull();
    expect(await sessions.switchRole(db, { token, to: to("analyst") }, at)).toBeNull();
  });

  it("stays no longer by changing it", async () => {
    const token = await logIn();
    const next = await sessions.switchRole(db, { token, to: to("analyst") }, { now: after(30), limits });
    expect(next?.session.expires).toEqual(after(12 * 60));
  });

  it("sees their own sessions wherever they are, nobody else's, and ends them all at once", async () => {
    const subject = randomBytes(32);
    const [first, second] = [await logIn(start, subject), await logIn(after(1), subject)];
    const away = await sessions.switchRole(
      db,
      { token: second, to: to("caseworker", "0370") },
      { now: after(2), limits },
    );
    const stranger = await logIn(after(3));
    const asking = { token: first, now: after(4), limits };
    const found = await ownSessions(db, asking);
    expect(found.map(({ municipality, role, isThis }) => [municipality, role, isThis])).toEqual([
      ["0370", "caseworker", false],
      ["0316", "manager", true],
    ]);
    await endOwnSessions(db, asking);
    for (const token of [first, away?.token ?? ""]) expect(await readSession(db, token, after(5))).toBeNull();
    expect(await readSession(db, stranger, after(5))).not.toBeNull();
    expect(await ownSessions(db, { ...asking, now: after(5) })).toEqual([]);
  });
});
