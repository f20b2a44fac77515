import type { Day } from "../../platform/kernel/day.ts";
import type { Obligation, Timeline } from "../contract.ts";
import { standingsOn } from "../rules/obligations.ts";
import { lawFor } from "./law-ready.ts";

/** In which municipality, from which day, and up to which it is looked ahead. */
export type LookAhead = { readonly municipality: string; readonly on: Day; readonly until: Day };

/**
 * What a citizen is owed or owes, late or not, and what would come up to a day if everything that runs goes on and nothing more happens; the
 * earliest due first. The same engine and law as the kept duties. A rule that ends before that day is heard as it stands today: what is owed by it,
 * and falls due while it is in force, is owed.
 */
export function dutiesAhead(timeline: Timeline, { municipality, on, until }: LookAhead): readonly Obligation[] {
  const law = lawFor(municipality);
  const openOn = (day: Day): readonly Obligation[] =>
    standingsOn(law, timeline, day).obligations.filter(
      ({ met, closed, due, status }) =>
        met === null && closed === null && due !== null && due <= until && status !== "exempt",
    );
  const ahead = openOn(until);
  const ending = openOn(on).filter(({ rule, due }) => rule.until <= until && Number(due) < rule.until);
  return [...ahead, ...ending].toSorted((a, b) => Number(a.due) - Number(b.due) || (a.rule.id < b.rule.id ? -1 : 1));
}
