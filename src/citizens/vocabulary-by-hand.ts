import type { Evidence, FactRow, Term } from "../language/public.ts";
import { sqlList } from "../language/public.ts";
import { benefitsInGroup } from "../law/public.ts";
import type { Day } from "../platform/kernel/day.ts";
import { GAP_DAYS } from "./rules/time-on-support.ts";

const support = benefitsInGroup("support");

export function ownRows(evidence: Evidence, fact: string): readonly FactRow[] {
  return evidence.citizen === null ? [] : evidence.about(fact, "citizen");
}

export function isSupport(row: FactRow): boolean {
  return support.includes(String(row.benefit));
}

const from = (row: FactRow): number => Number(row.from_day);
const until = (row: FactRow): number => Number(row.until_day);
const holds = (row: FactRow, day: Day): boolean => from(row) <= day && day < until(row);

/** Hours a week of all employments on the day: whole hundredths are added, then divided once. */
export const workHours: Term = {
  id: "citizen.work_hours",
  subject: "citizen",
  type: "number",
  label: { da: "Timer i arbejde", en: "Working hours" },
  meaning: {
    da: "Ordinære timer om ugen i alle borgerens ansættelser på dagen; mangler, når ingen timer er oplyst",
    en: "Ordinary hours a week in all the citizen's employments on the day; missing when no hours are recorded",
  },
  changesWithTime: true,
  sql: ({ citizen, day }) =>
    `CAST((SELECT sum(its_employments.hours) FROM employments AS its_employments WHERE its_employments.citizen = ${citizen}.id AND its_employments.from_day <= ${day} AND ${day} < its_employments.until_day) AS DOUBLE) / 100`,
  value: (evidence) => {
    const hours = ownRows(evidence, "employments")
      .filter((row) => holds(row, evidence.day))
      .flatMap((row) => (row.hours === null || row.hours === undefined ? [] : [Number(row.hours)]));
    return hours.length === 0 ? null : hours.reduce((sum, one) => sum + one, 0) / 100;
  },
  phrases: {
    "==": {
      da: "borgeren{not} arbejder {} {time|timer} om ugen",
      en: "the citizen is{not} working {} {hour|hours} a week",
    },
  },
};

/** The first day of the unbroken chain of support that the day stands in, or null when the citizen is not on support that day. */
export function supportedSince(spells: readonly FactRow[], day: Day): number | null {
  if (!spells.some((row) => holds(row, day))) return null;
  let since = Number.NaN;
  let covered = Number.NEGATIVE_INFINITY;
  for (const row of [...spells].sort((a, b) => from(a) - from(b))) {
    if (from(row) > day) break;
    if (from(row) > covered + GAP_DAYS) since = from(row);
    covered = Math.max(covered, until(row));
  }
  return since;
}

/** Every support spell with the first day of its unbroken chain (`since`). */
export const supportChains = `
  SELECT citizen, from_day, until_day,
    max(CASE WHEN covered IS NULL OR from_day > covered + ${GAP_DAYS} THEN from_day END)
      OVER (PARTITION BY citizen ORDER BY from_day, until_day ROWS UNBOUNDED PRECEDING) AS since
  FROM (
    SELECT citizen, from_day, until_day,
      max(until_day) OVER (PARTITION BY citizen ORDER BY from_day, until_day
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS covered
    FROM benefit_spells WHERE ${sqlList("benefit", support)}
  )`;

/** Weeks on support, by the unbroken chain with a tolerance of 28 days: not the weeks of the refund rules. */
export const weeksOnSupport: Term = {
  id: "citizen.weeks_on_support",
  subject: "citizen",
  type: "int",
  label: { da: "Uger på forsørgelse", en: "Weeks on support" },
  meaning: {
    da: `Hele uger fra begyndelsen af borgerens ubrudte kæde af offentlig forsørgelse til dagen. Huller på op til ${GAP_DAYS} dage bryder ikke kæden. Mangler, når borgeren ikke er på forsørgelse den dag`,
    en: `Completed weeks from the start of the citizen's unbroken chain of public support to the day. Gaps of up to ${GAP_DAYS} days do not break the chain. Missing when the citizen is not on support that day`,
  },
  changesWithTime: true,
  needs: { support_chains: supportChains },
  sql: ({ citizen, day }) =>
    `(${day} - (SELECT min(its_chain.since) FROM support_chains AS its_chain WHERE its_chain.citizen = ${citizen}.id AND its_chain.from_day <= ${day} AND ${day} < its_chain.until_day)) // 7`,
  value: (evidence) => {
    const since = supportedSince(ownRows(evidence, "benefit_spells").filter(isSupport), evidence.day);
    return since === null ? null : Math.floor((evidence.day - since) / 7);
  },
  phrases: {
    "==": {
      da: "borgeren{not} har været på offentlig forsørgelse i {} {uge|uger} i træk",
      en: "the citizen has{not} been on public support for {} {week|weeks} in a row",
    },
  },
};

/** Weeks without support before a spell: 0 when another support spell, begun earlier, ran until the spell's first day or longer. */
export const weeksSinceSupport: Term = {
  id: "spell.weeks_since_support",
  subject: "benefit_spells",
  type: "int",
  label: { da: "Uger siden forsørgelse", en: "Weeks since support" },
  meaning: {
    da: "Hele uger fra borgerens seneste tidligere begyndte periode på offentlig forsørgelse sluttede til dette forløbs første dag; 0, hvis den varede til dagen før eller længere; mangler, hvis der ingen var",
    en: "Completed weeks from the end of the citizen's latest support spell that began earlier to this spell's first day; 0 if it ran until the day before or longer; missing if there was none",
  },
  changesWithTime: false,
  sql: ({ row }) =>
    `(SELECT (${row}.from_day - max(CASE WHEN its_spells.until_day > ${row}.from_day THEN ${row}.from_day ELSE its_spells.until_day END)) // 7 FROM benefit_spells AS its_spells WHERE its_spells.citizen = ${row}.citizen AND its_spells.from_day < ${row}.from_day AND ${sqlList("its_spells.benefit", support)})`,
  value: (evidence) => {
    const { row } = evidence;
    const ends = evidence
      .about("benefit_spells", "citizen")
      .filter((other) => isSupport(other) && from(other) < from(row))
      .map((other) => Math.min(until(other), from(row)));
    return ends.length === 0 ? null : Math.floor((from(row) - Math.max(...ends)) / 7);
  },
  phrases: {
    "==": {
      da: "der{not} er gået {} {uge|uger} siden borgerens forrige forsørgelse",
      en: "it is{not} {} {week|weeks} since the citizen's previous support",
    },
  },
};
