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
  readonly staff: string | null;
};

/** A young citizen without a planned next step. */
export type WithoutStep = { readonly citizen: string; readonly born: string; readonly staff: string | null };

type Asked = {
  readonly on: string;
  /** One member of staff's citizens; null for everybody in sight. */
  readonly staff: string | null;
};

/** The open steps that fall due before a day, the earliest first, of citizens whose case is open. */
export async function stepsDueBefore(
  tx: Tx,
  { on, staff, before }: Asked & { readonly before: string },
): Promise<readonly DueStep[]> {
  const found =
    await sql<DueStep>`select s.citizen, s.plan, s.plan_kind, s.plan_state, s.kind, s.text, s.owner, s.due::text as due, r.staff
    from pathways.steps_now s join citizens.responsible_now r on r.citizen = s.citizen
      and r.from_day <= ${on}::date and ${on}::date < r.until_day
    where s.state in ('planned', 'running') and s.due < ${before}::date and ${ofStaff(staff)}
    order by s.due, s.citizen, s.plan, s.step`.execute(tx);
  return found.rows;
}

/** Citizens born after a day whose case is open and who have no open step, not yet past its last day, in a plan that is in force (CPL-15); the youngest first. */
export async function withoutNextStep(
  tx: Tx,
  { on, staff, bornAfter }: Asked & { readonly bornAfter: string },
): Promise<readonly WithoutStep[]> {
  const found = await sql<WithoutStep>`select p.citizen, p.born::text as born, r.staff
    from citizens.people_now p join citizens.responsible_now r on r.citizen = p.citizen
      and r.from_day <= ${on}::date and ${on}::date < r.until_day
    where p.born > ${bornAfter}::date and ${ofStaff(staff)} and not exists (select from pathways.steps_now s
      where s.citizen = p.citizen and s.plan_state = 'adopted' and s.state in ('planned', 'running')
        and (s.due is null or s.due >= ${on}::date))
    order by p.born desc, p.citizen`.execute(tx);
  return found.rows;
}

function ofStaff(staff: string | null) {
  return staff === null ? sql`true` : sql`r.staff = ${staff}`;
}
