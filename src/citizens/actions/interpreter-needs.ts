import { logAccess } from "../../platform/audit/log-access.ts";
import { addBelief, type BeliefValues, endBeliefs, replaceBelief, type Tx } from "../../platform/db/public.ts";
import { addDays, day, FOREVER, isoDay } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { interpreterNeeds as fact } from "../facts-around.ts";
import type { ChangedNeed, InterpreterNeed, InterpreterNeeds, NewNeed } from "../interpreter-contract.ts";
import { holdCase } from "../queries/case-entries.ts";
import { citizenOfNeed, NEEDS_TABLE, type NeedRow, needsOf } from "../queries/interpreter-needs.ts";
import { namesOfCitizens } from "../queries/names.ts";
import { judgeNeed } from "../rules/interpreter-need.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";
import type { Noting } from "./case-entries.ts";
import { CASE_WORK } from "./looking.ts";

type Problem = { readonly pointer: string; readonly message: Bilingual };

/** What came of noting a need. Nothing is stored unless it is done. */
export type NeedNoted =
  | { readonly ok: true; readonly citizen: string }
  | { readonly ok: false; readonly why: "nobody" }
  | { readonly ok: false; readonly why: "faulty"; readonly problems: Problem[] }
  | { readonly ok: false; readonly why: "conflict"; readonly theirs: InterpreterNeed | null };

/** A citizen's interpreter needs and what can be noted; null when nobody of that id is in sight. The look is logged. */
export async function readNeeds(
  tx: Tx,
  citizen: string,
  { who, mayWrite }: { readonly who: Noting; readonly mayWrite: boolean },
): Promise<InterpreterNeeds | null> {
  if (!(await namesOfCitizens(tx, [citizen])).has(citizen)) return null;
  await log(tx, citizen, { who, action: "citizens.interpreter", change: false });
  return {
    on: isoDay(who.on),
    may: { write: mayWrite },
    needs: (await needsOf(tx, [citizen])).map(asNeed),
    choices: { language: choices("language"), way: choices("way"), sex: choices("interpreter_sex") },
  };
}

/** Notes that a citizen needs an interpreter. It ends the need that was running the day it begins. */
export async function noteNeed(
  tx: Tx,
  citizen: string,
  { asked, who }: { readonly asked: NewNeed; readonly who: Noting },
): Promise<NeedNoted> {
  if (!(await namesOfCitizens(tx, [citizen])).has(citizen)) return { ok: false, why: "nobody" };
  await holdCase(tx, citizen);
  const recorded = await needsOf(tx, [citizen]);
  const { problems, ends } = judged(asked, { who, recorded });
  if (problems.length > 0) return { ok: false, why: "faulty", problems };
  const today = isoDay(who.today);
  if (ends) {
    const change = { id: ends.id, version: ends.version, today, values: { until_day: asked.from } };
    const ended = await replaceBelief(tx, NEEDS_TABLE, change);
    if (!ended.ok) return conflict(tx, citizen, ends.id);
  }
  await addBelief(tx, NEEDS_TABLE, { id: who.newId(), today, values: { citizen, ...valuesOf(asked) } });
  return logged(tx, citizen, { who, action: "citizens.interpreter.note" });
}

/** Changes or ends a need over the version that was seen. What was believed stays in the records. */
export async function changeNeed(
  tx: Tx,
  id: string,
  { asked, who }: { readonly asked: ChangedNeed; readonly who: Noting },
): Promise<NeedNoted> {
  const citizen = await citizenOfNeed(tx, id);
  if (citizen === null) return { ok: false, why: "nobody" };
  await holdCase(tx, citizen);
  const others = (await needsOf(tx, [citizen])).filter((row) => row.id !== id);
  const { problems, ends } = judged(asked, { who, recorded: others });
  const found = ends ? [overlap(ends)] : problems;
  if (found.length > 0) return { ok: false, why: "faulty", problems: found };
  const change = { id, version: asked.version, today: isoDay(who.today), values: valuesOf(asked) };
  const written = await replaceBelief(tx, NEEDS_TABLE, change);
  return written.ok ? logged(tx, citizen, { who, action: "citizens.interpreter.change" }) : conflict(tx, citizen, id);
}

/** Takes a need back over the version that was seen: it never was so. The records keep that it was believed. */
export async function takeBackNeed(
  tx: Tx,
  id: string,
  { version, who }: { readonly version: string; readonly who: Noting },
): Promise<NeedNoted> {
  const citizen = await citizenOfNeed(tx, id);
  if (citizen === null) return { ok: false, why: "nobody" };
  await holdCase(tx, citizen);
  const now = (await needsOf(tx, [citizen])).find((row) => row.id === id);
  if (now?.version !== version) return conflict(tx, citizen, id);
  await endBeliefs(tx, NEEDS_TABLE, { ids: [id], today: isoDay(who.today) });
  return logged(tx, citizen, { who, action: "citizens.interpreter.take-back" });
}

