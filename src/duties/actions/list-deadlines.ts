import { law, unverifiedIn } from "../../law/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import { type Day, isoDay } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import type { Obligation, Status, Timeline } from "../contract.ts";
import { timelines } from "../queries/timelines.ts";
import { compileLaw } from "../rules/compile.ts";
import { standingsOn } from "../rules/obligations.ts";
import { listName, listOf } from "../rules/responsible.ts";
import { isOpen } from "../rules/status.ts";

/** One open obligation as plain values: days as `2021-12-31`. */
export type Deadline = {
  readonly citizen: string;
  readonly rule: string;
  readonly paragraph: string;
  readonly says: Bilingual;
  readonly status: Status;
  readonly due: string | null;
  readonly started: string;
  readonly counted: number;
  readonly needed: number;
  readonly lateSince: string | null;
  readonly list: string;
  readonly unverified: readonly string[];
};

/** What is open on a day, how many there are of each status, and of how many citizens. */
export type Deadlines = {
  readonly asOf: string;
  readonly citizens: number;
  readonly counts: Readonly<Partial<Record<Status, number>>>;
  readonly deadlines: readonly Deadline[];
};

type AskedDeadlines = {
  readonly municipality: string;
  readonly asOf: Day;
  readonly user: { readonly label: string; readonly role: string };
  /** Of these citizens, whose data may be looked at. */
  readonly mayShow: (tx: Tx, ids: readonly string[]) => Promise<readonly string[]>;
};

function plain(obligation: Obligation, timeline: Timeline, asOf: Day): Deadline {
  const { citizen, rule, status, due, start, counted, needed, breached } = obligation;
  return {
    citizen,
    rule: rule.id,
    paragraph: rule.paragraph,
    says: rule.says,
    status,
    due: due === null ? null : isoDay(due),
    started: isoDay(start),
    counted,
    needed,
    lateSince: breached === null ? null : isoDay(breached),
    list: listName(listOf(obligation, timeline, asOf)),
    unverified: unverifiedIn(rule),
  };
}

/** First what has been late longest, then what falls due first; what rests comes last. */
function sooner(a: Deadline, b: Deadline): number {
  const key = ({ due, citizen, rule, started }: Deadline): string =>
    [due ?? "9999-12-31", citizen, rule, started].join(" ");
  return key(a) < key(b) ? -1 : 1;
}

/**
 * Every open obligation of everybody in the transaction's sight, computed from what is believed now. One entry in the access log names
 * all of whom something is shown.
 */
export async function listDeadlines(tx: Tx, asked: AskedDeadlines): Promise<Deadlines> {
  const { municipality, asOf, user } = asked;
  const compiled = compileLaw({ law, municipality });
  const everybody = await timelines(tx);
  const shown = new Set(
    await asked.mayShow(
      tx,
      everybody.map(({ citizen }) => citizen),
    ),
  );
  const open = everybody
    .filter(({ citizen }) => shown.has(citizen))
    .flatMap((timeline) =>
      standingsOn(compiled, timeline, asOf)
        .obligations.filter(({ status }) => isOpen(status))
        .map((obligation) => plain(obligation, timeline, asOf)),
    );
  const keys = [...new Set(open.map(({ citizen }) => citizen))];
  const data = [
    "citizens",
    "benefit_spells",
    "target_group_spells",
    "circumstances",
    "case_steps",
    "employments",
    "offers",
    "conversations",
  ];
  await logAccess(tx, { user, action: "duties.list", purpose: "case work", keys, data });
  const counts: Partial<Record<Status, number>> = {};
  for (const { status } of open) counts[status] = (counts[status] ?? 0) + 1;
  return { asOf: isoDay(asOf), citizens: keys.length, counts, deadlines: open.sort(sooner) };
}
