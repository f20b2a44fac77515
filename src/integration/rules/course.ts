import { asDay, asHours, asText, labelOf } from "../../courses/rules.ts";
import { addDays, type Day } from "../../platform/kernel/day.ts";
import type { CaseFile, Course, IntegrationData, Labels, Phrase } from "../contract.ts";
import { linesOf } from "./lines.ts";
import { PHRASES } from "./phrases.ts";
import { type Given, promptsFor } from "./prompts.ts";
import { type Standing, standingOn } from "./standing.ts";

function saysOf({ isNow, spell, months }: Standing): Phrase {
  if (isNow) return { text: PHRASES.isIn, with: { months: { number: months } } };
  return { text: PHRASES.wasIn, with: { from: { day: spell.from }, to: { day: addDays(spell.until, -1) } } };
}

function cellsOf({ data, labels, file, standing }: Given): Course["cells"] {
  const { status, months, signedOn, place, danish, guidance } = standing;
  const hours = danish.record?.values.hours;
  return {
    next: asDay(file.ahead.find(({ area }) => data.areas.includes(area))?.due),
    status: asText(labelOf(labels.status, status?.values.status)),
    months: { number: months },
    contract: asDay(signedOn),
    rung: place.rung ? { text: place.rung.label } : null,
    moved: place.before === undefined ? null : { day: place.since },
    danish: typeof hours === "number" ? asHours(hours) : null,
    talk: asDay(guidance.latest),
    guided: asDay(guidance.lastGuided),
  };
}

function filtersOf({ file, standing }: Given): readonly string[] {
  const { status, months, plannedMonths, signedOn, place, danish, guidance, igu, isYoung, lateDuties } = standing;
  const { rung } = place;
  // Ordinary work is what the effort leads to, not the effort itself.
  const isPlaced = rung !== null && !rung.isWork;
  const is: Readonly<Record<string, boolean>> = {
    late: lateDuties > 0,
    no_status: status === null,
    no_contract: signedOn === null,
    no_rung: rung === null,
    working: rung?.isWork === true,
    danish_only: danish.isTaught && rung === null,
    no_danish: !danish.isTaught && !danish.isPassed,
    never_guided: guidance.first !== null && guidance.lastGuided === null,
    unguided: guidance.without > 0,
    over_year: months >= plannedMonths,
    igu: igu !== null,
    young: isYoung,
    women: file.sex === "kvinde",
    women_placed: file.sex === "kvinde" && isPlaced,
    men: file.sex === "mand",
    men_placed: file.sex === "mand" && isPlaced,
  };
  return Object.keys(is).filter((id) => is[id]);
}

/** Was anything noted of a course that is over? Without it there is nothing to show. */
function isNoted({ status, contract, decision }: Standing): boolean {
  return status !== null || contract !== null || decision !== null;
}

/** A course under the Integration Act as its page shows it; null for somebody who has none. Columns and filters of the list are those of `cellsOf` and `filtersOf`. */
export function integrationCourse(
  known: { readonly data: IntegrationData; readonly labels: Labels },
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
