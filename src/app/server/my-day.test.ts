import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Appointment } from "../../contact/contract.ts";
import type { CitizenDuties, MyDay, SavedViews } from "../../duties/public.ts";
import { inTenant } from "../../platform/db/public.ts";
import type { Problem } from "../../platform/http/public.ts";
import type { DemoDesk } from "../testing/demo-desk.ts";
import { openProtectedDesk, PROTECTED, visitorOf } from "../testing/protected-desk.ts";
import type { Visitor } from "../testing/visitor.ts";

let desk: DemoDesk;
let caseworker: Visitor;
let manager: Visitor;

beforeAll(async () => {
  desk = await openProtectedDesk();
  caseworker = await visitorOf(desk, { role: "caseworker", staff: "m1", units: ["u1"] });
  manager = await visitorOf(desk, { role: "manager" });
}, 180_000);
afterAll(() => desk.close());

const dayOf = async (visitor: Visitor, query = ""): Promise<MyDay> => {
  const { status, body } = await visitor.get<MyDay>(`/my-day${query}`);
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
};
const everyLine = async (visitor: Visitor, query: string): Promise<MyDay["lines"]> => {
  const first = await dayOf(visitor, query);
  const pages = Math.ceil(first.total / first.pageSize);
  const rest = Array.from({ length: Math.max(0, pages - 1) }, (_, at) => dayOf(visitor, `${query}&page=${at + 2}`));
  return [first, ...(await Promise.all(rest))].flatMap(({ lines }) => lines);
};

