import { addDays, ageOn, type Day, day } from "../platform/kernel/day.ts";
import { pickWeighted } from "./rules/random.ts";
import { lastDayOf, recordFrom, type Spell, type World } from "./world.ts";

/* Screenings of new cases, with answers, and archetypes of the activity-ready. All on a stream of their own. */

/** From this day the jobcentre screens; answers are kept from the second on, since the records would only grow. */
const SCREENS_FROM = day("2019-01-01");
const ANSWERS_FROM = day("2021-01-01");
/** From this day archetypes are used (Holbæk 2016 p. 14). */
const ARCHETYPES_FROM = day("2018-01-01");
const SENIOR = 55;
/** Days on benefit after which somebody was at risk in hindsight. */
const LONG = 182;
const REASONS = [
  "Borgeren har allerede en aftale om job.",
  "Samtalen gav et andet billede af borgerens muligheder.",
  "Borgeren har bedt om hjælp tidligt.",
];
const ARCHETYPES = {
  uden_uddannelse: 0.17,
  foraeldet_uddannelse: 0.08,
  svag_tilknytning: 0.16,
  fysisk_helbred: 0.14,
  psykisk_helbred: 0.18,
  misbrug: 0.06,
  svagt_netvaerk: 0.06,
  familie: 0.06,
  arbejdsidentitet: 0.06,
  nyankommen: 0.03,
};

type Course = { readonly world: World; readonly spell: Spell; readonly until: Day };
type Question = { readonly question: string; readonly counts: "ja" | "nej" };

const QUESTIONS: Readonly<Record<string, readonly Question[]>> = {
  nyledige: [
    { question: "dimittend", counts: "ja" },
    { question: "foraeldet", counts: "ja" },
    { question: "svag_tilknytning", counts: "ja" },
    { question: "kompetencer", counts: "ja" },
  ],
  nysygemeldte: [
    { question: "lang_sygdom", counts: "ja" },
    { question: "uden_job", counts: "nej" },
    { question: "delvist", counts: "nej" },
  ],
};
/** A criterion that is enough alone. */
const ENOUGH = "lang_sygdom";
const SCREENED_AS: Readonly<Record<string, keyof typeof QUESTIONS>> = {
  a_dagpenge: "nyledige",
  sygedagpenge: "nysygemeldte",
};

/** Most new cases are screened in their first weeks; who stays long meets more criteria, but not always. */
export function putScreening(world: World, spell: Spell, until: Day): void {
  const screening = SCREENED_AS[spell.row.name];
  if (screening === undefined || spell.from < SCREENS_FROM || spell.chainFrom !== spell.from) return;
  const { screening: stream } = world.streams;
  const on = addDays(spell.from, stream.between(4, 50));
  if (!stream.chance(0.82) || on >= until || on >= world.frame.until) return;
  const course = { world, spell, until };
  const met = criteriaOf(course, screening, on);
  const isAtRisk = met.length >= 2 || met.includes(ENOUGH);
  const isAgainst = stream.chance(0.06);
  const isMarked = isAtRisk !== isAgainst;
  const effort = addDays(on, stream.between(0, 28));
  const hasEffort = isMarked && stream.chance(0.78) && effort < until && effort < world.frame.until;
  const row = {
    day: on,
    citizen: spell.person.id,
    screening,
    conclusion: isMarked ? "i_risiko" : "ikke_i_risiko",
    rule_said: isAtRisk ? "i_risiko" : "ikke_i_risiko",
    effort_from: hasEffort ? effort : null,
    reason: isAgainst ? (REASONS[stream.below(REASONS.length)] ?? null) : null,
  };
  recordFrom(world, "screening", { fact: "screening_conclusions", row });
}

/** The criteria somebody meets; the answers are recorded on the way. */
function criteriaOf({ world, spell, until }: Course, screening: keyof typeof QUESTIONS, on: Day): readonly string[] {
  const { screening: stream } = world.streams;
  const { person } = spell;
  const share = until - spell.from > LONG ? 0.42 : 0.14;
  const isSenior = screening === "nyledige" && ageOn(person.born, on) >= SENIOR;
  const asked = (QUESTIONS[screening] ?? []).map((one) => ({ ...one, isMet: stream.chance(share) }));
  if (on >= ANSWERS_FROM)
    for (const { question, counts, isMet } of asked) {
      const answer = isMet === (counts === "ja") ? "ja" : "nej";
      const row = { day: on, citizen: person.id, screening, question, answer };
      recordFrom(world, "screening", { fact: "screening_answers", row });
    }
  return [
    ...(person.education === "ufaglaert" ? ["uddannelse"] : []),
    ...(isSenior ? ["senior"] : []),
    ...asked.filter(({ isMet }) => isMet).map(({ question }) => question),
  ];
}

/** Most of the activity-ready are in an archetype from their first weeks, and judged near or far. */
export function putArchetype(world: World, { person }: Spell, { from, until }: { from: Day; until: Day }): void {
  const { screening: stream } = world.streams;
  const first = addDays(from, stream.between(0, 28));
  if (first < ARCHETYPES_FROM || first >= until || !stream.chance(0.85)) return;
  const distance = stream.chance(0.45) ? "taet_paa" : "langt_fra";
  const row = {
    first_day: first,
    last_day: lastDayOf(world, until),
    citizen: person.id,
    archetype: pickWeighted(stream, ARCHETYPES),
    distance: stream.chance(0.9) ? distance : null,
  };
  recordFrom(world, "screening", { fact: "archetypes", row });
}
