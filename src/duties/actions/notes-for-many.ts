import { DONE, type EachDone, forEachCitizen, refused } from "../../contact/public.ts";
import type { Tx } from "../../platform/db/public.ts";
import type { NoteForMany, UndoNotes } from "../follow.ts";
import { addReminder, changeReminder, reminderCalled } from "../queries/reminders.ts";
import type { DayLooking } from "./my-day.ts";

const DATA = ["reminders"];

/** Writes the same note or reminder of one's own about some citizens in sight, and says for each whether it is written (ASK-14). */
export function noteForEach(tx: Tx, { citizens, ...note }: NoteForMany, who: DayLooking): Promise<EachDone> {
  return forEachCitizen(tx, [...new Set(citizens)], {
    who,
    action: "duties.remind.many",
    data: DATA,
    work: async (citizen) => {
      const id = await addReminder(tx, citizen, { ...note, owner: who.user.label });
      return { ...DONE, made: { id, version: 1 } };
    },
  });
}

/** Takes notes of one's own back that nobody changed since: they stand as done, for what was written is never gone. */
export async function undoNotesOf(tx: Tx, { reminders }: UndoNotes, who: DayLooking): Promise<EachDone> {
  const owner = who.user.label;
  const rows = await Promise.all(reminders.map(({ id }) => reminderCalled(tx, id, owner)));
  const versions = new Map(reminders.map(({ id, version }) => [id, version]));
  const mine = new Map(rows.flatMap((row) => (row?.owner === owner ? [[row.citizen, row] as const] : [])));
  return forEachCitizen(tx, [...mine.keys()], {
    who,
    action: "duties.remind.undo",
    data: DATA,
    work: async (citizen) => {
      const row = mine.get(citizen);
      const version = row && versions.get(row.id);
      if (!row || version === undefined) return refused("changed_since");
      const { text, day, mark, isShared } = row;
      const isDone = await changeReminder(tx, row.id, { owner, version, text, day, mark, isShared, isDone: true });
      return isDone ? DONE : refused("changed_since");
    },
  });
}
