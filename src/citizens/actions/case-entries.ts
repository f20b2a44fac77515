import { circumstanceWords, stepWords, targetGroupWords } from "../../law/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import { addBelief, type BeliefValues, endBeliefs, replaceBelief, type Tx } from "../../platform/db/public.ts";
import { addDays, type Day, day, FOREVER, isoDay } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import type { CaseEntries, CaseEntry, ChangedEntry, NewEntry } from "../case-contract.ts";
import { citizenOfEntry, type EntryRow, entriesOf, entryTable, holdCase } from "../queries/case-entries.ts";
import { namesOfCitizens } from "../queries/names.ts";
import { responsibleFor } from "../queries/record.ts";
import { type Around, type EntryFault, type EntryKind, judgeEntry } from "../rules/case-entry.ts";
import { follows } from "../rules/following.ts";
import { CASE_WORK } from "./looking.ts";

/** Who notes, on which day, and from which day it is known. */
export type Noting = {
  readonly user: { readonly label: string; readonly role: string };
  readonly on: Day;
  readonly today: Day;
  /** An id that no row has yet. */
  readonly newId: () => string;
};

/** What came of noting something. Nothing is stored unless it is done. */
export type Noted =
  | { readonly ok: true; readonly citizen: string }
  | { readonly ok: false; readonly why: "nobody" | "closed" | "follows" }
  | { readonly ok: false; readonly why: "faulty"; readonly faults: readonly EntryFault[] }
  | { readonly ok: false; readonly why: "conflict"; readonly theirs: CaseEntry | null };

const WORDS: Readonly<Record<EntryKind, Readonly<Record<string, Bilingual>>>> = {
  step: stepWords,
  circumstance: circumstanceWords,
  target_group: targetGroupWords,
};
const COLUMN: Readonly<Record<EntryKind, string>> = {
  step: "step",
  circumstance: "circumstance",
  target_group: "target_group",
};

/** What is noted in a citizen's case and what can be; null when nobody of that id is in sight. The look is logged. */
export async function readEntries(
  tx: Tx,
  citizen: string,
  { who, mayWrite }: { readonly who: Noting; readonly mayWrite: boolean },
): Promise<CaseEntries | null> {
  if (!(await namesOfCitizens(tx, [citizen])).has(citizen)) return null;
  await logAccess(tx, {
    user: who.user,
    action: "citizens.case",
    purpose: CASE_WORK,
    keys: [citizen],
    data: ["case_steps", "circumstances", "target_group_spells"],
  });
  return {
    on: isoDay(who.on),
    may: { write: mayWrite },
    isOpen: await isCaseOpen(tx, citizen, who.on),
    entries: (await entriesOf(tx, citizen)).map(asEntry),
    choices: { step: choices("step"), circumstance: choices("circumstance"), target_group: choices("target_group") },
  };
}

/** Notes a step, a circumstance or a target group. A new target group ends the running one the day it begins. */
export async function noteEntry(
  tx: Tx,
  citizen: string,
  { asked, who }: { readonly asked: NewEntry; readonly who: Noting },
): Promise<Noted> {
  if (!(await namesOfCitizens(tx, [citizen])).has(citizen)) return { ok: false, why: "nobody" };
  if (!(await isCaseOpen(tx, citizen, who.on))) return { ok: false, why: "closed" };
  await holdCase(tx, citizen);
  const recorded = await entriesOf(tx, citizen);
  const { faults, ends } = judgeEntry(entryOf(asked.kind, asked), aroundOf(asked.kind, recorded, who.on));
  if (faults.length > 0) return { ok: false, why: "faulty", faults };
  const today = isoDay(who.today);
  const running = recorded.find(({ id, kind }) => id === ends?.id && kind === asked.kind);
  if (running) {
    const change = { id: running.id, version: running.version, today, values: { until_day: asked.from } };
    const ended = await replaceBelief(tx, entryTable(asked.kind), change);
    if (!ended.ok) return { ok: false, why: "conflict", theirs: null };
  }
  await addBelief(tx, entryTable(asked.kind), {
    id: who.newId(),
    today,
    values: { citizen, ...valuesOf(asked.kind, asked) },
  });
  return logged(tx, citizen, { who, action: "citizens.case.note", kind: asked.kind });
}

type Named = { readonly kind: EntryKind; readonly id: string };