/** What some citizens need to be understood, from a day to a day, for those who book with them. Log the look before showing it. */
export async function interpreterNeedsOf(
  tx: Tx,
  citizens: readonly string[],
): Promise<ReadonlyMap<string, readonly InterpreterNeed[]>> {
  const rows = await needsOf(tx, [...new Set(citizens)]);
  return new Map([...Map.groupBy(rows, ({ citizen }) => citizen)].map(([id, own]) => [id, own.map(asNeed)]));
}

type Around = { readonly who: Noting; readonly recorded: readonly NeedRow[] };

function judged(
  asked: NewNeed,
  { who, recorded }: Around,
): { readonly problems: Problem[]; readonly ends: NeedRow | null } {
  const unknown = (["language", "way", "sex"] as const).filter((field) => {
    const code = asked[field];
    return code !== null && !(code in codesOf(field === "sex" ? "interpreter_sex" : field));
  });
  if (unknown.length > 0)
    return { problems: unknown.map((field) => problem(field, (texts) => texts.unknown_code)), ends: null };
  const spells = recorded.map((row) => ({ row, id: row.id, from: day(row.from), until: day(row.until) }));
  const { faults, ends } = judgeNeed(
    { from: day(asked.from), until: untilOf(asked) },
    { on: who.on, recorded: spells },
  );
  const problems = faults.map(({ field, code, other }) =>
    other && code === "need_overlaps" ? overlap(other.row) : problem(field, (texts) => texts[code]),
  );
  return { problems, ends: ends?.row ?? null };
}

function overlap(other: NeedRow): Problem {
  const { languageLabel, from, to } = asNeed(other);
  return problem("from", (texts, language) =>
    fill(texts.need_overlaps, {
      what: languageLabel[language],
      from: formatDay(from, language),
      to: to === null ? "" : formatDay(to, language),
    }),
  );
}

type Texts = Readonly<Record<keyof typeof da.caseFaults, string>>;

function problem(field: string, said: (texts: Texts, language: "da" | "en") => string): Problem {
  return { pointer: `/body/${field}`, message: { da: said(da.caseFaults, "da"), en: said(en.caseFaults, "en") } };
}

function untilOf({ to }: NewNeed) {
  return to === null ? FOREVER : addDays(day(to), 1);
}

function valuesOf(asked: NewNeed): BeliefValues {
  const { language, way, sex, from } = asked;
  return { language, way, interpreter_sex: sex, from_day: from, until_day: isoDay(untilOf(asked)) };
}

function asNeed({ id, version, language, way, sex, from, until, known }: NeedRow): InterpreterNeed {
  const to = until === isoDay(FOREVER) ? null : isoDay(addDays(day(until), -1));
  return {
    ...{ id, version, language, way, sex, from, to, known },
    languageLabel: labelOf("language", language),
    wayLabel: labelOf("way", way),
    sexLabel: sex === null ? null : labelOf("interpreter_sex", sex),
  };
}

type ColumnName = "language" | "way" | "interpreter_sex";

function codesOf(name: ColumnName): Readonly<Record<string, Bilingual>> {
  return fact.columns.find((column) => column.name === name)?.codes ?? {};
}

function labelOf(name: ColumnName, code: string): { readonly da: string; readonly en: string } {
  const { da: danish, en: english } = codesOf(name)[code] ?? { da: code, en: code };
  return { da: danish, en: english };
}

function choices(name: ColumnName): InterpreterNeeds["choices"]["way"] {
  return Object.keys(codesOf(name)).map((code) => ({ code, label: labelOf(name, code) }));
}

async function conflict(tx: Tx, citizen: string, id: string): Promise<NeedNoted> {
  const row = (await needsOf(tx, [citizen])).find((one) => one.id === id);
  return { ok: false, why: "conflict", theirs: row ? asNeed(row) : null };
}

async function logged(
  tx: Tx,
  citizen: string,
  { who, action }: { readonly who: Noting; readonly action: string },
): Promise<NeedNoted> {
  await log(tx, citizen, { who, action, change: true });
  return { ok: true, citizen };
}

function log(
  tx: Tx,
  citizen: string,
  { who, action, change }: { readonly who: Noting; readonly action: string; readonly change: boolean },
): Promise<void> {
  return logAccess(tx, {
    user: who.user,
    action,
    purpose: CASE_WORK,
    keys: [citizen],
    change,
    data: ["interpreter_needs"],
  });
}
