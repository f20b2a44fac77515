import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import type { Channel, LetterContent, LetterState, TemplateName } from "../rules/letter.ts";

/** A letter as the records have it. */
export type LetterRow = {
  readonly id: string;
  readonly citizen: string;
  readonly appointment: string;
  readonly appointment_version: number;
  readonly template: TemplateName;
  readonly language: "da" | "en";
  readonly content: LetterContent;
  readonly channel: Channel;
  readonly state: LetterState;
  readonly tries: number;
  readonly fault: string | null;
  readonly version: number;
  readonly written_by: string;
  readonly written_at: Date;
  readonly changed_by: string;
  readonly changed_at: Date;
};

const COLUMNS =
  sql.raw(`l.id, l.citizen, l.appointment, l.appointment_version, l.template, l.language, l.content, l.channel, l.state, l.tries,
  l.fault, l.version, l.written_by, l.written_at, l.changed_by, l.changed_at`);

function read(tx: Tx, rest: RawBuilder<unknown>): Promise<readonly LetterRow[]> {
  return sql<LetterRow>`select ${COLUMNS} from contact.letters l ${rest}`.execute(tx).then(({ rows }) => rows);
}

/** The letters about some appointments, the earliest first. */
export function lettersAbout(tx: Tx, appointments: readonly string[]): Promise<readonly LetterRow[]> {
  if (appointments.length === 0) return Promise.resolve([]);
  return read(tx, sql`where l.appointment = any(${[...appointments]}::uuid[]) order by l.written_at, l.id`);
}

/** One letter; null when none in sight has this id. */
export async function letterCalled(tx: Tx, id: string): Promise<LetterRow | null> {
  return (await read(tx, sql`where l.id = ${id}::uuid`))[0] ?? null;
}

/** The letters somebody has to do something about: those that failed, and those to be printed. Of one member of staff's appointments, or of all in sight. */
export function lettersInHand(tx: Tx, staff: string | null): Promise<readonly LetterRow[]> {
  const whose = staff === null ? sql`true` : sql`a.staff = ${staff}`;
  return read(
    tx,
    sql`join contact.appointments a on a.municipality = l.municipality and a.id = l.appointment
      where l.state in ('failed', 'to_print') and ${whose} order by a.day, a.starts, l.id`,
  );
}

type NewLetter = Pick<
  LetterRow,
  "citizen" | "appointment" | "appointment_version" | "template" | "language" | "content" | "channel"
> & {
  readonly undoMinutes: number;
  readonly by: string;
};

