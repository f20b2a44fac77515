import { asDay, asText, dayIn, labelOf } from "../../courses/rules.ts";
import { addDays, type Day } from "../../platform/kernel/day.ts";
import type { CaseFile, Course, Labels, Phrase, YouthData } from "../contract.ts";
import { applicationOf, inWords, linesOf } from "./lines.ts";
import { PHRASES } from "./phrases.ts";
import { type Given, idleDays, promptsFor } from "./prompts.ts";
import { type Standing, standingOn } from "./standing.ts";

function saysOf({ spell, isNow, age, days }: Standing): Phrase {
  if (isNow) return { text: PHRASES.young, with: { age: { number: age }, days: { number: days } } };
  return { text: PHRASES.wasYoung, with: { from: { day: spell.from }, to: { day: addDays(spell.until, -1) } } };
}

function cellsOf(given: Given): Course["cells"] {
  const { data, labels, file, standing } = given;
  const { days, age, readiness, assessment, running, open, admitted } = standing;
  const idle = idleDays(given);
  return {
    next: asDay(file.ahead.find(({ area }) => data.areas.includes(area))?.due ?? null),
    days: { number: days },
    age: { number: age },
    readiness: asText(labelOf(labels.readiness, readiness?.code)),
    direction: asText(labelOf(labels.direction, assessment?.values.direction)),
    running: running.length === 0 ? null : { text: inWords(labels, running) },
    idle: idle === null ? null : { number: idle },
    deadline: asDay(dayIn(open[0]?.values.deadline)),
    application: asText(applicationOf(labels, standing)),
    begins: asDay(admitted?.begins ?? null),
  };
}

function filtersOf(given: Given): readonly string[] {
  const { data, on, standing } = given;
  const { spell, open, readiness, assessment, admitted, applied, absences, lateDuties } = standing;
  const deadline = dayIn(open[0]?.values.deadline);
  const isOpen = deadline !== null;
  const reading = assessment?.values.reading;
  const is: Readonly<Record<string, boolean>> = {
    late: lateDuties > 0,
    new: on - spell.from < data.newcomers.days,
    idle: (idleDays(given) ?? -1) >= data.gap.days,
    undirected: assessment === null,
    order_soon: isOpen && deadline >= on && deadline - on <= data.order.soonDays,
    order_passed: isOpen && deadline < on,
    applied: applied !== null,
    waiting: admitted !== null,
    ready: readiness?.filter === "ready",
    activity: readiness?.filter === "activity",
    reading: reading === "behov" || reading === "ordblind",
    absent: absences >= data.absence.times,
  };
  return Object.keys(is).filter((id) => is[id]);
}

/** Was anything noted of a course that is over? Without it there is nothing to show. */
function isNoted({ assessment, orders, applications }: Standing): boolean {
  return assessment !== null || orders.length > 0 || applications.length > 0;
}

/** A young person's course as its page shows it; null for somebody who has none. Columns and filters of the list are those of `cellsOf` and `filtersOf`. */
export function youthCourse(
  known: { readonly data: YouthData; readonly labels: Labels },
  file: CaseFile,
  on: Day,
): Course | null {
  const standing = standingOn(known.data, file, on);
  if (!standing || !(standing.isNow || isNoted(standing))) return null;
  const given: Given = { ...known, file, on, standing };
  return {
    isNow: standing.isNow,
    says: saysOf(standing),
    lines: standing.isNow ? linesOf(given) : [],
    prompts: promptsFor(given),
    curve: null,
    cells: cellsOf(given),
    filters: filtersOf(given),
  };
}
