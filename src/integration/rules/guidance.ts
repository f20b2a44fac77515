import type { Day } from "../../platform/kernel/day.ts";
import type { CaseFile, IntegrationData } from "../contract.ts";

/** Guidance on returning home (INT-08): when it was last given, and how many meetings there were since. */
export type Guidance = {
  readonly first: Day | null;
  readonly lastGuided: Day | null;
  /** Meetings after the last guidance, all when there was none. */
  readonly without: number;
  readonly latest: Day | null;
};

/** How guidance stands in a course that began on a day. Meetings are those that were held; guidance counts at whatever talk it was given. */
export function guidanceOn(
  { guidance }: Pick<IntegrationData, "guidance">,
  { talks }: Pick<CaseFile, "talks">,
  { start, on }: { readonly start: Day; readonly on: Day },
): Guidance {
  const held = talks.filter(({ status, day }) => status === "holdt" && start <= day && day <= on);
  const guided = held.filter(({ kind, guided: was }) => was || kind === guidance.kind).map(({ day }) => day);
  const meetings = held.filter(({ kind }) => guidance.meetings.includes(kind)).map(({ day }) => day);
  const lastGuided = guided.length === 0 ? null : (Math.max(...guided) as Day);
  return {
    first: meetings.length === 0 ? null : (Math.min(...meetings) as Day),
    lastGuided,
    without: meetings.filter((day) => lastGuided === null || day > lastGuided).length,
    latest: meetings.length === 0 ? null : (Math.max(...meetings) as Day),
  };
}
