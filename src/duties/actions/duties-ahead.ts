import type { Day } from "../../platform/kernel/day.ts";
import type { Obligation, Timeline } from "../contract.ts";
import { standingsOn } from "../rules/obligations.ts";
import { lawFor } from "./law-ready.ts";

/** In which municipality, and up to which day it is looked ahead. */
export type LookAhead = { readonly municipality: string; readonly until: Day };

/**
 * What a citizen is owed or owes, late or not, and what would come up to a day if everything that runs goes on and nothing more happens; the
 * earliest due first. The same engine and law as the kept duties.
 */
export function dutiesAhead(timeline: Timeline, { municipality, until }: LookAhead): readonly Obligation[] {
  return standingsOn(lawFor(municipality), timeline, until)
    .obligations.filter(
      ({ met, closed, due, status }) =>
        met === null && closed === null && due !== null && due <= until && status !== "exempt",
    )
    .toSorted((a, b) => Number(a.due) - Number(b.due) || (a.rule.id < b.rule.id ? -1 : 1));
}
