import { holdCase, isCaseOpen, keepFollowing, namesOfCitizens } from "../../citizens/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import { addBelief, type BeliefValues, endBeliefs, replaceBelief, type Tx } from "../../platform/db/public.ts";
import { addDays, type Day, day, FOREVER, isoDay } from "../../platform/kernel/day.ts";
import type { ChangedRecord, CourseRecord, NewRecord, RecordFault } from "../contract.ts";
import type { CourseKind, Draft, RecordForm } from "../course.ts";
import { citizenOfRecord, recordsOfOne, tableOf } from "../queries/records.ts";
import { judgeDays, readValues, sameEvent } from "../rules/judge-record.ts";
import { isRunning } from "./answer.ts";
import { caseFiles } from "./case-files.ts";
import { CASE_WORK, type Keeping } from "./keeping.ts";
import { saidOf } from "./shown.ts";

/** What came of noting a record. Nothing is stored unless it is done. */
export type Noted =
  | { readonly ok: true; readonly citizen: string }
  | { readonly ok: false; readonly why: "nobody" | "closed" }
  | { readonly ok: false; readonly why: "faulty"; readonly faults: readonly RecordFault[] }
  | { readonly ok: false; readonly why: "conflict"; readonly theirs: CourseRecord | null };

/** A form and the kind it belongs to; null when no form notes this fact. */
export function formOf(kinds: readonly CourseKind[], fact: string): RecordForm | null {
  return kinds.flatMap(({ forms }) => forms).find((form) => form.fact.name === fact) ?? null;
}

type Asking = { readonly form: RecordForm; readonly who: Keeping };

/** Notes a record, with the steps and circumstances that follow from it. Where its form says so, it ends the running one the day it begins. */
export async function noteRecord(
  tx: Tx,
  citizen: string,
  { form, asked, who }: Asking & { readonly asked: NewRecord },
): Promise<Noted> {
  if (!(await namesOfCitizens(tx, [citizen])).has(citizen)) return { ok: false, why: "nobody" };
  if (!(await isCaseOpen(tx, citizen, who.on))) return { ok: false, why: "closed" };
  await holdCase(tx, citizen);
  const judged = await judge(tx, citizen, { form, asked, who, changed: null });
  if (!judged.ok) return { ok: false, why: "faulty", faults: judged.faults };
  const today = isoDay(who.today);
  const { draft, ends } = judged;
  if (ends) {
    const change = { id: ends.id, version: ends.version, today, values: { until_day: isoDay(draft.from) } };
    const ended = await replaceBelief(tx, tableOf(form.fact), change);
    if (!ended.ok) return { ok: false, why: "conflict", theirs: null };
  }
  await addBelief(tx, tableOf(form.fact), { id: who.newId(), today, values: { citizen, ...columnsOf(form, draft) } });
  return settled(tx, citizen, { form, who, action: "courses.note" });
}

/** Changes a record over the version that was seen; what follows from it changes with it. What was believed stays in the records. */
export async function changeRecord(
  tx: Tx,
  id: string,
  { form, asked, who }: Asking & { readonly asked: ChangedRecord },
): Promise<Noted> {
  const citizen = await citizenOfRecord(tx, form.fact, id);
  if (citizen === null) return { ok: false, why: "nobody" };
  await holdCase(tx, citizen);
  const judged = await judge(tx, citizen, { form, asked, who, changed: id });
  if (!judged.ok) return { ok: false, why: "faulty", faults: judged.faults };
  const change = { id, version: asked.version, today: isoDay(who.today), values: columnsOf(form, judged.draft) };
  const written = await replaceBelief(tx, tableOf(form.fact), change);
  if (!written.ok) return conflict(tx, citizen, { form, id });
  return settled(tx, citizen, { form, who, action: "courses.change" });
}

/** Takes a record back over the version that was seen, and what followed from it: it never was so. */
export async function takeBackRecord(
  tx: Tx,
  id: string,
  { form, version, who }: Asking & { readonly version: string },
): Promise<Noted> {
  const citizen = await citizenOfRecord(tx, form.fact, id);
  if (citizen === null) return { ok: false, why: "nobody" };
  await holdCase(tx, citizen);
  const now = (await recordsOfOne(tx, form.fact, citizen)).find((record) => record.id === id);
  if (now?.version !== version) return conflict(tx, citizen, { form, id });
  await endBeliefs(tx, tableOf(form.fact), { ids: [id], today: isoDay(who.today) });
  return settled(tx, citizen, { form, who, action: "courses.take-back" });
}

type Judging = Asking & { readonly asked: NewRecord; readonly changed: string | null };
type Judged =
  | { readonly ok: true; readonly draft: Draft; readonly ends: CourseRecord | null }
  | { readonly ok: false; readonly faults: readonly RecordFault[] };