describe("my day (ASK-14, ASK-15, ASK-17, CON-18)", () => {
  it("has the duties of one's own citizens, as the command line lists them", async () => {
    const lines = await everyLine(caseworker, "?whose=mine");
    const all = await desk.operations.deadlines({ municipality: "0316" });
    const own = all.deadlines.filter(({ list }) => list.includes("m1"));
    expect(own.length).toBeGreaterThan(5);
    const { counts } = await dayOf(caseworker);
    const listed = (counts.all ?? 0) + (counts.resting ?? 0) + (counts.others ?? 0);
    const known = new Set(own.map(({ citizen, rule, started }) => `${citizen} ${rule} ${started}`));
    for (const { citizen, why } of lines) expect(known).toContain(`${citizen} ${why.rule} ${why.started}`);
    expect(listed).toBe(own.length);
  });

  it("leaves as many lines as each filter says", async () => {
    const { counts } = await dayOf(manager, "?whose=unit");
    expect(counts.all).toBeGreaterThan(0);
    for (const [filter, count] of Object.entries(counts))
      expect([filter, (await everyLine(manager, `?whose=unit&filter=${filter}`)).length]).toEqual([filter, count]);
    const { rules } = await dayOf(manager, "?whose=unit");
    for (const { rule, count } of rules)
      expect((await everyLine(manager, `?whose=unit&rule=${rule}`)).length).toBe(count);
  });

  it("is that of one subject when one is chosen: a sickness worker sees what is about sickness (ASK-20)", async () => {
    const { areas } = await dayOf(manager, "?whose=unit");
    expect(areas.length).toBeGreaterThan(1);
    for (const { area, count } of areas) {
      const { counts, total, rules } = await dayOf(manager, `?whose=unit&area=${area}`);
      expect([area, total, counts.all]).toEqual([area, count, count]);
      expect(rules.reduce((sum, rule) => sum + rule.count, 0)).toBe(count);
    }
    expect((await dayOf(manager, "?whose=unit")).total).toBe(areas.reduce((sum, { count }) => sum + count, 0));
  });

  it("is of one's own unit only, names nobody who is protected, and is logged with those on the page", async () => {
    const mine = await everyLine(caseworker, "?whose=unit");
    const whole = await everyLine(manager, "?whose=unit");
    expect(mine.length).toBeLessThan(whole.length);
    const hidden = whole.filter(({ citizen }) => PROTECTED.some((id) => id === citizen));
    expect(hidden.length).toBeGreaterThan(0);
    for (const { name, isProtected } of hidden) expect([name, isProtected]).toEqual([null, true]);
    const { lines } = await dayOf(caseworker);
    const log = await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) =>
      sql<{
        keys: string[];
      }>`select keys from audit.access_log where action = 'duties.my-day' order by entry desc limit 1`.execute(tx),
    );
    expect(log.rows[0]?.keys.toSorted()).toEqual([...new Set(lines.map(({ citizen }) => citizen))].toSorted());
  });

  it("says that a talk is booked, and counts it once it was held", async () => {
    const byTalk = ({ why }: CitizenDuties["lines"][number]): boolean =>
      why.meets.some(({ da }) => da === "jobsamtale");
    const citizen = (await everyLine(caseworker, "?whose=mine")).find(byTalk)?.citizen ?? "";
    const booking = {
      kind: "jobsamtale",
      form: "telefon",
      day: "2022-01-03",
      starts: 600,
      minutes: 30,
      staff: "m1",
      isDuty: true,
    };
    const booked = await caseworker.send<Appointment>("POST", `/citizens/${citizen}/appointments`, booking);
    const of = async (): Promise<CitizenDuties["lines"]> =>
      (await caseworker.get<CitizenDuties>(`/citizens/${citizen}/duties`)).body.lines;
    const before = (await of()).filter(byTalk);
    expect(before.length).toBeGreaterThan(0);
    expect(new Set(before.map((each) => each.booked))).toEqual(new Set(["2022-01-03"]));
    await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) =>
      sql`update contact.appointments set day = '2021-12-20' where id = ${booked.body.id}::uuid`.execute(tx),
    );
    await caseworker.send("POST", `/appointments/${booked.body.id}/outcome`, { version: 1, outcome: "held" });
    const counted = (lines: CitizenDuties["lines"]): readonly string[] =>
      lines.filter(byTalk).map((each) => `${each.id} ${each.counted}`);
    expect(counted(await of())).not.toEqual(counted(before));
  });

  it("is saved as a file with the lines of the filter, real days, and no name of the protected (ASK-20)", async () => {
    const { counts } = await dayOf(manager, "?whose=unit&filter=overdue");
    const { body, headers } = await manager.get<Uint8Array>("/my-day/file?whose=unit&filter=overdue&format=csv");
    expect(headers.get("content-disposition")).toContain("min-dag-2021-12-31.csv");
    const [head, ...lines] = Buffer.from(body).toString("utf8").trim().split("\r\n");
    expect(head).toContain("Senest;Borger;Navn;Hvad;Regel;Paragraf");
    expect(lines).toHaveLength(counts.overdue ?? -1);
    expect(lines.some((line) => PROTECTED.some((id) => line.includes(`;${id};`)))).toBe(true);
    expect(lines.join()).not.toContain("HEMMELIGNAVN");
    const analyst = await visitorOf(desk, { role: "analyst" });
    expect((await analyst.get("/my-day/file")).status).toBe(403);
  });

  it("has the chosen columns in its file, in a view and on the line, and no others (ASK-20)", async () => {
    const asked = "/my-day/file?whose=unit&format=csv&columns=";
    const { body } = await manager.get<Uint8Array>(`${asked}staff,citizen,late`);
    expect(Buffer.from(body).toString("utf8").split("\r\n")[0]).toMatch(
      /^\uFEFF?Borger;Navn;Overskredet siden;Sagsbehandler$/,
    );
    const unknown = await manager.get<Problem>(`${asked}citizen,cpr`);
    expect([unknown.status, unknown.body.problems?.map(({ pointer }) => pointer)]).toEqual([
      400,
      ["/querystring/columns"],
    ]);
    const [line] = (await dayOf(caseworker, "?whose=mine")).lines;
    expect(line).toMatchObject({ staff: "m1", staffName: "Sagsbehandler Et", unitName: "Team Et" });
    const search = { vis: "overdue", kolonner: "due,citizen,staff" };
    const view = { name: "Med sagsbehandler", search, isShared: false };
    const saved = await manager.send<SavedViews>("POST", "/my-day/views", view);
    expect(saved.body.views.find(({ name }) => name === view.name)?.search).toEqual(search);
  });

  it("is saved as a view under a name, one's own or the unit's, and taken away by its owner alone (ASK-14)", async () => {
    const colleague = await visitorOf(desk, { role: "consultant", staff: "m3", units: ["u1"] });
    const outside = await visitorOf(desk, { role: "consultant", staff: "m2", units: ["u2"] });
    const search = { hvis: "enhed", vis: "overdue" };
    const save = (name: string, isShared: boolean, as = caseworker) =>
      as.send<SavedViews>("POST", "/my-day/views", { name, search, isShared });
    const names = async (as: Visitor) => (await as.get<SavedViews>("/my-day/views")).body.views.map(({ name }) => name);
    expect((await save("Kun min", false)).status).toBe(200);
    const { body } = await save("Fælles mandag", true);
    expect(await names(caseworker)).toEqual(["Fælles mandag", "Kun min"]);
    expect([await names(colleague), await names(outside)]).toEqual([["Fælles mandag"], []]);
    expect((await save("Kun min", false)).status).toBe(409);
    expect((await save("Til alle", true, manager)).status).toBe(400);
    const shared = body.views.find(({ name }) => name === "Fælles mandag");
    expect((await colleague.send("DELETE", `/my-day/views/${shared?.id}`)).status).toBe(404);
    expect((await caseworker.send("DELETE", `/my-day/views/${shared?.id}`)).status).toBe(200);
    expect(await names(colleague)).toEqual([]);
  });
});
