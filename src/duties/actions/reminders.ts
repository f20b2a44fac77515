import { namesOfCitizens } from "../../citizens/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import type { ChangedReminder, CitizenReminders, NewReminder, Reminder } from "../follow.ts";
import {
  addNotes,
  addReminder,
  changeReminder,
  type ReminderRow,
  reminderCalled,
  remindersOf,
} from "../queries/reminders.ts";
import { naming, reminderOf } from "./follow.ts";
import type { DayLooking } from "./my-day.ts";

/** What came of writing a reminder. `others`: it is shared by somebody else, who alone can change it. */
export type ReminderDone =
  | { readonly ok: true; readonly reminder: Reminder }
  | { readonly ok: false; readonly why: "nobody" | "others" }
  | { readonly ok: false; readonly why: "conflict"; readonly theirs: Reminder };

type Writer = Pick<DayLooking, "user">;

/** The reminders about a citizen that the reader may read; null when nobody of that id is in sight. The look is logged. */
export async function readReminders(
  tx: Tx,
  citizen: string,
  { who, mayWrite }: { readonly who: DayLooking; readonly mayWrite: boolean },
): Promise<CitizenReminders | null> {
  if (!(await namesOfCitizens(tx, [citizen])).has(citizen)) return null;
  const { aside } = await who.heldBack(tx);
  const rows = aside.has(citizen) ? [] : await remindersOf(tx, citizen, who.user.label);
  await log(tx, who, { action: "duties.reminders", citizen, change: false });
  const reminders = await Promise.all(rows.map((row) => whole(tx, row, who)));
  return { may: { write: mayWrite && !aside.has(citizen) }, reminders };
}

/** Writes a note or reminder of one's own about a citizen. */
export async function remind(
  tx: Tx,
  citizen: string,
  { asked, who }: { readonly asked: NewReminder; readonly who: Writer },
): Promise<ReminderDone> {
  if (!(await namesOfCitizens(tx, [citizen])).has(citizen)) return { ok: false, why: "nobody" };
  const id = await addReminder(tx, citizen, { ...asked, owner: who.user.label });
  await log(tx, who, { action: "duties.remind", citizen, change: true });
  return done(tx, id, who);
}

/** Writes the same note about many citizens in sight, for those who see them: one deed, one entry in the log. Gives how many it was kept with. */
export async function noteAboutMany(
  tx: Tx,
  citizens: readonly string[],
  { text, who }: { readonly text: string; readonly who: Writer },
): Promise<number> {
  const keys = [...(await namesOfCitizens(tx, citizens)).keys()];
  if (keys.length === 0) return 0;
  await addNotes(tx, keys, { owner: who.user.label, text });
  await logAccess(tx, {
    user: who.user,
    action: "duties.remind",
    purpose: "hand-over",
    keys,
    change: true,
    data: ["reminders"],
  });
  return keys.length;
}

/** Changes, shares or ticks off a reminder of one's own over the version that was seen. */
export async function changeOwnReminder(
  tx: Tx,
  id: string,
  { asked, who }: { readonly asked: ChangedReminder; readonly who: Writer },
): Promise<ReminderDone> {
  const now = await reminderCalled(tx, id, who.user.label);
  if (!now) return { ok: false, why: "nobody" };
  if (now.owner !== who.user.label) return { ok: false, why: "others" };
  const isChanged = await changeReminder(tx, id, { ...asked, owner: who.user.label });
  if (!isChanged) {
    const row = await reminderCalled(tx, id, who.user.label);
    return row ? { ok: false, why: "conflict", theirs: await whole(tx, row, who) } : { ok: false, why: "nobody" };
  }
  await log(tx, who, { action: "duties.reminder.change", citizen: now.citizen, change: true });
  return done(tx, id, who);
}

/** About whom a reminder is; null when the reader may read none of this id. */
export async function citizenOfReminder(tx: Tx, id: string, { user }: Writer): Promise<string | null> {
  return (await reminderCalled(tx, id, user.label))?.citizen ?? null;
}

async function done(tx: Tx, id: string, who: Writer): Promise<ReminderDone> {
  const row = await reminderCalled(tx, id, who.user.label);
  return row ? { ok: true, reminder: await whole(tx, row, who) } : { ok: false, why: "nobody" };
}

async function whole(tx: Tx, row: ReminderRow, { user }: Writer): Promise<Reminder> {
  const called = await naming(tx, [row.citizen]);
  return { ...called(row), ...reminderOf(row, user.label) };
}

function log(
  tx: Tx,
  { user }: Writer,
  { action, citizen, change }: { readonly action: string; readonly citizen: string; readonly change: boolean },
): Promise<void> {
  return logAccess(tx, { user, action, purpose: "case work", keys: [citizen], change, data: ["reminders"] });
}