async function judge(tx: Tx, citizen: string, { form, asked, who, changed }: Judging): Promise<Judged> {
  const { fact } = form;
  const { on, municipality } = who;
  const facts = formsBeside(who.kinds, form).map((one) => one.fact);
  const files = await caseFiles(tx, { citizens: [citizen], facts, municipality, on });
  const whole = files.get(citizen);
  if (!whole) throw new Error("a citizen in sight has no file");
  const others = (whole.records[fact.name] ?? []).filter(({ id }) => id !== changed);
  const file = { ...whole, records: { ...whole.records, [fact.name]: others } };
  const { values, faults } = readValues(fact, asked.values, on);
  const from = day(asked.from);
  const draft: Draft = { from, until: untilOf(form, asked, from), values };
  const ends = changed === null ? endedBy(form, draft, others) : null;
  const standing = others.filter(({ id }) => id !== ends?.id);
  const plain = [
    ...faults,
    ...judgeDays(fact, draft, { on, others: standing }),
    ...sameEvent(fact, draft, { on, others }),
    ...notOffered(form, draft),
  ];
  const found = plain.length > 0 ? plain : (form.judge?.(draft, { file, on }) ?? []);
  return found.length > 0 ? { ok: false, faults: found } : { ok: true, draft, ends };
}

/** The running record that a new one ends the day it begins. */
function endedBy(
  { follows }: RecordForm,
  { from, values }: Draft,
  others: readonly CourseRecord[],
): CourseRecord | null {
  if (!follows) return null;
  const isSame = (one: CourseRecord): boolean => follows.every((name) => one.values[name] === values[name]);
  return others.find((one) => isRunning(one) && one.from < from && isSame(one)) ?? null;
}

/** The forms of the kind that one belongs to: its rules look at them together. */
function formsBeside(kinds: readonly CourseKind[], form: RecordForm): readonly RecordForm[] {
  return kinds.find(({ forms }) => forms.includes(form))?.forms ?? [form];
}

function untilOf({ fact }: RecordForm, { to }: NewRecord, from: Day): Day {
  if (fact.shape !== "spell") return addDays(from, 1);
  return to === null ? FOREVER : addDays(day(to), 1);
}

/** A field or a value that the law of the record's day does not have. */
function notOffered({ hasField, offers }: RecordForm, { values, from }: Draft): readonly RecordFault[] {
  const message = {
    text: {
      da: "Det findes ikke i loven den {day}. Lad feltet stå tomt, eller vælg noget andet.",
      en: "The law does not have that on {day}. Leave the field empty, or choose something else.",
    },
    with: { day: { day: from } },
  };
  return Object.entries(values).flatMap(([field, value]): RecordFault[] => {
    if (value === null || value === false) return [];
    const codes = offers?.(field, from) ?? null;
    const isThere = (hasField?.(field, from) ?? true) && (codes === null || codes.includes(String(value)));
    return isThere ? [] : [{ field, message }];
  });
}

function columnsOf({ fact }: RecordForm, { from, until, values }: Draft): BeliefValues {
  const days = fact.shape === "spell" ? { from_day: isoDay(from), until_day: isoDay(until) } : { day: isoDay(from) };
  return { ...values, ...days };
}

async function conflict(
  tx: Tx,
  citizen: string,
  { form, id }: { readonly form: RecordForm; readonly id: string },
): Promise<Noted> {
  const theirs = (await recordsOfOne(tx, form.fact, citizen)).find((record) => record.id === id) ?? null;
  return { ok: false, why: "conflict", theirs };
}

/** What follows for the case is made to stand, and the deed is logged. */
async function settled(
  tx: Tx,
  citizen: string,
  { form, who, action }: Asking & { readonly action: string },
): Promise<Noted> {
  await follow(tx, citizen, { form, who });
  const data = [form.fact.name];
  await logAccess(tx, { user: who.user, action, purpose: CASE_WORK, keys: [citizen], change: true, data });
  return { ok: true, citizen };
}

/** What one record means for the case may rest on the others of its kind: the end of a case ends what its assessment said. */
async function follow(tx: Tx, citizen: string, { form, who }: Asking): Promise<void> {
  const beside = formsBeside(who.kinds, form);
  if (!beside.some(({ implies }) => implies)) return;
  const { municipality, on, today } = who;
  const facts = beside.map(({ fact }) => fact);
  const file = (await caseFiles(tx, { citizens: [citizen], facts, municipality, on })).get(citizen);
  if (!file) throw new Error("a citizen in sight has no file");
  for (const { fact, implies, excludes = [] } of beside) {
    if (!implies) continue;
    const follows = [...implies(file.records[fact.name] ?? [], file)];
    const wanted = new Map(follows.map(([id, entries]) => [id, entries.map(withEnd)]));
    await keepFollowing(tx, citizen, { fact: fact.name, wanted, excludes, today });
  }
}

function withEnd<T extends { readonly from: Day; readonly until?: Day }>(entry: T): T & { readonly until: Day } {
  return { ...entry, until: entry.until ?? addDays(entry.from, 1) };
}

/** Faults of a record in words, each with the field it is about. */
export function recordProblems(
  faults: readonly RecordFault[],
): { pointer: string; message: { da: string; en: string } }[] {
  return faults.map(({ field, message }) => ({
    pointer: field === "from" || field === "to" ? `/body/${field}` : `/body/values/${field}`,
    message: saidOf(message),
  }));
}
