import { addDays, type Day } from "../../platform/kernel/day.ts";
import { covers } from "../../platform/kernel/period.ts";
import type { CaseFile, IntegrationData, Rung } from "../contract.ts";

type Around = Pick<CaseFile, "timeline" | "work" | "education">;
type Step = { readonly rung: Rung; readonly from: Day; readonly until: Day };

/** Where somebody stands on the employment ladder (INT-01), and how they came there. */
export type Place = {
  /** The highest rung that holds; null for none. */
  readonly rung: Rung | null;
  /** The first day they stood there, without a break. */
  readonly since: Day;
  /** Where they stood before that; undefined when they have always stood there in this course. */
  readonly before: Rung | null | undefined;
  /** Did the last move go up? Null without a move. */
  readonly isUp: boolean | null;
};

/** All times on the ladder: each offer, work or education that is a rung. */
export function stepsOf(
  { ladder }: Pick<IntegrationData, "ladder">,
  { timeline, work, education }: Around,
): readonly Step[] {
  return ladder.rungs.flatMap((rung) => [
    ...timeline.spells
      .filter(({ family, code }) => family === "offer" && rung.offers.includes(code))
      .map(({ from, until }) => ({ rung, from, until })),
    ...work.filter(({ kind }) => rung.work.includes(kind)).map(({ from, until }) => ({ rung, from, until })),
    ...education.filter(({ kind }) => rung.education.includes(kind)).map(({ from, until }) => ({ rung, from, until })),
  ]);
}

/** The highest rung on a day; null for none. The steps are those of `stepsOf`, the highest first. */
export function rungOn(steps: readonly Step[], day: Day): Rung | null {
  return steps.find((one) => covers(one, day))?.rung ?? null;
}

/** Where somebody stands on a day, in a course that began on another. */
export function placeOn(
  data: Pick<IntegrationData, "ladder">,
  file: Around,
  { start, on }: { start: Day; on: Day },
): Place {
  const steps = stepsOf(data, file);
  const rung = rungOn(steps, on);
  const turns = steps
    .flatMap(({ from, until }) => [from, until])
    .filter((day) => day > start && day <= on)
    .toSorted((a, b) => b - a);
  const since = turns.find((day) => rungOn(steps, addDays(day, -1)) !== rungOn(steps, day));
  if (since === undefined) return { rung, since: start, before: undefined, isUp: null };
  const before = rungOn(steps, addDays(since, -1));
  return { rung, since, before, isUp: heightOf(data, rung) > heightOf(data, before) };
}

/** How high a rung is: 0 for none, 1 for the lowest. */
export function heightOf({ ladder }: Pick<IntegrationData, "ladder">, rung: Rung | null): number {
  const at = ladder.rungs.findIndex(({ code }) => code === rung?.code);
  return at < 0 ? 0 : ladder.rungs.length - at;
}
