import { languageLabel, languages } from "../../citizens/public.ts";
import { staffNames, staffToday } from "../../organisation/public.ts";
import type { Tx } from "../../platform/db/public.ts";
import { day } from "../../platform/kernel/day.ts";
import { formCodes, formLabel, kindLabel, kinds } from "../kinds.ts";
import type { Meeting, Meetings } from "../meeting-contract.ts";
import type { MeetingRow } from "../queries/meetings.ts";
import type { MeetingPlaces } from "../rules/meeting.ts";
import { handles, type Keeping } from "./keeping.ts";

/** Group meetings as the pages get them, with what codes and people are called. */
export async function asMeetings(tx: Tx, rows: readonly MeetingRow[], who: Keeping): Promise<Meeting[]> {
  const names = await staffNames(
    tx,
    rows.map(({ staff }) => staff),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    kindLabel: kindLabel(row.kind),
    form: row.form,
    formLabel: formLabel(row.form),
    subject: row.subject,
    place: row.place,
    language: row.language,
    languageLabel: languageLabel(row.language),
    day: row.day,
    starts: row.starts,
    minutes: row.minutes,
    staff: row.staff,
    staffName: names.get(row.staff) ?? null,
    isDuty: row.is_duty,
    room: row.room,
    taken: row.taken,
    state: row.state,
    reason: row.reason,
    isMine: handles(row, who),
    version: row.version,
    changedBy: row.changed_by,
    changedAt: row.changed_at.toISOString(),
  }));
}

/** One meeting as the pages get it. */
export async function asMeeting(tx: Tx, row: MeetingRow, who: Keeping): Promise<Meeting> {
  const [one] = await asMeetings(tx, [row], who);
  if (!one) throw new Error("a meeting got lost");
  return one;
}

/** The kinds of conversation that many citizens can have at once. */
export const groupKinds = kinds.flatMap((kind) => (kind.group === null ? [] : [{ ...kind, group: kind.group }]));

/** What a new meeting can be. */
export async function meetingChoices(tx: Tx, who: Keeping): Promise<Meetings["choices"]> {
  const staff = new Map((await staffToday(tx)).map(({ person, name }) => [person, name]));
  return {
    kinds: groupKinds.map(({ code, label, forms, minutes, duty, group, source }) => ({
      code,
      label,
      forms: [...forms],
      minutes,
      duty,
      group,
      source,
    })),
    forms: formCodes.map((code) => ({ code, label: formLabel(code) })),
    languages: languages.map(({ code, label }) => ({ code, label })),
    staff: [...staff].map(([id, name]) => ({ id, name })),
    own: who.staff,
  };
}

/** A meeting as far as places go. */
export function placesOf(row: MeetingRow): MeetingPlaces {
  const { id, kind, language, state, starts, minutes, room, taken } = row;
  return { id, kind, language, state, day: day(row.day), starts, minutes, room, taken };
}
