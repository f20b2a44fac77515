import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import type { PlanContent, PlanState, PlanVersion } from "../contract.ts";

/** A plan as the records have it; days as ISO texts. */
export type PlanRow = {
  readonly id: string;
  readonly citizen: string;
  readonly kind: string;
  readonly state: PlanState;
  readonly content: PlanContent;
  readonly adopted_on: string | null;
  readonly fact: string | null;
  readonly version: number;
  readonly changed_on: string;
  readonly changed_by: string;
  readonly changed_at: Date;
};

/** One version of a plan as the records have it. */
export type VersionRow = {
  readonly version: number;
  readonly deed: PlanVersion["deed"];
  readonly reason: string;
  readonly state: PlanState;
  readonly content: PlanContent;
  readonly adopted_on: string | null;
  readonly written_on: string;
  readonly written_by: string;
  readonly written_at: Date;
};

/** What a version says of the whole plan. */
export type Written = {
  readonly state: PlanState;
  readonly content: PlanContent;
  readonly adoptedOn: string | null;
  readonly fact: string | null;
};

/** Why and by whom a version is written, and on which day of the jobcentre's calendar. */
export type Writing = {
  readonly deed: PlanVersion["deed"];
  readonly reason: string;
  readonly by: string;
  readonly on: string;
};

function read(tx: Tx, which: RawBuilder<unknown>): Promise<readonly PlanRow[]> {
  return sql<PlanRow>`select id, citizen, kind, state, content, adopted_on::text as adopted_on, fact, version,
      changed_on::text as changed_on, changed_by, changed_at
    from pathways.plans where ${which}`
    .execute(tx)
    .then(({ rows }) => rows);
}

/** A citizen's plans: those in force first, then drafts, then those that ended, the latest changed first. */
export function plansOf(tx: Tx, citizen: string): Promise<readonly PlanRow[]> {
  return read(
    tx,
    sql`citizen = ${citizen} order by array_position(array['adopted', 'draft', 'ended'], state), changed_at desc, id`,
  );
}

/** One plan; null when none in sight has this id. Whoever reads it to change it waits for another who does. */
export async function planCalled(
  tx: Tx,
  id: string,
  asked: { readonly isToChange?: boolean } = {},
): Promise<PlanRow | null> {
  return (await read(tx, sql`id = ${id}::uuid ${asked.isToChange ? sql`for update` : sql``}`))[0] ?? null;
}

