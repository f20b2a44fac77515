import { namesOfCitizens } from "../../citizens/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import { addBelief, type BeliefValues, endBeliefs, replaceBelief, type Tx } from "../../platform/db/public.ts";
import { type Day, day, isoDay } from "../../platform/kernel/day.ts";
import type { AnswersAsk, ConclusionAsk } from "../contract.ts";
import { openCases } from "../queries/people.ts";
import { type AnswerRow, type ConclusionRow, citizenOf, conclusionsOf, holdScreening } from "../queries/recorded.ts";
import { conclusionFaults, type Fault } from "../rules/deeds.ts";
import { CASE_WORK, type Keeping } from "./keeping.ts";
import { meet, standingsOf } from "./read-screening.ts";
import type { Standing } from "./stand.ts";

const ANSWERS = "screening.screening_answers";
const CONCLUSIONS = "screening.screening_conclusions";

/** What came of recording something. Nothing is stored unless it is done. */
export type Done =
  | { readonly ok: true; readonly citizen: string }
  | { readonly ok: false; readonly why: "nobody" | "closed" }
  | { readonly ok: false; readonly why: "faulty"; readonly faults: readonly Fault[] }
  | {
      readonly ok: false;
      readonly why: "conflict";
      readonly theirs: { readonly version: string; readonly values: Readonly<Record<string, string | null>> } | null;
    };

/** Is the case of somebody in sight open? Refuses otherwise, and lets those who record something of the same citizen wait. */
export async function begin(tx: Tx, citizen: string, on: Day): Promise<Done | null> {
  if (!(await namesOfCitizens(tx, [citizen])).has(citizen)) return { ok: false, why: "nobody" };
  if (!(await openCases(tx, { on, staff: null })).has(citizen)) return { ok: false, why: "closed" };
  await holdScreening(tx, citizen);
  return null;
}

type Asking<T> = { readonly screening: string; readonly asked: T; readonly who: Keeping };

/** Records answers. One given on an earlier day stays, and the new one follows it; one of the same day is corrected; none takes it back. */
export async function answer(tx: Tx, citizen: string, { screening, asked, who }: Asking<AnswersAsk>): Promise<Done> {
  const refused = await begin(tx, citizen, who.on);
  if (refused) return refused;
  const standing = await caseFor(tx, citizen, { screening, who });
  if (!standing) return noCase("answers");
  for (const [at, one] of asked.answers.entries()) {
    const found = standing.criteria.find(({ row, isOff }) => row.id === one.question && row.ask && !isOff);
    if (!found)
      return { ok: false, why: "faulty", faults: [{ field: `answers/${at}/question`, code: "unknown_question" }] };
    if ((found.answer?.version ?? null) !== one.version) return conflictOver(found.answer);
    await writeAnswer(tx, { citizen, screening, one, now: found.answer, who });
  }
  return logged(tx, citizen, { who, action: "screening.answer", data: "screening_answers" });
}

type Answering = {
  readonly citizen: string;
  readonly screening: string;
  readonly one: AnswersAsk["answers"][number];
  readonly now: AnswerRow | null;
  readonly who: Keeping;
};

async function writeAnswer(tx: Tx, { citizen, screening, one, now, who }: Answering): Promise<void> {
  const { answer: said, question } = one;
  const today = who.known;
  if (said === (now?.answer ?? null)) return;
  if (said === null) await endBeliefs(tx, ANSWERS, { ids: now ? [now.id] : [], today });
  else if (now?.day === who.on)
    await replaceBelief(tx, ANSWERS, { id: now.id, version: now.version, today, values: { answer: said } });
  else {
    const values = { citizen, screening, question, answer: said, day: isoDay(who.on) };
    await addBelief(tx, ANSWERS, { id: who.newId(), today, values });
  }
}

function conflictOver(theirs: AnswerRow | null): Done {
  return {
    ok: false,
    why: "conflict",
    theirs: theirs && { version: theirs.version, values: { [theirs.question]: theirs.answer } },
  };
}

