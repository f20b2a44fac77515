import { rmSync } from "node:fs";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type ListedObligation, obligationsNow, readTeamTimeliness } from "../duties/public.ts";
import type { Tx } from "../platform/db/public.ts";
import { addDays, day, isoDay, weekday } from "../platform/kernel/day.ts";
import { type Operations, operationsOver } from "./operations.ts";
import { openRuntime } from "./runtime.ts";
import type { Runtime } from "./runtime-type.ts";
import { noteMunicipality } from "./settings.ts";
import { newDemoFolder } from "./testing/data-folder.ts";
import { office } from "./testing/office.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 });

/* A working month in the made-up municipality: duties arise, meetings are booked, held and missed. Nothing vanishes, and every page tells the same. */

const municipality = "0316";
const HERE = { municipality };
const FIRST = day("2021-07-01");
const DAYS = 31;
const OPEN = ["open", "due_soon", "due", "overdue", "exempt"] as const;

describe("a working month (ASK-15, CON-01, CON-06, CON-18)", () => {
  let data: string;
  let runtime: Runtime;
  let operations: Operations;
  let today = FIRST;
  /** Every duty that was open on some day. */
  const wasOpen = new Set<string>();
  const vanished: string[] = [];

  let staff: ReturnType<typeof office>;
  const work: <T>(what: (tx: Tx) => Promise<T>) => Promise<T> = (what) => staff.work(what);

  beforeAll(async () => {
    data = await newDemoFolder(0.02);
    noteMunicipality(data, { code: municipality, synthetic: true, opensOn: null });
    runtime = await openRuntime({ data });
    operations = operationsOver(runtime, () => today);
    staff = office(runtime, municipality);
    for (let at = 0; at < DAYS; at += 1) {
      today = addDays(FIRST, at);
      const open = await dutiesOfDay();
      if (weekday(today) > 5) continue;
      await staff.endDay(today);
      await staff.bookAhead(today, open);
      await staff.send(today);
    }
    await operations.refreshDuties(municipality);
  });

  /** Brings the duties up to the day, and watches that none that was open is gone. */
  async function dutiesOfDay(): Promise<readonly ListedObligation[]> {
    await operations.refreshDuties(municipality);
    const kept = await work((tx) => obligationsNow(tx));
    const known = new Set(kept.map(({ id }) => id));
    vanished.push(...[...wasOpen].filter((id) => !known.has(id)).map((id) => `${id} on ${isoDay(today)}`));
    const open = kept.filter(({ status }) => OPEN.some((one) => one === status));
    for (const { id } of open) wasOpen.add(id);
    return open;
  }
  afterAll(async () => {
    await runtime.close();
    rmSync(data, { recursive: true, force: true });
  });

  it("has meetings that are booked, held, missed and called off", () => {
    const { told } = staff;
    for (const count of [told.booked, told.held, told.missed, told.cancelled]) expect(count).toBeGreaterThan(0);
    expect(told.refused).toBeLessThan(told.booked / 5);
  });

  it("loses no duty: whatever was open is open still, or met, or no longer owed with the reason why", async () => {
    expect(vanished).toEqual([]);
    const kept = new Map((await work((tx) => obligationsNow(tx))).map((row) => [row.id, row]));
    const unexplained = [...wasOpen].filter((id) => {
      const row = kept.get(id);
      if (!row) return true;
      const isOpen = OPEN.some((one) => one === row.status);
      return !isOpen && row.met === null && (row.closed === null || row.why === null);
    });
    expect(wasOpen.size).toBeGreaterThan(100);
    expect(unexplained).toEqual([]);
  });

  it("never forgets that something was late, and puts each open duty on one list", async () => {
    const kept = await work((tx) => obligationsNow(tx));
    const late = kept.filter(({ status }) => status === "met_late" || status === "overdue");
    expect(late.length).toBeGreaterThan(0);
    expect(late.filter(({ late: from }) => from === null)).toEqual([]);
    const open = kept.filter(({ status }) => OPEN.some((one) => one === status));
    expect(open.filter(({ list }) => list === "")).toEqual([]);
  });

  it("tells every outcome among the conversations, where figures and duties read it", async () => {
    const missing = await work((tx) =>
      sql`select a.id from contact.appointments a left join contact.conversations c on c.municipality = a.municipality and c.id = a.conversation
        and c.known_until = date '9999-12-31' where a.state <> 'booked' and c.id is null`.execute(tx),
    );
    expect(missing.rows).toEqual([]);
    const stillBooked = await work((tx) =>
      sql`select id from contact.appointments where state = 'booked' and day < ${isoDay(today)}::date - 2`.execute(tx),
    );
    expect(stillBooked.rows).toEqual([]);
  });

  it("has every letter sent, taken back or in somebody's hands", async () => {
    const letters = await work((tx) =>
      sql<{
        state: string;
        count: number;
      }>`select state, count(*)::integer as count from contact.letters group by state`.execute(tx),
    );
    const states = new Map(letters.rows.map(({ state, count }) => [state, count]));
    expect(states.get("sent") ?? 0).toBeGreaterThan(staff.told.booked / 2);
    expect([...states.keys()].filter((state) => !["sent", "withdrawn", "failed", "to_print"].includes(state))).toEqual(
      [],
    );
  });

  it("gives one figure of timeliness: the command, the plan's measure and the team's page", async () => {
    const to = isoDay(today);
    const cli = await operations.timeliness({ ...HERE, from: "2021-01-01", to });
    const measured = await operations.figure({ ...HERE, asOf: to, indicator: "measure: timeliness\nwindow: year\n" });
    if (!measured.ok) throw new Error(JSON.stringify(measured.problems));
    expect(measured.result).toMatchObject({ value: cli.percent, numerator: cli.onTime, denominator: cli.fellDue });
    const who = { ...HERE, user: { label: "test", role: "manager" }, staff: null, on: today, isWithin: () => true };
    const heldBack = () => Promise.resolve({ restricted: new Set<string>(), aside: new Set<string>() });
    const page = await work((tx) => readTeamTimeliness(tx, { span: "year" }, { ...who, heldBack }));
    expect(page?.all).toMatchObject({ fellDue: cli.fellDue, onTime: cli.onTime });
    const { deadlines } = await operations.deadlines({ ...HERE, asOf: to });
    const open = await work((tx) => obligationsNow(tx, { statuses: OPEN }));
    expect(deadlines).toHaveLength(open.length);
  });
});
