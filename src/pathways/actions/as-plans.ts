import { bookedFrom } from "../../contact/public.ts";
import type { Tx } from "../../platform/db/public.ts";
import { isoDay } from "../../platform/kernel/day.ts";
import type { Plan, PlanKind } from "../contract.ts";
import { demandsOfAll, kindCalled, talkLabel } from "../kinds.ts";
import { heldSince } from "../queries/people.ts";
import { type PlanDays, type PlanRow, planDays } from "../queries/plans.ts";
import { talksWithoutLine } from "../rules/after-talks.ts";
import { isPossible, type PlanDeed } from "../rules/deeds.ts";
import { lacking } from "../rules/demands.ts";
import type { Keeping } from "./keeping.ts";

type Around = { readonly who: Keeping; readonly isOpen: boolean };

/** A citizen's plans as the pages get them: what each lacks under the law of the day, what its change calls for, and what may be done with it. */
export async function asPlans(tx: Tx, rows: readonly PlanRow[], around: Around): Promise<Plan[]> {
  const days = await planDays(tx, rows[0]?.citizen ?? "");
  const plans: Plan[] = [];
  for (const row of rows) {
    const kind = kindCalled(row.kind);
    const own = kind && { row, kind, days: days.get(row.id) ?? { begun: row.changed_on, changed: null } };
    plans.push({
      id: row.id,
      citizen: row.citizen,
      kind: row.kind,
      state: row.state,
      content: row.content,
      adoptedOn: row.adopted_on,
      version: row.version,
      changedOn: row.changed_on,
      changedBy: row.changed_by,
      changedAt: row.changed_at.toISOString(),
      lacks: own ? lacksOf(own, around.who) : [],
      talk: own && (await talkFor(tx, own, around.who)),
      unassessed: own ? await unassessedOf(tx, own) : [],
      may: mayOf(row, around),
    });
  }
  return plans;
}

function mayOf(row: PlanRow, { who, isOpen }: Around): Plan["may"] {
  const may = (deed: PlanDeed): boolean => who.mayWrite && isOpen && isPossible(deed, row);
  return { write: may("write"), adopt: may("adopt"), end: may("end"), takeBack: may("takeBack") };
}

type OfPlan = { readonly row: PlanRow; readonly kind: PlanKind; readonly days: PlanDays };

function lacksOf({ row, kind }: OfPlan, { on, municipality }: Keeping): Plan["lacks"] {
  if (row.state === "ended") return [];
  return [...lacking(kind, row.content, { at: { on, municipality }, ofAll: demandsOfAll })];
}

/** The conversation that a change of a plan in force calls for (CPL-06), until one was held. */
async function talkFor(
  tx: Tx,
  { row, kind: { changeCallsFor: kind }, days }: OfPlan,
  { on }: Keeping,
): Promise<Plan["talk"]> {
  const { changed: since } = days;
  if (kind === null || since === null || row.state !== "adopted") return null;
  if ((await heldSince(tx, { citizen: row.citizen, kind, since })).length > 0) return null;
  const booked = (await bookedFrom(tx, isoDay(on), row.citizen)).find((talk) => talk.kind === kind);
  return { kind: talkLabel(kind), since, booked: booked?.day ?? null };
}

/** The days of conversations held since the plan was begun that lack the line each must have (CPL-04). */
async function unassessedOf(tx: Tx, { row, kind, days }: OfPlan): Promise<string[]> {
  if (kind.afterEach === null || row.state === "ended") return [];
  const held = await heldSince(tx, { citizen: row.citizen, kind: kind.afterEach.talk, since: days.begun });
  return [...talksWithoutLine(kind.afterEach, row.content, held)];
}