/** Records a conclusion. The same conclusion with another reason or effort changes the one there is; another follows it from today. */
export async function conclude(
  tx: Tx,
  citizen: string,
  { screening, asked, who }: Asking<ConclusionAsk>,
): Promise<Done> {
  const refused = await begin(tx, citizen, who.on);
  if (refused) return refused;
  const standing = await caseFor(tx, citizen, { screening, who });
  if (!standing) return noCase("conclusion");
  const { conclusion: now, its, said } = standing;
  if ((now?.version ?? null) !== asked.version) return conflictWith(now);
  const { conclusion, reason } = asked;
  const effortFrom = asked.effortFrom === null ? null : day(asked.effortFrom);
  // What the rule said when it was concluded stands: what became known since does not make yesterday's conclusion one against it.
  const isSame = now !== null && (now.conclusion === conclusion || now.day === who.on);
  const stood = now?.conclusion === conclusion ? asSaid(now.rule_said, said) : said;
  const faults = conclusionFaults({ conclusion, reason, effortFrom }, { its, said: stood, on: who.on });
  if (faults.length > 0) return { ok: false, why: "faulty", faults };
  const values: BeliefValues = {
    conclusion,
    rule_said: stood,
    reason: reason === "" ? null : reason,
    effort_from: asked.effortFrom,
  };
  const today = who.known;
  if (isSame) await replaceBelief(tx, CONCLUSIONS, { id: now.id, version: now.version, today, values });
  else
    await addBelief(tx, CONCLUSIONS, {
      id: who.newId(),
      today,
      values: { ...values, citizen, screening, day: isoDay(who.on) },
    });
  return logged(tx, citizen, { who, action: "screening.conclude", data: "screening_conclusions" });
}

function asSaid(said: string | null, otherwise: Standing["said"]): Standing["said"] {
  return said === "i_risiko" || said === "ikke_i_risiko" || said === "uafklaret" ? said : otherwise;
}

/** Takes a conclusion back over the version that was seen: it never was concluded. The records keep that it was believed. */
export async function takeBackConclusion(
  tx: Tx,
  id: string,
  { version, who }: { readonly version: string; readonly who: Keeping },
): Promise<Done> {
  const citizen = await citizenOf(tx, "conclusion", id);
  if (citizen === null) return { ok: false, why: "nobody" };
  const refused = await begin(tx, citizen, who.on);
  if (refused) return refused;
  const now = (await conclusionsOf(tx, [citizen])).find((row) => row.id === id) ?? null;
  if (now?.version !== version) return conflictWith(now);
  await endBeliefs(tx, CONCLUSIONS, { ids: [id], today: who.known });
  return logged(tx, citizen, { who, action: "screening.take-back", data: "screening_conclusions" });
}

function conflictWith(theirs: ConclusionRow | null): Done {
  if (theirs === null) return { ok: false, why: "conflict", theirs: null };
  const { version, conclusion, reason, effortFrom } = theirs;
  return { ok: false, why: "conflict", theirs: { version, values: { conclusion, reason, effortFrom } } };
}

function noCase(field: string): Done {
  return { ok: false, why: "faulty", faults: [{ field, code: "no_case" }] };
}

async function caseFor(
  tx: Tx,
  citizen: string,
  { screening, who }: Pick<Asking<unknown>, "screening" | "who">,
): Promise<Standing | null> {
  const met = await meet(tx, citizen, who);
  return met && (standingsOf(met, who).find(({ screening: { row } }) => row.id === screening) ?? null);
}

/** Says in the log that something about a citizen was changed. */
export async function logged(
  tx: Tx,
  citizen: string,
  { who, action, data }: { readonly who: Keeping; readonly action: string; readonly data: string },
): Promise<Done> {
  await logAccess(tx, { user: who.user, action, purpose: CASE_WORK, keys: [citizen], change: true, data: [data] });
  return { ok: true, citizen };
}
