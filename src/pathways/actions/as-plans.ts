import { bookedFrom } from "../../contact/public.ts";
import type { Tx } from "../../platform/db/public.ts";
import type { Plan, PlanKind } from "../contract.ts";
import { demandsOfAll, kindCalled, talkLabel } from "../kinds.ts";
import { wasHeldSince } from "../queries/people.ts";
import { changedSince, type PlanRow } from "../queries/plans.ts";
import { isPossible } from "../rules/deeds.ts";
import { lacking } from "../rules/demands.ts";
import type { Keeping } from "./keeping.ts";

type Around = { readonly who: Keeping; readonly isOpen: boolean };

/** A citizen's plans as the pages get them: what each lacks under the law of the day, what its change calls for, and what may be done with it. */
export async function asPlans(tx: Tx, rows: readonly PlanRow[], { who, isOpen }: Around): Promise<Plan[]> {
  const mayWrite = who.mayWrite && isOpen;
  const plans: Plan[] = [];
  for (const row of rows) {
    const kind = kindCalled(row.kind);
    const at = { on: who.on, municipality: who.municipality };
    const isRunning = row.state !== "ended" && kind !== null;
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
      lacks: isRunning ? [...lacking(kind, row.content, { at, ofAll: demandsOfAll })] : [],
      talk: kind === null ? null : await talkFor(tx, row, kind),
      may: {
        write: mayWrite && isPossible("write", row),
        adopt: mayWrite && isPossible("adopt", row),
        end: mayWrite && isPossible("end", row),
        takeBack: mayWrite && isPossible("takeBack", row),
      },
    });
  }
  return plans;
}

/** The conversation that a change of a plan in force calls for (CPL-06), until one was held. */
async function talkFor(tx: Tx, row: PlanRow, { changeCallsFor: kind }: PlanKind): Promise<Plan["talk"]> {
  if (kind === null || row.state !== "adopted") return null;
  const since = (await changedSince(tx, row.citizen)).get(row.id);
  if (since === undefined || (await wasHeldSince(tx, { citizen: row.citizen, kind, since }))) return null;
  const booked = (await bookedFrom(tx, since, row.citizen)).find((talk) => talk.kind === kind);
  return { kind: talkLabel(kind), since, booked: booked?.day ?? null };
}
