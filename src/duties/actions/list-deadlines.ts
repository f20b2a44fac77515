import { unverifiedIn } from "../../law/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import { type Day, isoDay } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import type { Status } from "../contract.ts";
import { type ListedObligation, obligationsNow } from "../queries/obligations.ts";
import { lastRefresh } from "../queries/stale.ts";
import { timelines } from "../queries/timelines.ts";
import { listOfStored } from "../rules/responsible.ts";
import { isOpen, OPEN } from "../rules/status.ts";
import { keptOf, statusOfStored } from "../rules/stored.ts";
import { lawFor, ruleOf } from "./law-ready.ts";

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

function plain(row: ListedObligation): Deadline {
  const { citizen, status, due, day, counted, needed, late, list } = row;
  const rule = ruleOf(row);
  if (rule === undefined) throw new Error(`the law has no row ${row.rule} from ${isoDay(row.rowFrom)}`);
  return {
    citizen,
    rule: rule.id,
    paragraph: rule.paragraph,
    says: rule.says,
    status,
    due: due === null ? null : isoDay(due),
    started: isoDay(day),
    counted,
    needed,
    lateSince: late === null ? null : isoDay(late),
    list,
    unverified: unverifiedIn(rule),
  };
}

/** Computed here and now, for a day that is not the one the kept obligations stand as on. */
async function computedOn(tx: Tx, { municipality, asOf }: AskedDeadlines): Promise<readonly ListedObligation[]> {
  const compiled = lawFor(municipality);
  return (await timelines(tx)).flatMap((timeline) =>
    keptOf(compiled, timeline, asOf)
      .rows.filter(({ share }) => share === null)
      .map((row) => ({ ...row, status: statusOfStored(row, asOf), list: listOfStored(row) })),
  );
}

/** First what has been late longest, then what falls due first; what rests comes last. */
function sooner(a: Deadline, b: Deadline): number {
  const key = ({ due, citizen, rule, started }: Deadline): string =>
    [due ?? "9999-12-31", citizen, rule, started].join(" ");
  return key(a) < key(b) ? -1 : 1;
}

/**
 * Every open obligation of everybody in the transaction's sight: as kept when they stand as on the day asked for, else computed from what is
 * believed now by the same engine. One entry in the access log names all of whom something is shown.
 */
export async function listDeadlines(tx: Tx, asked: AskedDeadlines): Promise<Deadlines> {
  const { asOf, user } = asked;
  const last = await lastRefresh(tx);
  const all = last?.asOf === isoDay(asOf) ? await obligationsNow(tx, { statuses: OPEN }) : await computedOn(tx, asked);
  const owed = all.filter(({ status }) => isOpen(status));
  const shown = new Set(await asked.mayShow(tx, [...new Set(owed.map(({ citizen }) => citizen))]));
  const open = owed.filter(({ citizen }) => shown.has(citizen)).map(plain);
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
    "obligations",
  ];
  await logAccess(tx, { user, action: "duties.list", purpose: "case work", keys, data });
  const counts: Partial<Record<Status, number>> = {};
  for (const { status } of open) counts[status] = (counts[status] ?? 0) + 1;
  return { asOf: isoDay(asOf), citizens: keys.length, counts, deadlines: open.sort(sooner) };
}