/** Whoever begins a plan with a citizen waits here until another who does is done, so that one plan is not begun twice. */
export async function takeTurn(tx: Tx, citizen: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('springbraet plans'), hashtext(platform.municipality() || ' ' || ${citizen}))`.execute(
    tx,
  );
}

/** Writes the first version of a plan and gives its id. */
export async function addPlan(
  tx: Tx,
  plan: Written & { readonly citizen: string; readonly kind: string },
  writing: Writing,
): Promise<string> {
  const { citizen, kind, state, content, adoptedOn, fact } = plan;
  const { rows } = await sql<{ id: string }>`insert into pathways.plans
      (municipality, citizen, kind, state, content, adopted_on, fact, changed_on, changed_by)
    values (platform.municipality(), ${citizen}, ${kind}, ${state}, ${JSON.stringify(content)}::jsonb, ${adoptedOn}, ${fact},
      ${writing.on}, ${writing.by}) returning id`.execute(tx);
  if (!rows[0]) throw new Error("a plan was not written");
  await addVersion(tx, rows[0].id, writing);
  return rows[0].id;
}

/** Writes the next version of a plan over the one that was seen; false when somebody was there before. */
export async function changePlan(
  tx: Tx,
  seen: { readonly id: string; readonly version: number },
  { to, ...writing }: Writing & { readonly to: Written },
): Promise<boolean> {
  const done = await sql`update pathways.plans set state = ${to.state}, content = ${JSON.stringify(to.content)}::jsonb,
      adopted_on = ${to.adoptedOn}, fact = ${to.fact}, version = version + 1, changed_on = ${writing.on}, changed_by = ${writing.by},
      changed_at = now()
    where id = ${seen.id}::uuid and version = ${seen.version}`.execute(tx);
  if (Number(done.numAffectedRows ?? 0) === 0) return false;
  await addVersion(tx, seen.id, writing);
  return true;
}

async function addVersion(tx: Tx, id: string, { deed, reason, by, on }: Writing): Promise<void> {
  await sql`insert into pathways.plan_versions
      (municipality, plan, version, citizen, deed, reason, state, content, adopted_on, written_on, written_by)
    select municipality, id, version, citizen, ${deed}, ${reason}, state, content, adopted_on, ${on}::date, ${by}
    from pathways.plans where id = ${id}::uuid`.execute(tx);
}

/** Every version of a plan, the newest first. */
export async function versionsOf(tx: Tx, id: string): Promise<readonly VersionRow[]> {
  const found = await sql<VersionRow>`select version, deed, reason, state, content, adopted_on::text as adopted_on,
      written_on::text as written_on, written_by, written_at
    from pathways.plan_versions where plan = ${id}::uuid order by version desc`.execute(tx);
  return found.rows;
}

/** When a plan was begun, and the last day on which what it says now was written while it was in force; null when that was not, or was taken back. */
export type PlanDays = { readonly begun: string; readonly changed: string | null };

/** The days of each of a citizen's plans. */
export async function planDays(tx: Tx, citizen: string): Promise<ReadonlyMap<string, PlanDays>> {
  const found = await sql<PlanDays & { plan: string }>`select v.plan, min(v.written_on)::text as begun,
      (max(v.written_on) filter (where v.state = 'adopted' and v.deed = 'written' and v.content = p.content))::text as changed
    from pathways.plan_versions v join pathways.plans p on p.municipality = v.municipality and p.id = v.plan
    where v.citizen = ${citizen} group by v.plan`.execute(tx);
  return new Map(found.rows.map(({ plan, ...days }) => [plan, days]));
}

/** Has anybody in sight a plan? */
export async function anyPlans(tx: Tx): Promise<boolean> {
  return (await sql`select from pathways.plans limit 1`.execute(tx)).rows.length > 0;
}

/** A plan with all its versions, the first first. */
export type WholePlan = {
  readonly id: string;
  readonly citizen: string;
  readonly kind: string;
  readonly versions: readonly (Omit<Written, "fact"> & Omit<Writing, "by">)[];
};

/** Writes many plans at once with all their versions, asking nothing: for plans that are made up. */
export async function addPlans(tx: Tx, many: readonly WholePlan[], by: string): Promise<void> {
  const versions = many.flatMap(({ id, citizen, kind, versions: all }) =>
    all.map((one, at) => ({ ...one, id, citizen, kind, version: at + 1, isLast: at + 1 === all.length })),
  );
  const rows = sql`jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) as b (id uuid, citizen text, kind text, version integer,
    "isLast" boolean, state text, deed text, reason text, content jsonb, "adoptedOn" date, "on" date)`;
  await sql`insert into pathways.plans
      (municipality, id, citizen, kind, state, content, adopted_on, version, changed_on, changed_by)
    select platform.municipality(), id, citizen, kind, state, content, "adoptedOn", version, "on", ${by} from ${rows}
    where "isLast"`.execute(tx);
  await sql`insert into pathways.plan_versions
      (municipality, plan, version, citizen, deed, reason, state, content, adopted_on, written_on, written_by)
    select platform.municipality(), id, version, citizen, deed, reason, state, content, "adoptedOn", "on", ${by} from ${rows}`.execute(
    tx,
  );
  await sql`insert into pathways.plans_in_force (municipality, id, from_day, until_day, citizen, kind, known_from)
    select platform.municipality(), id::text, "adoptedOn", case when state = 'ended' then greatest("on", "adoptedOn" + 1) else date '9999-12-31' end,
      citizen, kind, "adoptedOn" from ${rows} where "isLast" and "adoptedOn" is not null`.execute(tx);
}
