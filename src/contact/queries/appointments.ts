import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import type { Booking, SettleAsk } from "../contract.ts";

/** An appointment as the records have it; days as ISO texts. */
export type AppointmentRow = {
  readonly id: string;
  readonly citizen: string;
  readonly name: string | null;
  readonly is_protected: boolean;
  readonly kind: string;
  readonly form: string;
  readonly day: string;
  readonly starts: number;
  readonly minutes: number;
  readonly staff: string;
  readonly is_duty: boolean;
  readonly purpose: string;
  readonly parties: readonly string[];
  readonly state: "booked" | "held" | "missed" | "cancelled";
  readonly reason: string;
  readonly is_reasonable: boolean | null;
  readonly decision: "no_consequence" | "hearing" | "deduction" | "no_decision_yet" | null;
  readonly decided_why: string;
  readonly note: string;
  readonly conversation: string | null;
  /** The group meeting it is a place in, with its subject and place; null for a conversation with one citizen. */
  readonly meeting: string | null;
  readonly subject: string | null;
  readonly place: string | null;
  /** The language the meeting is held in. */
  readonly held_in: string | null;
  readonly version: number;
  readonly changed_by: string;
  readonly changed_at: Date;
};

const COLUMNS = sql.raw(`a.id, a.citizen, c.name, coalesce(c.is_protected, false) as is_protected,
  a.kind, a.form, a.day::text as day, a.starts, a.minutes, a.staff, a.is_duty, a.purpose, a.parties, a.state, a.reason, a.is_reasonable, a.decision,
  a.decided_why, a.note, a.conversation, a.meeting, m.subject, m.place, m.language as held_in, a.version, a.changed_by, a.changed_at`);
const FROM = sql.raw(`contact.appointments a left join citizens.names_now c on c.citizen = a.citizen
  left join contact.meetings m on m.municipality = a.municipality and m.id = a.meeting`);

function read(tx: Tx, which: RawBuilder<unknown>): Promise<readonly AppointmentRow[]> {
  return sql<AppointmentRow>`select ${COLUMNS} from ${FROM} where ${which}`.execute(tx).then(({ rows }) => rows);
}

/** The appointments of some days, `to` included, of everybody in sight or of one member of staff, the earliest first. */
export function appointmentsBetween(
  tx: Tx,
  asked: { readonly from: string; readonly to: string; readonly staff: string | null },
): Promise<readonly AppointmentRow[]> {
  const whose = asked.staff === null ? sql`true` : sql`a.staff = ${asked.staff}`;
  return read(
    tx,
    sql`a.day between ${asked.from}::date and ${asked.to}::date and a.state <> 'cancelled' and ${whose}
      order by a.day, a.starts, a.staff, a.id`,
  );
}

/** What is booked with everybody in sight from a day on, the earliest first. */
export function appointmentsFrom(tx: Tx, day: string): Promise<readonly AppointmentRow[]> {
  return read(tx, sql`a.day >= ${day}::date and a.state = 'booked' order by a.day, a.starts, a.id`);
}

/** A citizen's appointments, the latest first. */
export function appointmentsOf(tx: Tx, citizen: string): Promise<readonly AppointmentRow[]> {
  return read(tx, sql`a.citizen = ${citizen} order by a.day desc, a.starts desc, a.id`);
}

/** The places in a group meeting that citizens in sight have or had, by name. */
export function placesIn(tx: Tx, meeting: string): Promise<readonly AppointmentRow[]> {
  return read(tx, sql`a.meeting = ${meeting}::uuid order by c.name nulls last, a.citizen, a.changed_at`);
}

/** One appointment; null when none in sight has this id. */
export async function appointmentCalled(tx: Tx, id: string): Promise<AppointmentRow | null> {
  return (await read(tx, sql`a.id = ${id}::uuid`))[0] ?? null;
}

