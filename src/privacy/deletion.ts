import { createHash } from "node:crypto";
import { logAccess } from "../platform/audit/public.ts";
import type { Tx } from "../platform/db/public.ts";
import { type Day, day, isoDay } from "../platform/kernel/day.ts";
import type { Fact } from "../platform/kernel/fact.ts";
import type { Deletion, RetentionAnswer, RetentionRow } from "./contract.ts";
import {
  approveDeletion,
  heldBack,
  insertDeletion,
  insertRetentionDecision,
  listDeletions,
  retentionDecisions,
  type StoredDeletion,
} from "./queries/deletions.ts";
import { holdings } from "./queries/holdings.ts";
import { type Actor, refusal } from "./requests.ts";
import { datedTables, retentionSource, subjectsOn } from "./retention.ts";
import { type Due, dueOf } from "./rules/due.ts";

/** What falls due by a day, row by row and counted per KLE subject, with a digest of exactly this list. */
export type DuePlan = {
  readonly due: readonly Due[];
  readonly rows: readonly RetentionRow[];
  readonly content: Deletion["content"];
  readonly citizens: number;
  readonly dueRows: number;
  /** People left out because of a restriction or an open request. */
  readonly held: number;
  readonly digest: string;
};

type Given = { readonly facts: readonly Fact[]; readonly asOf: Day };

/** What falls due by a day, by the subjects whose period somebody has confirmed. */
export async function duePlan(tx: Tx, { facts, asOf }: Given): Promise<DuePlan> {
  const decided = new Map((await retentionDecisions(tx)).map((decision) => [decision.kle, decision]));
  const subjects = subjectsOn(isoDay(asOf));
  const daysOf = (subject: (typeof subjects)[number]): number | null => {
    if (subject.keep === "B") return null;
    return decided.get(subject.kle)?.days ?? (subject.confidence === "high" ? subject.days : null);
  };
  const rules = subjects.map((subject) => ({
    ...subject,
    facts: [...subject.facts, ...Object.keys(subject.tables)],
    days: daysOf(subject),
  }));
  const held = await heldBack(tx);
  const all = dueOf(await holdings(tx, facts, datedTables), rules, asOf);
  const due = all.filter(({ citizen }) => !held.has(citizen));
  const enforced = new Set(rules.filter(({ days }) => days !== null).map(({ kle }) => kle));
  const rows = subjects.map(({ da, en, from: _from, tables: _tables, ...subject }): RetentionRow => {
    const decision = decided.get(subject.kle);
    return {
      ...subject,
      title: { da, en },
      confirmed: decision
        ? { days: decision.days, reason: decision.reason, who: decision.who, at: new Date(decision.at).toISOString() }
        : null,
      enforced: enforced.has(subject.kle),
      ...countOf(due.filter(({ kle }) => kle === subject.kle)),
    };
  });
  const { citizens, rows: dueRows } = countOf(due);
  return {
    due,
    rows,
    content: rows
      .filter((row) => row.rows > 0)
      .map(({ kle, citizens: people, rows: count }) => ({ kle, citizens: people, rows: count })),
    citizens,
    dueRows,
    held: new Set(all.filter(({ citizen }) => held.has(citizen)).map(({ citizen }) => citizen)).size,
    digest: digestOf(due),
  };
}

function countOf(due: readonly Due[]): { citizens: number; rows: number } {
  return {
    citizens: new Set(due.map(({ citizen }) => citizen)).size,
    rows: due.reduce((sum, { rows }) => sum + rows, 0),
  };
}

function digestOf(due: readonly Due[]): string {
  const lines = due.map(({ citizen, fact, rows, kle }) => JSON.stringify([citizen, fact, rows, kle])).sort();
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

/** What falls due, and the deletions so far. */
export async function retentionOf(tx: Tx, given: Given): Promise<RetentionAnswer> {
  const { rows, citizens, dueRows, held } = await duePlan(tx, given);
  const deletions = (await listDeletions(tx)).map(asDeletion);
  return {
    asOf: isoDay(given.asOf),
    source: retentionSource,
    rows: [...rows],
    citizens,
    dueRows,
    restricted: held,
    deletions,
  };
}

function asDeletion({ digest: _digest, recordsDeleted: _deleted, ...deletion }: StoredDeletion): Deletion {
  return deletion;
}

/** Confirms how long a KLE subject is kept, with where that was read. From then on it is enforced. */
export async function confirmPeriod(
  tx: Tx,
  decided: { readonly kle: string; readonly days: number; readonly reason: string },
  by: Actor,
): Promise<void> {
  if (!subjectsOn("9999-12-31").some(({ kle }) => kle === decided.kle)) throw refusal("unknown_subject");
  await insertRetentionDecision(tx, { ...decided, who: by.label });
}

/** Proposes to delete what falls due by a day; somebody else must approve it. Refuses when nothing does. */
export async function proposeDeletion(
  tx: Tx,
  given: Given & { readonly by: Actor; readonly today: Day },
): Promise<Deletion> {
  if (given.asOf > given.today) throw refusal("not_yet");
  const { content, citizens, dueRows, digest } = await duePlan(tx, given);
  if (dueRows === 0) throw refusal("nothing_due");
  const proposedBy = given.by.label;
  const id = await insertDeletion(tx, {
    asOf: isoDay(given.asOf),
    content,
    citizens,
    rows: dueRows,
    digest,
    proposedBy,
  });
  await logAccess(tx, {
    user: given.by,
    action: "privacy.delete.propose",
    purpose: `deletion ${id}`,
    keys: [],
    persons: citizens,
    change: true,
  });
  return found(tx, id);
}

/** Approves a proposal of somebody else. Refuses whoever proposed it, and a proposal that is approved already. */
export async function approve(tx: Tx, id: string, by: Actor): Promise<Deletion> {
  const proposed = await found(tx, id);
  if (proposed.proposedBy === by.label) throw refusal("four_eyes");
  if (proposed.approvedBy !== null || !(await approveDeletion(tx, { id, by: by.label })))
    throw refusal("approved_already");
  await logAccess(tx, {
    user: by,
    action: "privacy.delete.approve",
    purpose: `deletion ${id}`,
    keys: [],
    persons: proposed.citizens,
    change: true,
  });
  return found(tx, id);
}

async function found(tx: Tx, id: string): Promise<Deletion> {
  const [deletion] = await listDeletions(tx, id);
  if (!deletion) throw refusal("unknown_deletion");
  return asDeletion(deletion);
}

/** The list an approved deletion is about. Throws `deletion_outdated` when the records are no longer those it was proposed for. */
export async function approvedList(
  tx: Tx,
  id: string,
  facts: readonly Fact[],
): Promise<{ readonly deletion: StoredDeletion; readonly due: readonly Due[] }> {
  const [deletion] = await listDeletions(tx, id);
  if (!deletion) throw refusal("unknown_deletion");
  if (deletion.approvedBy === null) throw refusal("not_approved");
  if (deletion.recordsDeleted) return { deletion, due: [] };
  const plan = await duePlan(tx, { facts, asOf: day(deletion.asOf) });
  if (plan.digest !== deletion.digest) throw refusal("deletion_outdated");
  return { deletion, due: plan.due };
}
