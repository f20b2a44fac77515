import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** A step that is open and has a last day. */
export type DueStep = {
  readonly citizen: string;
  readonly plan: string;
  readonly plan_kind: string;
  readonly plan_state: "draft" | "adopted";
  readonly kind: string | null;
  readonly text: string;
  readonly owner: string;
  readonly due: string;
};

/** A young citizen without a planned next step. */
export type WithoutStep = { readonly citizen: string; readonly born: string };

/** Whose case is open on a day and with whom: one member of staff's, or of everybody in sight. */
export async function casesOn(
  tx: Tx,
  { on, staff }: { readonly on: string; readonly staff: string | null },
): Promise<ReadonlyMap<string, string | null>> {
  const whose = staff === null ? sql`true` : sql`staff = ${staff}`;
  const found = await sql<{ citizen: string; staff: string | null }>`select citizen, staff from citizens.responsible_now
    where from_day <= ${on}::date and ${on}::date < until_day and ${whose}`.execute(tx);
  return new Map(found.rows.map((row) => [row.citizen, row.staff]));
}

/** The open steps of some citizens that fall due before a day, the earliest first. */
export async function stepsDueBefore(
  tx: Tx,
  { citizens, before }: { readonly citizens: readonly string[]; readonly before: string },
): Promise<readonly DueStep[]> {
  const found = await sql<DueStep>`select citizen, plan, plan_kind, plan_state, kind, text, owner, s.due::text as due
    from pathways.steps_now s where citizen = any(${[...citizens]}) and state in ('planned', 'running') and s.due < ${before}::date
    order by s.due, citizen, plan, step`.execute(tx);
  return found.rows;
}

type Young = { readonly citizens: readonly string[]; readonly on: string; readonly bornAfter: string };

/** Those of some citizens who were born after a day and have no open step, not yet past its last day, in a plan that is in force (CPL-15); the youngest first. */
export async function withoutNextStep(tx: Tx, { citizens, on, bornAfter }: Young): Promise<readonly WithoutStep[]> {
  const found = await sql<WithoutStep>`select p.citizen, p.born::text as born from citizens.people_now p
    where p.citizen = any(${[...citizens]}) and p.born > ${bornAfter}::date and not exists (select from pathways.steps_now s
      where s.citizen = p.citizen and s.plan_state = 'adopted' and s.state in ('planned', 'running')
        and (s.due is null or s.due >= ${on}::date))
    order by p.born desc, p.citizen`.execute(tx);
  return found.rows;
}
