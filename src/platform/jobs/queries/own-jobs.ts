import { sql } from "kysely";
import type { Tx } from "../../db/public.ts";
import type { AskedJob, JobState, JobView } from "../contract.ts";

type JobRow = {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly data: { readonly by: string };
  readonly output: Partial<Pick<JobView, "progress" | "result" | "fault">> | null;
  readonly attempts: number;
  readonly created: Date;
  readonly started: Date | null;
  readonly ended: Date | null;
};

const STATES: Readonly<Record<string, JobState>> = {
  created: "waiting",
  retry: "waiting",
  active: "running",
  completed: "done",
  failed: "failed",
  cancelled: "cancelled",
};

/** Puts a job in line, with the transaction; null when its slot has had one. */
export async function putInLine(
  tx: Tx,
  name: string,
  asked: Omit<AskedJob, "municipality"> & { readonly slotSeconds?: number },
): Promise<string | null> {
  const data = JSON.stringify({ by: asked.by, data: asked.data ?? {} });
  const { rows } = await sql<{ id: string | null }>`select platform.enqueue_job(
    ${name}::text, ${asked.key ?? null}::text, ${data}::jsonb, ${asked.slotSeconds ?? null}::integer) as id`.execute(
    tx,
  );
  return rows[0]?.id ?? null;
}

/** A job of the transaction's municipality, or null. */
export async function jobById(tx: Tx, id: string): Promise<JobView | null> {
  const { rows } = await sql<JobRow>`select * from platform.jobs() where id = ${id}::uuid`.execute(tx);
  return rows[0] ? viewOf(rows[0]) : null;
}

/** The newest jobs of the transaction's municipality. */
export async function newestJobs(tx: Tx, most: number): Promise<readonly JobView[]> {
  const { rows } = await sql<JobRow>`select * from platform.jobs() order by created desc, id limit ${most}`.execute(tx);
  return rows.map(viewOf);
}

/** The newest jobs of a name. */
export async function newestJobsOf(tx: Tx, name: string, most: number): Promise<readonly JobView[]> {
  const { rows } = await sql<JobRow>`select * from platform.jobs() where name = ${name} order by created desc, id
    limit ${most}`.execute(tx);
  return rows.map(viewOf);
}

/** Cancels a job that waits or runs; false when there is none. */
export async function markCancelled(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select platform.cancel_job(${id}::uuid) as done`.execute(tx);
  return rows[0]?.done ?? false;
}

function viewOf({ id, name, state, data, output, ...times }: JobRow): JobView {
  return {
    id,
    name,
    state: STATES[state] ?? "waiting",
    by: data.by,
    ...times,
    progress: output?.progress ?? null,
    result: output?.result ?? null,
    fault: output?.fault ?? null,
  };
}
