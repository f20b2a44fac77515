import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import type { NewMeeting } from "../meeting-contract.ts";
import type { MeetingState } from "../rules/meeting.ts";

/** A group meeting as the records have it; the day as ISO text. */
export type MeetingRow = {
  readonly id: string;
  readonly kind: string;
  readonly form: string;
  readonly subject: string;
  readonly place: string;
  readonly language: string;
  readonly day: string;
  readonly starts: number;
  readonly minutes: number;
  readonly staff: string;
  readonly unit: string | null;
  readonly is_duty: boolean;
  readonly room: number;
  readonly taken: number;
  readonly state: MeetingState;
  readonly reason: string;
  readonly version: number;
  readonly changed_by: string;
  readonly changed_at: Date;
};

const COLUMNS =
  sql.raw(`m.id, m.kind, m.form, m.subject, m.place, m.language, m.day::text as day, m.starts, m.minutes, m.staff, m.unit, m.is_duty,
  m.room, m.taken, m.state, m.reason, m.version, m.changed_by, m.changed_at`);

function read(tx: Tx, rest: RawBuilder<unknown>): Promise<readonly MeetingRow[]> {
  return sql<MeetingRow>`select ${COLUMNS} from contact.meetings m where ${rest}`.execute(tx).then(({ rows }) => rows);
}

/** All group meetings from a day on, the earliest first; or before it, the latest first. */
export function meetingsAround(
  tx: Tx,
  { when, day }: { readonly when: "coming" | "past"; readonly day: string },
): Promise<readonly MeetingRow[]> {
  return when === "coming"
    ? read(tx, sql`m.day >= ${day}::date order by m.day, m.starts, m.id`)
    : read(tx, sql`m.day < ${day}::date order by m.day desc, m.starts desc, m.id`);
}

/** What is planned between two days, both included, of one member of staff or of all. */
export function plannedBetween(
  tx: Tx,
  asked: { readonly from: string; readonly to: string; readonly staff: string | null },
): Promise<readonly MeetingRow[]> {
  const whose = asked.staff === null ? sql`true` : sql`m.staff = ${asked.staff}`;
  return read(
    tx,
    sql`m.state <> 'cancelled' and m.day between ${asked.from}::date and ${asked.to}::date and ${whose} order by m.day, m.starts, m.id`,
  );
}

/** One meeting; null when there is none of this id. */
export async function meetingCalled(tx: Tx, id: string): Promise<MeetingRow | null> {
  return (await read(tx, sql`m.id = ${id}::uuid`))[0] ?? null;
}

/** The same, and whoever else changes it or its places waits until this transaction is done. */
export async function meetingHeld(tx: Tx, id: string): Promise<MeetingRow | null> {
  return (await read(tx, sql`m.id = ${id}::uuid for update`))[0] ?? null;
}

type Written = NewMeeting & { readonly unit: string | null; readonly by: string };

/** Writes a new meeting and gives its id. */
export async function addMeeting(tx: Tx, made: Written): Promise<string> {
  const { kind, form, subject, place, language, day, starts, minutes, staff, unit, isDuty, room, by } = made;
  const { rows } = await sql<{ id: string }>`insert into contact.meetings
      (municipality, kind, form, subject, place, language, day, starts, minutes, staff, unit, is_duty, room, changed_by)
    values (platform.municipality(), ${kind}, ${form}, ${subject}, ${place}, ${language}, ${day}, ${starts}, ${minutes}, ${staff}, ${unit},
      ${isDuty}, ${room}, ${by}) returning id`.execute(tx);
  if (!rows[0]) throw new Error("a meeting was not written");
  return rows[0].id;
}

type Version = { readonly id: string; readonly version: number; readonly by: string };

/** Changes a meeting over the version that was seen; false when somebody was there before. */
export function rewriteMeeting(
  tx: Tx,
  seen: Version,
  to: NewMeeting & { readonly unit: string | null },
): Promise<boolean> {
  const { kind, form, subject, place, language, day, starts, minutes, staff, unit, isDuty, room } = to;
  return write(
    tx,
    seen,
    sql`kind = ${kind}, form = ${form}, subject = ${subject}, place = ${place}, language = ${language}, day = ${day}, starts = ${starts},
      minutes = ${minutes}, staff = ${staff}, unit = ${unit}, is_duty = ${isDuty}, room = ${room}`,
  );
}

/** Writes what became of a meeting over the version that was seen; false when somebody was there before. */
export function endMeeting(
  tx: Tx,
  seen: Version,
  told: { readonly state: MeetingState; readonly reason: string },
): Promise<boolean> {
  return write(tx, seen, sql`state = ${told.state}, reason = ${told.reason}`);
}

/**
 * Takes a place in a meeting; false when there is none, or the meeting is over or called off. Two who take the last one take turns in the database.
 * Places are no text of the meeting: its version stays.
 */
export async function takePlace(tx: Tx, id: string): Promise<boolean> {
  const done = await sql`update contact.meetings set taken = taken + 1
    where id = ${id}::uuid and state <> 'cancelled' and taken < room`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Gives a place back. */
export async function freePlace(tx: Tx, id: string): Promise<void> {
  await sql`update contact.meetings set taken = taken - 1 where id = ${id}::uuid and taken > 0`.execute(tx);
}

async function write(tx: Tx, { id, version, by }: Version, values: RawBuilder<unknown>): Promise<boolean> {
  const kept = await sql`insert into contact.earlier_meetings (municipality, meeting, version, was)
    select municipality, id, version, to_jsonb(m) from contact.meetings m where id = ${id}::uuid and version = ${version} for update`.execute(
    tx,
  );
  if (Number(kept.numAffectedRows ?? 0) === 0) return false;
  await sql`update contact.meetings set ${values}, version = version + 1, changed_by = ${by}, changed_at = now()
    where id = ${id}::uuid and version = ${version}`.execute(tx);
  return true;
}
