import type { Day } from "../../platform/kernel/day.ts";
import { covers, type Period } from "../../platform/kernel/period.ts";
import type { CaseFile, YouthData } from "../contract.ts";

/** Something a young person does: an offer, work or education. */
export type Activity = {
  readonly family: "offer" | "work" | "education";
  readonly code: string;
  readonly from: Day;
  readonly until: Day;
};

type Around = Pick<CaseFile, "timeline" | "work" | "education">;

/** All that counts as doing something, the earliest first. */
export function activitiesOf(
  { gap }: Pick<YouthData, "gap">,
  { timeline, work, education }: Around,
): readonly Activity[] {
  const offers = timeline.spells
    .filter(({ family, code }) => family === "offer" && gap.offers.includes(code))
    .map(({ code, from, until }): Activity => ({ family: "offer", code, from, until }));
  const others = (family: "work" | "education", stretches: Around["work"]): readonly Activity[] =>
    stretches.map(({ kind, from, until }) => ({ family, code: kind, from, until }));
  return [...offers, ...others("work", work), ...others("education", education)].toSorted(
    (a, b) => a.from - b.from || a.until - b.until,
  );
}

/** What runs on a day. */
export function runningOn(activities: readonly Activity[], day: Day): readonly Activity[] {
  return activities.filter((one) => covers(one, day));
}

/** The first day of a stretch on the benefit since which nothing has run; null while something runs. */
export function idleSince(activities: readonly Activity[], spell: Period, on: Day): Day | null {
  if (runningOn(activities, on).length > 0) return null;
  return Math.max(spell.from, ...activities.map(({ until }) => until).filter((until) => until <= on)) as Day;
}

/** What begins next after a day; null when nothing is known. */
export function nextAfter(activities: readonly Activity[], on: Day): Activity | null {
  return activities.find(({ from }) => from > on) ?? null;
}
