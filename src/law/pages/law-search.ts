import { addDays, isoDay, parseDay } from "../../platform/kernel/day.ts";

/** What the law's page shows, as its address has it. Empty texts mean: as usual. */
export type LawSearch = {
  /** The day, and the day it is compared with. */
  readonly on: string;
  readonly mod: string;
  readonly gruppe: string;
  readonly emne: string;
  readonly soeg: string;
};

const LONGEST = 200;

/** Reads the page's address; what is not understood is left out. */
export function readLawSearch(given: Readonly<Record<string, unknown>>): LawSearch {
  return {
    on: dayIn(given.on),
    mod: dayIn(given.mod),
    gruppe: textIn(given.gruppe),
    emne: textIn(given.emne),
    soeg: textIn(given.soeg),
  };
}

/** The search that shows what a day changed: that day beside the one before it. */
export function changesOf(day: string): Pick<LawSearch, "on" | "mod"> {
  const parsed = parseDay(day);
  return { on: day, mod: parsed === null ? "" : isoDay(addDays(parsed, -1)) };
}

function dayIn(given: unknown): string {
  return typeof given === "string" && parseDay(given) !== null ? given : "";
}

function textIn(given: unknown): string {
  return typeof given === "string" ? given.slice(0, LONGEST) : "";
}
