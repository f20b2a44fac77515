import { logAccess } from "../../platform/audit/log-access.ts";
import { addBelief, endBeliefs, type Tx } from "../../platform/db/public.ts";
import { isoDay } from "../../platform/kernel/day.ts";
import type { Plan, PlanContent, PlanKind, WriteAsk } from "../contract.ts";
import { demandsOfAll, kindCalled, stepKinds } from "../kinds.ts";
import { personOn } from "../queries/people.ts";
import {
  addPlan,
  changePlan,
  type PlanRow,
  planCalled,
  plansOf,
  takeTurn,
  versionsOf,
  type Writing,
  type Written,
} from "../queries/plans.ts";
import { type ContentFault, contentFaults } from "../rules/content.ts";
import { isPossible, type PlanDeed } from "../rules/deeds.ts";
import { lacking } from "../rules/demands.ts";
import { asPlans } from "./as-plans.ts";
import { keepInForce } from "./in-force.ts";
import { CASE_WORK, DATA, type Keeping } from "./keeping.ts";

/** Why something is refused: at which place of what was asked, and why. */
export type PlanFault = {
  readonly at: string;
  readonly code:
    | ContentFault["code"]
    | "unknown_kind"
    | "case_closed"
    | "begun_already"
    | "reason_missing"
    | "not_now"
    | "part_of_nothing"
    | "lacks";
};

/** What came of a deed. Nothing is stored unless it is done. */
export type PlanDone =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly why: "nobody" }
  | { readonly ok: false; readonly why: "faulty"; readonly faults: readonly PlanFault[] }
  | { readonly ok: false; readonly why: "conflict"; readonly theirs: PlanRow };

const STEPS = "citizens.case_steps";

type Begun = { readonly asked: { readonly kind: string; readonly content: PlanContent }; readonly who: Keeping };

/** Begins a plan with a citizen, as a draft. */
export async function beginPlan(tx: Tx, citizen: string, { asked, who }: Begun): Promise<PlanDone> {
  const person = await personOn(tx, citizen, isoDay(who.on));
  if (!person) return { ok: false, why: "nobody" };
  const kind = kindCalled(asked.kind);
  if (!kind) return faulty([{ at: "kind", code: "unknown_kind" }]);
  await takeTurn(tx, citizen);
  const others = await plansOf(tx, citizen);
  const isBegun = !kind.several && others.some((one) => one.kind === kind.code && one.state !== "ended");
  const faults: readonly PlanFault[] = [
    ...(person.is_open ? [] : [{ at: "kind", code: "case_closed" } as const]),
    ...(isBegun ? [{ at: "kind", code: "begun_already" } as const] : []),
    ...faultsOf(asked.content, kind, others),
  ];
  if (faults.length > 0) return faulty(faults);
  const plan = {
    citizen,
    kind: kind.code,
    state: "draft",
    content: asked.content,
    adoptedOn: null,
    fact: null,
  } as const;
  const id = await addPlan(tx, plan, { deed: "written", reason: "", by: who.user.label, on: isoDay(who.on) });
  return done(tx, id, { who, action: "plans.begin" });
}

/** Writes a plan anew over the version that was seen, with the reason. One that is in force must still hold what the law of the day demands. */
export async function writePlan(
  tx: Tx,
  id: string,
  { asked, who }: { readonly asked: WriteAsk; readonly who: Keeping },
): Promise<PlanDone> {
  const found = await ready(tx, id, { version: asked.version, deed: "write", who });
  if (!("row" in found)) return found;
  const { row, kind } = found;
  const others = (await plansOf(tx, row.citizen)).filter((one) => one.id !== id);
  const faults: readonly PlanFault[] = [
    ...(asked.reason === "" ? [{ at: "reason", code: "reason_missing" } as const] : []),
    ...faultsOf(asked.content, kind, others),
    ...(row.state === "adopted" ? lacksOf(asked.content, kind, who) : []),
  ];
  if (faults.length > 0) return faulty(faults);
  const to = { ...writtenOf(row), content: asked.content };
  return put(tx, row, { to, deed: "written", reason: asked.reason, who, action: "plans.write" });
}

type Deed = { readonly version: number; readonly reason: string; readonly who: Keeping };

/** Adopts a plan: it is in force from today. What the law knows it as stands among the steps of the case from then on, where duties read it. */
export async function adoptPlan(tx: Tx, id: string, { version, reason, who }: Deed): Promise<PlanDone> {
  const found = await ready(tx, id, { version, deed: "adopt", who });
  if (!("row" in found)) return found;
  const { row, kind } = found;
  const faults = lacksOf(row.content, kind, who);
  if (faults.length > 0) return faulty(faults);
  const to: Written = { ...writtenOf(row), state: "adopted", adoptedOn: isoDay(who.on) };
  return put(tx, row, { to, deed: "adopted", reason, who, action: "plans.adopt" });
}

/** Ends a plan, with the reason. It has been in force all the same: what it met stays met. */
export async function endPlan(tx: Tx, id: string, { version, reason, who }: Deed): Promise<PlanDone> {
  const found = await ready(tx, id, { version, deed: "end", who });
  if (!("row" in found)) return found;
  if (reason === "") return faulty([{ at: "reason", code: "reason_missing" }]);
  const to: Written = { ...writtenOf(found.row), state: "ended" };
  return put(tx, found.row, { to, deed: "ended", reason, who, action: "plans.end" });
}

