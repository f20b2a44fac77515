import type { TimelineEntry } from "../citizens/contract.ts";
import { conversationsOfCitizen } from "../contact/public.ts";
import { notedFacts, recordsInTimeline } from "../courses/public.ts";
import { offersOfCitizen } from "../offers/public.ts";
import { plansOfCitizen } from "../pathways/public.ts";
import type { Tx } from "../platform/db/public.ts";
import { progressionOfCitizen } from "../progression/public.ts";
import { screeningsOfCitizen } from "../screening/public.ts";
import { courseKinds } from "./courses.ts";

/** Lines of a citizen's history from another word, and the kinds of data they are read from. */
type Source = {
  readonly data: readonly string[];
  readonly read: (tx: Tx, citizen: string) => Promise<readonly TimelineEntry[]>;
  /** Is it shown of somebody set aside from the reader too? */
  readonly ofAside?: true;
};

const SOURCES: readonly Source[] = [
  { data: ["conversations"], read: conversationsOfCitizen, ofAside: true },
  { data: ["offers"], read: offersOfCitizen, ofAside: true },
  { data: ["plans"], read: plansOfCitizen },
  { data: notedFacts(courseKinds), read: (tx, citizen) => recordsInTimeline(tx, courseKinds, citizen) },
  { data: ["progression_measurements"], read: progressionOfCitizen },
  { data: ["screening_conclusions", "archetypes"], read: screeningsOfCitizen },
];

/**
 * What the other words know of a citizen, for the history on the record, with what it was read from. Plans, courses, measurements and screenings of somebody
 * set aside from the reader are not shown anywhere.
 */
export async function otherTimeline(
  tx: Tx,
  citizen: string,
  aside: ReadonlySet<string>,
): Promise<{ readonly lines: readonly TimelineEntry[]; readonly data: readonly string[] }> {
  const sources = SOURCES.filter(({ ofAside = false }) => ofAside || !aside.has(citizen));
  const lines: TimelineEntry[] = [];
  for (const { read } of sources) lines.push(...(await read(tx, citizen)));
  return { lines, data: sources.flatMap(({ data }) => data) };
}