/** Writes a letter and gives its id; null when the same letter about the same text of the appointment is there already. */
export async function addLetter(tx: Tx, letter: NewLetter): Promise<string | null> {
  const { citizen, appointment, appointment_version, template, language, content, channel, undoMinutes, by } = letter;
  const state = channel === "print" ? "to_print" : "waiting";
  const { rows } = await sql<{ id: string }>`insert into contact.letters
      (municipality, citizen, appointment, appointment_version, template, language, content, channel, state, not_before, written_by, changed_by)
    values (platform.municipality(), ${citizen}, ${appointment}::uuid, ${appointment_version}, ${template}, ${language},
      ${JSON.stringify(content)}::jsonb, ${channel}, ${state}, now() + ${undoMinutes} * interval '1 minute', ${by}, ${by})
    on conflict do nothing returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

/** Takes back what has not gone of the letters about an appointment; how many. */
export async function withdrawLetters(tx: Tx, appointment: string, by: string): Promise<number> {
  const done =
    await sql`update contact.letters set state = 'withdrawn', fault = null, version = version + 1, changed_by = ${by}, changed_at = now()
    where appointment = ${appointment}::uuid and state in ('waiting', 'to_print', 'failed')`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}

/** Lets what has not gone of the letters about an appointment stand for its new text, which tells the citizen nothing new. */
export async function keepLetters(tx: Tx, appointment: string, version: number): Promise<void> {
  await sql`update contact.letters set appointment_version = ${version}
    where appointment = ${appointment}::uuid and state in ('waiting', 'to_print', 'failed')`.execute(tx);
}

/** Takes a letter to another state over the version that was seen; false when somebody was there before. */
export async function stepLetter(
  tx: Tx,
  seen: { readonly id: string; readonly version: number; readonly by: string },
  to: LetterState,
): Promise<boolean> {
  const channel = to === "to_print" ? sql`'print'` : sql`channel`;
  const done =
    await sql`update contact.letters set state = ${to}, channel = ${channel}, fault = null, tries = 0, not_before = now(),
      version = version + 1, changed_by = ${seen.by}, changed_at = now()
    where id = ${seen.id}::uuid and version = ${seen.version}`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** After so long without word a sending is taken to have been cut off. */
const CUT_OFF = sql.raw("interval '10 minutes'");

/**
 * Takes the next letter that is to go, and marks it as being sent; null when there is none. Two processes never take the same one. A letter about what an appointment does not
 * say any more, because its sending was under way while that changed, has failed: somebody must see whether the citizen knows.
 */
export async function takeNextLetter(tx: Tx): Promise<LetterRow | null> {
  await sql`update contact.letters l set state = 'failed', fault = 'outdated', version = version + 1, changed_by = 'letters', changed_at = now()
    where ((l.state = 'waiting' and l.not_before <= now()) or (l.state = 'sending' and l.changed_at < now() - ${CUT_OFF}))
      and not exists (select from contact.appointments a
        where a.municipality = l.municipality and a.id = l.appointment and a.version = l.appointment_version)`.execute(
    tx,
  );
  const taken = await read(
    tx,
    sql`where (l.state = 'waiting' and l.not_before <= now()) or (l.state = 'sending' and l.changed_at < now() - ${CUT_OFF})
      order by l.not_before, l.id limit 1 for update of l skip locked`,
  );
  const letter = taken[0];
  if (!letter) return null;
  await sql`update contact.letters set state = 'sending', tries = tries + 1, version = version + 1, changed_by = 'letters', changed_at = now()
    where id = ${letter.id}::uuid`.execute(tx);
  return { ...letter, state: "sending", tries: letter.tries + 1, version: letter.version + 1 };
}

/** Notes what came of a sending: gone, to be tried again in some minutes, or failed with a code. Does nothing when the letter was taken over meanwhile. */
export async function noteSending(
  tx: Tx,
  letter: Pick<LetterRow, "id" | "version">,
  came:
    | { readonly state: "sent" }
    | { readonly state: "waiting"; readonly inMinutes: number }
    | { readonly state: "failed"; readonly fault: string },
): Promise<void> {
  const fault = came.state === "failed" ? came.fault : null;
  const minutes = came.state === "waiting" ? came.inMinutes : 0;
  await sql`update contact.letters set state = ${came.state}, fault = ${fault}, not_before = now() + ${minutes} * interval '1 minute',
      version = version + 1, changed_at = now()
    where id = ${letter.id}::uuid and version = ${letter.version} and state = 'sending'`.execute(tx);
}

/** Notes that letters which were handed over came back; the ids of those that are ours, and of those among them that had gone. */
export async function noteReturned(
  tx: Tx,
  ids: readonly string[],
): Promise<{ readonly ours: readonly string[]; readonly failed: number }> {
  const ours = await sql<{ id: string }>`select id from contact.letters where id = any(${[...ids]}::uuid[])`.execute(
    tx,
  );
  const done = await sql`update contact.letters set state = 'failed', fault = 'returned', version = version + 1,
      changed_by = 'letters', changed_at = now()
    where id = any(${[...ids]}::uuid[]) and state in ('sent', 'sending')`.execute(tx);
  return { ours: ours.rows.map(({ id }) => id), failed: Number(done.numAffectedRows ?? 0) };
}

/**
 * Appointments from a day on, up to and with another, of which the citizens were told more than so many days ahead, and which nobody reminded them of yet, with the language they
 * were written to in last. Whoever was told of this time later needs no reminder, and one that was taken back is not written again.
 */
export async function unremindedWithin(
  tx: Tx,
  asked: { readonly from: string; readonly to: string; readonly daysBefore: number },
): Promise<readonly { readonly appointment: string; readonly citizen: string; readonly language: "da" | "en" }[]> {
  const isTold = sql`l.template <> 'reminder' and l.state <> 'withdrawn'`;
  const since = sql`a.day - ${asked.daysBefore}::integer`;
  const found = await sql<{ appointment: string; citizen: string; language: "da" | "en" }>`
    select a.id as appointment, a.citizen, (array_agg(l.language order by l.written_at desc) filter (where ${isTold}))[1] as language
    from contact.appointments a join contact.letters l on l.municipality = a.municipality and l.appointment = a.id
    where a.state = 'booked' and a.day between ${asked.from}::date and ${asked.to}::date
    group by a.id, a.citizen, a.version, a.day
    having max((l.content ->> 'on')::date) filter (where ${isTold}) < ${since}
      and not coalesce(bool_or(l.template = 'reminder' and (l.appointment_version = a.version or (l.content ->> 'on')::date >= ${since})), false)`.execute(
    tx,
  );
  return found.rows;
}