/** Takes the newest version back: the one before it stands again, as a new version. Taken back twice, the newest stands again. */
export async function takeBackPlan(tx: Tx, id: string, { version, reason, who }: Deed): Promise<PlanDone> {
  const found = await ready(tx, id, { version, deed: "takeBack", who });
  if (!("row" in found)) return found;
  const { row, kind } = found;
  const before = (await versionsOf(tx, id)).find((one) => one.version === version - 1);
  if (!before) return faulty([{ at: "version", code: "not_now" }]);
  if (before.state !== "ended" && row.state === "ended" && (await isBegunAgain(tx, row, kind)))
    return faulty([{ at: "version", code: "begun_already" }]);
  const faults = before.state === "adopted" && row.state !== "adopted" ? lacksOf(before.content, kind, who) : [];
  if (faults.length > 0) return faulty(faults);
  const { state, content, adopted_on: adoptedOn } = before;
  const to: Written = { state, content, adoptedOn, fact: row.fact };
  return put(tx, row, { to, deed: "taken_back", reason, who, action: "plans.take-back" });
}

async function isBegunAgain(tx: Tx, row: PlanRow, kind: PlanKind): Promise<boolean> {
  await takeTurn(tx, row.citizen);
  const others = (await plansOf(tx, row.citizen)).filter((one) => one.id !== row.id);
  return !kind.several && others.some((one) => one.kind === row.kind && one.state !== "ended");
}

type Asked = { readonly version: number; readonly deed: PlanDeed; readonly who: Keeping };
type Ready = { readonly row: PlanRow; readonly kind: PlanKind };

/** The plan a deed is about, when it is the version that was seen and the deed can be done with it. */
async function ready(tx: Tx, id: string, { version, deed, who }: Asked): Promise<Ready | (PlanDone & { ok: false })> {
  const row = await planCalled(tx, id, { isToChange: true });
  const person = row && (await personOn(tx, row.citizen, isoDay(who.on)));
  if (!row || !person) return { ok: false, why: "nobody" };
  if (row.version !== version) return { ok: false, why: "conflict", theirs: row };
  const kind = kindCalled(row.kind);
  if (!kind) return faulty([{ at: "kind", code: "unknown_kind" }]);
  if (!person.is_open) return faulty([{ at: "version", code: "case_closed" }]);
  return isPossible(deed, row) ? { row, kind } : faulty([{ at: "version", code: "not_now" }]);
}

type Put = Omit<Writing, "by" | "on"> & { readonly to: Written; readonly who: Keeping; readonly action: string };

/** Writes the next version, and lets the steps of the case say what the law knows the plan as: from when it is adopted until that is taken back. */
async function put(tx: Tx, row: PlanRow, { to, deed, reason, who, action }: Put): Promise<PlanDone> {
  const fact = await settleFact(tx, row, { adoptedOn: to.adoptedOn, known: who.known });
  const writing = { deed, reason, by: who.user.label, on: isoDay(who.on) };
  if (await changePlan(tx, row, { to: { ...to, fact }, ...writing })) {
    const { id, citizen, kind } = row;
    const endedOn = to.state === "ended" ? isoDay(who.on) : null;
    await keepInForce(tx, { id, citizen, kind, adoptedOn: to.adoptedOn, endedOn }, who.known);
    return done(tx, row.id, { who, action });
  }
  const theirs = await planCalled(tx, row.id);
  return theirs ? { ok: false, why: "conflict", theirs } : { ok: false, why: "nobody" };
}

async function settleFact(
  tx: Tx,
  row: PlanRow,
  { adoptedOn, known }: { readonly adoptedOn: string | null; readonly known: string },
): Promise<string | null> {
  const step = kindCalled(row.kind)?.meets ?? null;
  if (row.fact !== null && adoptedOn === null) {
    await endBeliefs(tx, STEPS, { ids: [row.fact], today: known });
    return null;
  }
  if (step === null || row.fact !== null || adoptedOn === null) return row.fact;
  const id = `plan-${row.id}-${row.version}`;
  await addBelief(tx, STEPS, { id, today: known, values: { citizen: row.citizen, step, day: adoptedOn } });
  return id;
}

function faultsOf(content: PlanContent, kind: PlanKind, others: readonly PlanRow[]): readonly PlanFault[] {
  const isLost = content.partOf !== null && !others.some(({ id }) => id === content.partOf);
  return [
    ...contentFaults(content, { kind, stepKinds }).map(({ at, code }) => ({ at: `content/${at}`, code })),
    ...(isLost ? [{ at: "content/partOf", code: "part_of_nothing" } as const] : []),
  ];
}

function lacksOf(content: PlanContent, kind: PlanKind, { on, municipality }: Keeping): readonly PlanFault[] {
  return lacking(kind, content, { at: { on, municipality }, ofAll: demandsOfAll })
    .filter(({ isDemanded }) => isDemanded)
    .map(({ field }) => ({ at: `content/${field}`, code: "lacks" }));
}

function writtenOf({ state, content, adopted_on: adoptedOn, fact }: PlanRow): Written {
  return { state, content, adoptedOn, fact };
}

function faulty(faults: readonly PlanFault[]): PlanDone & { readonly ok: false } {
  return { ok: false, why: "faulty", faults };
}

/** Reads a plan back that was just written, and logs the change. */
async function done(
  tx: Tx,
  id: string,
  { who, action }: { readonly who: Keeping; readonly action: string },
): Promise<PlanDone> {
  const row = await planCalled(tx, id);
  if (!row) return { ok: false, why: "nobody" };
  const keys = [row.citizen];
  await logAccess(tx, { user: who.user, action, purpose: CASE_WORK, keys, change: true, data: DATA });
  const [plan] = await asPlans(tx, [row], { who, isOpen: true });
  return plan ? { ok: true, plan } : { ok: false, why: "nobody" };
}
