import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import { ageOn, day, isoDay } from "../../platform/kernel/day.ts";
import type { CitizenPlans, PlanVersions } from "../contract.ts";
import { kinds, stepKinds } from "../kinds.ts";
import { personOn } from "../queries/people.ts";
import { planCalled, plansOf, versionsOf } from "../queries/plans.ts";
import { asPlans } from "./as-plans.ts";
import { CASE_WORK, DATA, type Keeping } from "./keeping.ts";

/** All of a citizen's plans (ASK-23), and what a new one can be; null when nobody of that id is in sight. The look is logged. */
export async function readPlans(tx: Tx, citizen: string, who: Keeping): Promise<CitizenPlans | null> {
  const today = isoDay(who.on);
  const person = await personOn(tx, citizen, today);
  if (!person) return null;
  const { restricted, aside } = await who.heldBack(tx);
  const isAside = aside.has(citizen);
  const mayWrite = who.mayWrite && person.is_open && !restricted.has(citizen);
  const rows = isAside ? [] : await plansOf(tx, citizen);
  await logAccess(tx, { user: who.user, action: "plans.citizen", purpose: CASE_WORK, keys: [citizen], data: DATA });
  return {
    citizen,
    name: person.name,
    isProtected: person.is_protected,
    age: person.born === null ? null : ageOn(day(person.born), who.on),
    today,
    isAside,
    may: { write: mayWrite },
    plans: await asPlans(tx, rows, { who: { ...who, mayWrite }, isOpen: person.is_open }),
    kinds: [...kinds],
    stepKinds,
  };
}

/** Every version of a plan (CPL-19); null when none of that id is in sight, or it may only be stored. The look is logged. */
export async function readVersions(tx: Tx, id: string, who: Keeping): Promise<PlanVersions | null> {
  const plan = await planCalled(tx, id);
  if (!plan || (await who.heldBack(tx)).aside.has(plan.citizen)) return null;
  const rows = await versionsOf(tx, id);
  await logAccess(tx, {
    user: who.user,
    action: "plans.versions",
    purpose: CASE_WORK,
    keys: [plan.citizen],
    data: DATA,
  });
  return {
    plan: id,
    versions: rows.map((row) => ({
      version: row.version,
      deed: row.deed,
      reason: row.reason,
      state: row.state,
      content: row.content,
      writtenOn: row.written_on,
      writtenBy: row.written_by,
      writtenAt: row.written_at.toISOString(),
    })),
  };
}