/** Some appointments by their ids. */
export async function appointmentsCalled(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, AppointmentRow>> {
  const rows = await read(tx, sql`a.id = any(${[...ids]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Writes a new appointment and gives its id. */
export async function addAppointment(
  tx: Tx,
  booked: Booking & {
    readonly citizen: string;
    readonly follows: string | null;
    readonly meeting?: string;
    readonly by: string;
  },
): Promise<string> {
  const {
    citizen,
    follows,
    meeting = null,
    by,
    kind,
    form,
    day,
    starts,
    minutes,
    staff,
    isDuty,
    purpose,
    parties,
  } = booked;
  const { rows } = await sql<{ id: string }>`insert into contact.appointments
      (municipality, citizen, kind, form, day, starts, minutes, staff, is_duty, purpose, parties, follows, meeting, changed_by)
    values (platform.municipality(), ${citizen}, ${kind}, ${form}, ${day}, ${starts}, ${minutes}, ${staff}, ${isDuty}, ${purpose},
      ${parties}, ${follows}, ${meeting}::uuid, ${by}) returning id`.execute(tx);
  if (!rows[0]) throw new Error("an appointment was not written");
  return rows[0].id;
}

/** Writes many booked appointments at once, without asking whether their times are free: for a calendar that is made up. */
export async function addAppointments(
  tx: Tx,
  many: readonly (Booking & { readonly citizen: string })[],
  by: string,
): Promise<void> {
  await sql`insert into contact.appointments
      (municipality, citizen, kind, form, day, starts, minutes, staff, is_duty, purpose, parties, changed_by)
    select platform.municipality(), citizen, kind, form, day, starts, minutes, staff, "isDuty", purpose, '{}', ${by}
    from jsonb_to_recordset(${JSON.stringify(many)}::jsonb) as b (citizen text, kind text, form text, day date, starts integer,
      minutes integer, staff text, "isDuty" boolean, purpose text)`.execute(tx);
}

type Version = { readonly id: string; readonly version: number; readonly by: string };

/** Moves or changes a booked appointment over the version that was seen; false when somebody was there before. */
export function changeAppointment(tx: Tx, seen: Version, to: Booking): Promise<boolean> {
  const { kind, form, day, starts, minutes, staff, isDuty, purpose, parties } = to;
  return write(
    tx,
    seen,
    sql`kind = ${kind}, form = ${form}, day = ${day}, starts = ${starts}, minutes = ${minutes}, staff = ${staff},
      is_duty = ${isDuty}, purpose = ${purpose}, parties = ${parties}`,
  );
}

/** Writes what became of an appointment over the version that was seen; false when somebody was there before. */
export function settleAppointment(
  tx: Tx,
  seen: Version,
  told: Omit<SettleAsk, "version" | "next" | "letter"> & { readonly conversation: string | null },
): Promise<boolean> {
  const { outcome, reason, isReasonable, decision, decidedWhy, note, conversation } = told;
  return write(
    tx,
    seen,
    sql`state = ${outcome}, reason = ${reason}, is_reasonable = ${isReasonable}, decision = ${decision}, decided_why = ${decidedWhy},
      note = ${note}, conversation = ${conversation}`,
  );
}

/** Makes a settled appointment a booked one again over the version that was seen; its note stays. */
export function reopenAppointment(tx: Tx, seen: Version): Promise<boolean> {
  return write(
    tx,
    seen,
    sql`state = 'booked', reason = '', is_reasonable = null, decision = null, decided_why = '', conversation = null`,
  );
}

async function write(tx: Tx, { id, version, by }: Version, values: RawBuilder<unknown>): Promise<boolean> {
  const kept = await sql`insert into contact.earlier_appointments (municipality, appointment, version, citizen, was)
    select municipality, id, version, citizen, to_jsonb(a) from contact.appointments a
    where id = ${id}::uuid and version = ${version} for update`.execute(tx);
  if (Number(kept.numAffectedRows ?? 0) === 0) return false;
  await sql`update contact.appointments set ${values}, version = version + 1, changed_by = ${by}, changed_at = now()
    where id = ${id}::uuid and version = ${version}`.execute(tx);
  return true;
}
