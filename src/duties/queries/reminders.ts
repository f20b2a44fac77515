import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import type { ChangedReminder, NewReminder, Reminder } from "../follow.ts";

export type ReminderRow = Omit<Reminder, "name" | "isProtected" | "isMine" | "changedAt"> & {
  readonly changedAt: Date;
};

function read(tx: Tx, which: RawBuilder<unknown>): Promise<readonly ReminderRow[]> {
  return sql<ReminderRow>`select id, citizen, owner, text, day::text as day, mark, is_shared as "isShared", is_done as "isDone", version,
      changed_by as "changedBy", changed_at as "changedAt"
    from duties.reminders where municipality = platform.municipality() and ${which}`
    .execute(tx)
    .then(({ rows }) => rows);
}

/** One's own reminders that are not done, by day. A note without a day stands on the citizen's page alone. */
export function openReminders(tx: Tx, owner: string): Promise<readonly ReminderRow[]> {
  return read(tx, sql`owner = ${owner} and not is_done and day is not null order by day, changed_at desc, id`);
}

/** The reminders about a citizen that somebody may read: their own, and those that others share. */
export function remindersOf(tx: Tx, citizen: string, reader: string): Promise<readonly ReminderRow[]> {
  return read(
    tx,
    sql`citizen = ${citizen} and (owner = ${reader} or is_shared) order by is_done, day nulls last, changed_at desc, id`,
  );
}

/** One reminder that somebody may read; null when there is none. */
export async function reminderCalled(tx: Tx, id: string, reader: string): Promise<ReminderRow | null> {
  return (await read(tx, sql`id = ${id}::uuid and (owner = ${reader} or is_shared)`))[0] ?? null;
}

/** Writes the same note about some citizens, for those who see them. */
export async function addNotes(
  tx: Tx,
  citizens: readonly string[],
  { owner, text }: { readonly owner: string; readonly text: string },
): Promise<void> {
  await sql`insert into duties.reminders (municipality, citizen, owner, text, mark, is_shared, changed_by)
    select platform.municipality(), citizen, ${owner}, ${text}, 'none', true, ${owner} from unnest(${[...citizens]}::text[]) as c (citizen)`.execute(
    tx,
  );
}

/** Writes a reminder and gives its id. */
export async function addReminder(
  tx: Tx,
  citizen: string,
  given: NewReminder & { readonly owner: string },
): Promise<string> {
  const { owner, text, day, mark, isShared } = given;
  const { rows } = await sql<{
    id: string;
  }>`insert into duties.reminders (municipality, citizen, owner, text, day, mark, is_shared, changed_by)
    values (platform.municipality(), ${citizen}, ${owner}, ${text}, ${day}, ${mark}, ${isShared}, ${owner}) returning id`.execute(
    tx,
  );
  if (!rows[0]) throw new Error("a reminder was not written");
  return rows[0].id;
}

/** Changes one's own reminder over the version that was seen; false when somebody was there before. */
export async function changeReminder(
  tx: Tx,
  id: string,
  to: ChangedReminder & { readonly owner: string },
): Promise<boolean> {
  const { owner, version, text, day, mark, isShared, isDone } = to;
  const done =
    await sql`update duties.reminders set text = ${text}, day = ${day}, mark = ${mark}, is_shared = ${isShared}, is_done = ${isDone},
      version = version + 1, changed_by = ${owner}, changed_at = now()
    where municipality = platform.municipality() and id = ${id}::uuid and owner = ${owner} and version = ${version}`.execute(
      tx,
    );
  return Number(done.numAffectedRows ?? 0) === 1;
}