/** Changes an entry over the version that was seen: another day, an end, another reason. What was believed stays in the records. */
export async function changeEntry(
  tx: Tx,
  { kind, id }: Named,
  { asked, who }: { readonly asked: ChangedEntry; readonly who: Noting },
): Promise<Noted> {
  const citizen = await citizenOfEntry(tx, kind, id);
  if (citizen === null) return { ok: false, why: "nobody" };
  if (follows(id)) return { ok: false, why: "follows" };
  await holdCase(tx, citizen);
  const others = (await entriesOf(tx, citizen)).filter((row) => row.id !== id);
  const { faults, ends } = judgeEntry(entryOf(kind, asked), aroundOf(kind, others, who.on));
  const found = ends ? [...faults, { field: "from" as const, code: "overlaps" as const, other: ends }] : faults;
  if (found.length > 0) return { ok: false, why: "faulty", faults: found };
  const today = isoDay(who.today);
  const change = { id, version: asked.version, today, values: valuesOf(kind, asked) };
  const written = await replaceBelief(tx, entryTable(kind), change);
  if (!written.ok) return conflict(tx, citizen, { kind, id });
  return logged(tx, citizen, { who, action: "citizens.case.change", kind });
}

/** Takes an entry back over the version that was seen: it never was so. The records keep that it was believed. */
export async function takeBackEntry(
  tx: Tx,
  { kind, id }: Named,
  { version, who }: { readonly version: string; readonly who: Noting },
): Promise<Noted> {
  const citizen = await citizenOfEntry(tx, kind, id);
  if (citizen === null) return { ok: false, why: "nobody" };
  if (follows(id)) return { ok: false, why: "follows" };
  const now = (await entriesOf(tx, citizen)).find((row) => row.id === id && row.kind === kind);
  if (now?.version !== version) return conflict(tx, citizen, { kind, id });
  const ended = await endBeliefs(tx, entryTable(kind), { ids: [id], today: isoDay(who.today) });
  if (ended.length === 0) return conflict(tx, citizen, { kind, id });
  return logged(tx, citizen, { who, action: "citizens.case.take-back", kind });
}

/** Is somebody responsible for a citizen on a day? Nothing is noted on a closed case. */
export async function isCaseOpen(tx: Tx, citizen: string, on: Day): Promise<boolean> {
  const iso = isoDay(on);
  const rows = await responsibleFor(tx, citizen);
  return rows.some((row) => String(row.from_day) <= iso && iso < String(row.until_day));
}

async function conflict(tx: Tx, citizen: string, { kind, id }: Named): Promise<Noted> {
  const row = (await entriesOf(tx, citizen)).find((one) => one.id === id && one.kind === kind);
  return { ok: false, why: "conflict", theirs: row ? asEntry(row) : null };
}

async function logged(
  tx: Tx,
  citizen: string,
  { who, action, kind }: { readonly who: Noting; readonly action: string; readonly kind: EntryKind },
): Promise<Noted> {
  const [, data = ""] = entryTable(kind).split(".");
  await logAccess(tx, { user: who.user, action, purpose: CASE_WORK, keys: [citizen], change: true, data: [data] });
  return { ok: true, citizen };
}

type Said = Pick<NewEntry, "code" | "from" | "to" | "reason">;

function untilOf(kind: EntryKind, { from, to }: Said): Day {
  if (kind === "step") return addDays(day(from), 1);
  return to === null ? FOREVER : addDays(day(to), 1);
}

function entryOf(kind: EntryKind, said: Said): Parameters<typeof judgeEntry>[0] {
  return { kind, code: said.code, from: day(said.from), until: untilOf(kind, said) };
}

function valuesOf(kind: EntryKind, said: Said): BeliefValues {
  const coded = { [COLUMN[kind]]: said.code };
  if (kind === "step") return { ...coded, day: said.from };
  const days = { from_day: said.from, until_day: isoDay(untilOf(kind, said)) };
  return kind === "circumstance" ? { ...coded, ...days, reason: said.reason || null } : { ...coded, ...days };
}

function aroundOf(kind: EntryKind, rows: readonly EntryRow[], on: Day): Around {
  const recorded = rows
    .filter((row) => row.kind === kind)
    .map(({ id, code, from, until }) => ({ id, code, from: day(from), until: day(until) }));
  return { on, codes: Object.keys(WORDS[kind]), recorded };
}

function asEntry({ kind, id, version, code, from, until, reason, known }: EntryRow): CaseEntry {
  const isOver = kind !== "step" && until !== isoDay(FOREVER);
  const to = isOver ? isoDay(addDays(day(until), -1)) : null;
  const label = labelOf(kind, code);
  return { kind, id, version, code, label, from, to, reason: reason ?? "", known, follows: follows(id) };
}

/** What an entry is called. */
export function labelOf(kind: EntryKind, code: string): { readonly da: string; readonly en: string } {
  const { da, en } = WORDS[kind][code] ?? { da: code, en: code };
  return { da, en };
}

function choices(kind: EntryKind): CaseEntries["choices"]["step"] {
  return Object.keys(WORDS[kind]).map((code) => ({ code, label: labelOf(kind, code) }));
}
