import { day } from "../kernel/day.ts";
import { type Fault, fault } from "./fault.ts";
import { BEGINNING, contentHash, daySeal, linkHash } from "./hashes.ts";
import type { StoredDay, StoredLink } from "./queries/verifying.ts";
import { isBackdated } from "./rules/day-of-entry.ts";

/** Where a walk along the chain is: `position`, `number` and `next` are those of the link before, or of the day that was finished. */
export type Walk = {
  readonly municipality: string;
  readonly days: readonly StoredDay[];
  readonly byNumber: ReadonlyMap<number, StoredDay>;
  readonly faults: Fault[];
  /** How many days' seals have been checked. */
  checked: number;
  number: number;
  position: number;
  next: string;
  seal: string;
  lastHash: string;
  seen: number;
};

/** A walk before the first link. */
export function startWalk(municipality: string, days: readonly StoredDay[]): Walk {
  return {
    municipality,
    days,
    byNumber: new Map(days.map((stored) => [stored.number, stored])),
    faults: [],
    checked: 0,
    number: 0,
    position: 0,
    next: BEGINNING,
    seal: BEGINNING,
    lastHash: "",
    seen: 0,
  };
}

/** Checks the next link: its place, its hash, its entry. */
export function takeLink(walk: Walk, link: StoredLink): void {
  finishDays(walk, link.dayNumber);
  const place = { day: link.day, number: link.dayNumber, entry: link.sealedEntry };
  if (link.dayNumber > walk.number + 1) {
    walk.faults.push(fault("day_missing", { number: walk.number + 1 }));
    walk.number = link.dayNumber - 1;
  }
  const label = walk.byNumber.get(link.dayNumber)?.day ?? link.day;
  const isRight = linkHash(walk.next, { content: link.content, change: link.sealedChange }) === link.hash;
  if (link.position !== walk.position + 1) walk.faults.push(fault("link_missing", { ...place, entry: null }));
  else if (!isRight || label !== link.day) walk.faults.push(fault("link_changed", place));
  const code = entryFault(walk, link);
  if (code) walk.faults.push(fault(code, place));
  walk.position = link.position;
  walk.next = link.hash;
  walk.lastHash = link.hash;
  walk.seen += 1;
}

function entryFault(walk: Walk, link: StoredLink): Fault["code"] | null {
  const { found } = link;
  if (found === null) {
    const stored = walk.byNumber.get(link.dayNumber);
    const dropped = link.sealedChange ? stored?.changesDropped : stored?.looksDropped;
    return dropped ? null : "entry_missing";
  }
  if (contentHash(walk.municipality, found) !== link.content) return "entry_changed";
  return isBackdated(day(found.entryDay), day(link.day)) ? "entry_backdated" : null;
}

/** Checks the seals of all days before a number: each follows the one before, and the links walked end where it says. */
export function finishDays(walk: Walk, before: number): void {
  for (let stored = walk.days[walk.checked]; stored && stored.number < before; stored = walk.days[walk.checked]) {
    const place = { day: stored.day, number: stored.number };
    const last = stored.firstPosition + stored.entries - 1;
    if (stored.number !== walk.number + 1) walk.faults.push(fault("day_missing", { number: walk.number + 1 }));
    if (stored.previous !== walk.seal || daySeal(walk.municipality, stored) !== stored.seal)
      walk.faults.push(fault("day_changed", place));
    const hasLinks = walk.position === last && walk.lastHash === stored.lastHash;
    if (!hasLinks && stored.changesDropped === null) walk.faults.push(fault("link_missing", place));
    Object.assign(walk, { seal: stored.seal, next: stored.seal, position: last, number: stored.number });
    walk.checked += 1;
  }
}
