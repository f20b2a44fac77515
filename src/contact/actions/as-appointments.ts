import { staffNames } from "../../organisation/public.ts";
import type { Tx } from "../../platform/db/public.ts";
import type { Appointment } from "../contract.ts";
import { formLabel, kindLabel } from "../kinds.ts";
import type { AppointmentRow } from "../queries/appointments.ts";
import { lettersAbout } from "../queries/letters.ts";
import { asLetter } from "./as-letters.ts";
import { interpretersFor } from "./interpreters.ts";

/** Appointments as the pages get them, with what codes and people are called. */
export async function asAppointments(tx: Tx, rows: readonly AppointmentRow[]): Promise<Appointment[]> {
  const names = await staffNames(
    tx,
    rows.map(({ staff }) => staff),
  );
  const letters = Map.groupBy(
    await lettersAbout(
      tx,
      rows.map(({ id }) => id),
    ),
    ({ appointment }) => appointment,
  );
  const needOn = await interpretersFor(
    tx,
    rows.map(({ citizen }) => citizen),
  );
  return rows.map((row) => ({
    id: row.id,
    citizen: row.citizen,
    name: row.name,
    isProtected: row.is_protected,
    kind: row.kind,
    kindLabel: kindLabel(row.kind),
    form: row.form,
    formLabel: formLabel(row.form),
    day: row.day,
    starts: row.starts,
    minutes: row.minutes,
    staff: row.staff,
    staffName: names.get(row.staff) ?? null,
    isDuty: row.is_duty,
    purpose: row.purpose,
    parties: [...row.parties],
    state: row.state,
    reason: row.reason,
    isReasonable: row.is_reasonable,
    decision: row.decision,
    decidedWhy: row.decided_why,
    note: row.note,
    interpreter: needOn(row.citizen, row.day),
    meeting: row.meeting === null ? null : { id: row.meeting, subject: row.subject ?? "", place: row.place ?? "" },
    version: row.version,
    changedBy: row.changed_by,
    changedAt: row.changed_at.toISOString(),
    letters: (letters.get(row.id) ?? []).map(asLetter),
  }));
}
