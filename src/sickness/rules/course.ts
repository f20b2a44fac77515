import { asDay, asHours, asText, holdsOn, labelOf } from "../../courses/rules.ts";
import { addDays, type Day } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import type { CaseFile, Course, Line, Phrase, Shown, SicknessData } from "../contract.ts";
import { categoriesOn } from "./judge.ts";
import { PHRASES } from "./phrases.ts";
import { promptsFor } from "./prompts.ts";
import { type Standing, standingOn } from "./standing.ts";

const WEEK = 7;
const NEW_DAYS = 28;

/** What the codes of a sickness case's records are called. */
export type Labels = Readonly<Record<"category" | "job" | "ground", Readonly<Record<string, Bilingual>>>>;

type Given = {
  readonly data: SicknessData;
  readonly labels: Labels;
  readonly file: CaseFile;
  readonly on: Day;
  readonly standing: Standing;
};

/** The category that holds on the day, wherever it was noted. */
function categoryNow({ data, file, on, labels }: Given): Bilingual | null {
  return labelOf(
    labels.category,
    categoriesOn(data, on).find((code) => holdsOn(file, code, on)),
  );
}

function jobOf({ labels, standing }: Given): Bilingual {
  return labelOf(labels.job, standing.assessment?.values.job) ?? (standing.isFromJob ? PHRASES.fromJob : PHRASES.noJob);
}

function linesOf(given: Given): readonly Line[] {
  const { data, on, standing } = given;
  const [long = Number.POSITIVE_INFINITY, longest = Number.POSITIVE_INFINITY] = data.long.weeks;
  const weeks: Line = { label: PHRASES.weeks, value: { number: standing.weeks } };
  const isLong = standing.weeks >= long;
  const category = categoryNow(given);
  const hasCategories = categoriesOn(data, on).length > 0;
  return [
    { label: PHRASES.firstDay, value: { day: standing.spell.from } },
    isLong ? { ...weeks, tone: standing.weeks >= longest ? "danger" : "warning" } : weeks,
    { label: PHRASES.job, value: { text: jobOf(given) } },
    ...(hasCategories ? [categoryLine(category)] : []),
    ...(standing.assessment ? [expectedLine(standing, on)] : []),
    ...(standing.route ? [{ label: PHRASES.route, value: { text: standing.route.label } }] : []),
    { label: PHRASES.partial, value: partialValue(standing) },
    ...extensionLines(given),
    ...standing.requests.flatMap(({ days }): Line[] =>
      days === null
        ? []
        : [
            {
              label: PHRASES.answered,
              value: { number: days, unit: days === 1 ? PHRASES.dayOne : PHRASES.days },
              rule: data.fastTrack.answerRule,
            },
          ],
    ),
  ];
}

function categoryLine(category: Bilingual | null): Line {
  if (category) return { label: PHRASES.category, value: { text: category } };
  return { label: PHRASES.category, value: { text: PHRASES.lacking }, tone: "warning" };
}

function expectedLine({ expected }: Standing, on: Day): Line {
  const line: Line = { label: PHRASES.expected, value: asDay(expected) };
  return expected !== null && expected < on ? { ...line, tone: "warning" } : line;
}

function partialValue({ partial }: Standing): Shown {
  if (!partial) return { text: PHRASES.notPartial };
  return asHours(partial.hours, PHRASES.hoursAWeek);
}

function extensionLines({ data, labels, standing }: Given): readonly Line[] {
  const { isExtended, extendedTo, reassessment, stops } = standing;
  if (isExtended) {
    const ground = labelOf(labels.ground, reassessment?.values.ground);
    const label = extendedTo === null ? PHRASES.extended : PHRASES.extendedTo;
    return [
      { label, value: extendedTo === null ? { day: reassessment?.from ?? standing.spell.from } : { day: extendedTo } },
      { label: PHRASES.ground, value: asText(ground) },
    ];
  }
  return stops === null
    ? []
    : [{ label: PHRASES.stops, value: { day: stops }, rule: data.reassess.rule, tone: "warning" }];
}

function saysOf({ standing }: Given): Phrase {
  const { spell, isNow, weeks, isFromJob } = standing;
  if (!isNow) {
    const last = addDays(spell.until, -1);
    return { text: PHRASES.wasSick, with: { from: { day: spell.from }, to: { day: last } } };
  }
  return { text: isFromJob ? PHRASES.sickFromJob : PHRASES.sick, with: { weeks: { number: weeks } } };
}

function cellsOf(given: Given): Course["cells"] {
  const { file, standing } = given;
  const next = file.ahead.find(({ area }) => area === "sickness");
  return {
    since: { day: standing.spell.from },
    weeks: { number: standing.weeks },
    job: { text: jobOf(given) },
    category: asText(categoryNow(given)),
    expected: asDay(standing.expected),
    hours: standing.partial ? asHours(standing.partial.hours) : null,
    stops: asDay(standing.isExtended ? standing.extendedTo : standing.stops),
    next: asDay(next?.due ?? null),
  };
}

function filtersOf({ data, on, standing }: Given): readonly string[] {
  const { weeks, assessment, expected, partial, requests, stops, isExtended, isFromJob, lateDuties, spell } = standing;
  const [long = Number.POSITIVE_INFINITY, longest = Number.POSITIVE_INFINITY] = data.long.weeks;
  const is: Readonly<Record<string, boolean>> = {
    late: lateDuties > 0,
    new: on - spell.from < NEW_DAYS,
    unassessed: assessment === null,
    passed: expected !== null && expected < on,
    fast_track: requests.some(({ isOpen }) => isOpen),
    reassess: stops !== null && !isExtended && stops <= addDays(on, data.reassess.aheadWeeks * WEEK),
    extended: isExtended,
    partial: partial !== null,
    not_partial: partial === null && isFromJob,
    unemployed: !isFromJob,
    long: weeks >= long && weeks < longest,
    longest: weeks >= longest,
  };
  return Object.keys(is).filter((id) => is[id]);
}

/** Columns and filters of the list are those of `cellsOf` and `filtersOf`. A sickness case as its page shows it; null for somebody who has none. */
export function sicknessCourse(
  known: { readonly data: SicknessData; readonly labels: Labels },
  file: CaseFile,
  on: Day,
): Course | null {
  const standing = standingOn(known.data, file, on);
  if (!standing) return null;
  const given = { ...known, file, on, standing };
  const returns = (file.records.partial_returns ?? []).filter(({ until }) => until > standing.spell.from);
  const steps = returns
    .map(({ from, until, values }) => ({
      from,
      until: Math.min(until, addDays(on, 1)) as Day,
      value: asHours(Number(values.hours ?? 0)).number,
    }))
    .filter(({ from, until }) => from < until)
    .toSorted((a, b) => a.from - b.from);
  return {
    isNow: standing.isNow,
    says: saysOf(given),
    lines: standing.isNow ? linesOf(given) : [],
    prompts: promptsFor(given),
    curve: steps.length === 0 ? null : { label: PHRASES.partialHours, unit: PHRASES.hoursAWeek, steps },
    cells: cellsOf(given),
    filters: filtersOf(given),
  };
}
