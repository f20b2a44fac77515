import type { TimelineEntry } from "../../citizens/contract.ts";
import type { Tx } from "../../platform/db/public.ts";
import { isoDay } from "../../platform/kernel/day.ts";
import type { CourseKind, RecordForm } from "../course.ts";
import { recordsOf } from "../queries/records.ts";
import { lastDayOf, lineOf } from "./shown.ts";

/** The forms whose records stand on the timeline; what the citizens' own records hold stands there already. */
function formsInTimeline(kinds: readonly CourseKind[]): readonly RecordForm[] {
  return kinds.flatMap(({ forms }) => forms).filter(({ fact }) => fact.word !== "citizens");
}

/** The names of the facts whose records stand on the timeline, for the access log. */
export function notedFacts(kinds: readonly CourseKind[]): readonly string[] {
  return formsInTimeline(kinds).map(({ fact }) => fact.name);
}

/** What is noted of a citizen's courses as lines of the timeline. Log the look before showing them. */
export async function recordsInTimeline(
  tx: Tx,
  kinds: readonly CourseKind[],
  citizen: string,
): Promise<readonly TimelineEntry[]> {
  const lines: TimelineEntry[] = [];
  const own = formsInTimeline(kinds);
  const noted = await recordsOf(
    tx,
    own.map(({ fact }) => fact),
    [citizen],
  );
  for (const { fact, one } of own) {
    for (const record of noted.get(fact.name)?.get(citizen) ?? []) {
      const from = isoDay(record.from);
      const to = fact.shape === "spell" ? lastDayOf(fact, record) : from;
      lines.push({ kind: "course", from, to, what: { ...one }, detail: lineOf(fact, record) });
    }
  }
  return lines;
}
