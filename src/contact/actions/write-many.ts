import type { Tx } from "../../platform/db/public.ts";
import { day } from "../../platform/kernel/day.ts";
import type { EachDone } from "../contract.ts";
import type { UndoLettersAsk, WriteManyAsk } from "../meeting-contract.ts";
import { appointmentsOf } from "../queries/appointments.ts";
import { letterCalled, lettersAbout, stepLetter } from "../queries/letters.ts";
import { hasBegun } from "../rules/meeting.ts";
import { DONE, forEachCitizen, refused } from "./each-done.ts";
import type { Keeping } from "./keeping.ts";
import { writeAbout } from "./write-letter.ts";

const LETTERS = ["letters"];

/**
 * Writes to each of some citizens about their next conversation: an invitation to those who were not written to, and a reminder to the others. Whoever has nothing booked, or
 * was reminded of it already, is not written to, and it is said.
 */
export function writeToMany(tx: Tx, { citizens, language }: WriteManyAsk, who: Keeping): Promise<EachDone> {
  return forEachCitizen(tx, [...new Set(citizens)], {
    who,
    action: "contact.letters.many",
    data: LETTERS,
    work: async (citizen) => {
      const booked = (await appointmentsOf(tx, citizen)).filter(({ state }) => state === "booked");
      const ahead = booked.filter((one) => !hasBegun({ ...one, day: day(one.day) }, who.now));
      const next = ahead.at(-1);
      if (!next) return refused("nothing_booked");
      const letters = (await lettersAbout(tx, [next.id])).filter(({ state }) => state !== "withdrawn");
      const template = letters.some((one) => one.template !== "cancelled") ? "reminder" : "invitation";
      const id = await writeAbout(tx, next, { template, language, who });
      return id === null ? refused("written_already") : { ...DONE, made: { id, version: 1 } };
    },
  });
}

/** Takes letters back that have not gone and that nobody touched since. */
export async function undoLetters(tx: Tx, { letters }: UndoLettersAsk, who: Keeping): Promise<EachDone> {
  const rows = await Promise.all(letters.map(({ id }) => letterCalled(tx, id)));
  const versions = new Map(letters.map(({ id, version }) => [id, version]));
  const mine = new Map(rows.flatMap((row) => (row ? [[row.citizen, row] as const] : [])));
  return forEachCitizen(tx, [...mine.keys()], {
    who,
    action: "contact.letters.undo",
    data: LETTERS,
    work: async (citizen) => {
      const row = mine.get(citizen);
      const version = row && versions.get(row.id);
      if (!row || version === undefined || row.version !== version) return refused("changed_since");
      if (row.state !== "waiting" && row.state !== "to_print") return refused("letter_gone");
      const isDone = await stepLetter(tx, { id: row.id, version, by: who.user.label }, "withdrawn");
      return isDone ? DONE : refused("changed_since");
    },
  });
}
