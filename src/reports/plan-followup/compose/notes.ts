import type { GoalNote } from "../../../plan/contract.ts";
import { fill, textOf } from "../../../platform/texts/catalogue.ts";
import type { ReportNote } from "../contract.ts";
import type { Words } from "./words.ts";

const CPR = /\b(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[- ]?\d{4}\b/g;
const copenhagen = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Copenhagen" });

/** What was decided or said about a goal, oldest first: withdrawn notes left out, the writer by role, never by name. */
export function composeNotes(
  notes: readonly GoalNote[],
  of: { goal: string; kind: GoalNote["kind"] },
  words: Words,
): ReportNote[] {
  return notes
    .filter((note) => note.goal === of.goal && note.kind === of.kind && !note.withdrawn)
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))
    .map((note) => composeNote(note, words));
}

function composeNote(note: GoalNote, words: Words): ReportNote {
  const day = copenhagen.format(new Date(note.at));
  const role = textOf(words.texts.role, note.role);
  return {
    when: words.day(day),
    day,
    who: fill(words.texts.goal.writtenBy, { role, when: words.day(day) }),
    text: withoutNumbersOfPersons(note.text, words),
  };
}

/** A free text with anything that looks like a CPR number taken out. */
export function withoutNumbersOfPersons(text: string, words: Words): string {
  return text.replaceAll(CPR, words.texts.removed);
}
