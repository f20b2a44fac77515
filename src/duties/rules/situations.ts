import { ageOn, civilOf, type Day, dayOf, FOREVER } from "../../platform/kernel/day.ts";
import type { FactSpell, Family, Timeline } from "../contract.ts";
import type { Compiled, CompiledRule, Stretch } from "./compile.ts";
import type { Situation } from "./condition.ts";

/** A stretch on which nothing changes, with the bit of the target group the citizen is in (0 for none). */
export type Segment = Stretch & Situation & { readonly group: number };

/** Something on a day that may start or meet a duty. */
export type Mark = { readonly day: Day; readonly bit: number };

/** An offer as it was known on the day of asking; `until` is `FOREVER` while it runs. */
export type OfferSpell = Stretch & { readonly bit: number };

/** One citizen's timeline as it was known on a day, in order. */
export type Life = {
  readonly asOf: Day;
  readonly segments: readonly Segment[];
  /** The bits of all target groups the citizen has been in. */
  readonly groups: number;
  readonly events: readonly Mark[];
  readonly offers: readonly OfferSpell[];
  /** Spells the trigger `received` counts days of, with their bit. */
  readonly spells: readonly (Stretch & { readonly family: Family; readonly bit: number })[];
};

/** The day somebody turns an age; someone born 29 February turns it on 1 March in common years. */
export function birthday(born: Day, age: number): Day {
  const { year, month, day } = civilOf(born);
  return dayOf(year + age, month, day);
}

/** What is known of a spell on a day: nothing when it is still to come, and no end that has not happened. */
function asKnown(spell: FactSpell, asOf: Day): Stretch | null {
  if (spell.from > asOf || spell.until <= spell.from) return null;
  return { from: spell.from, until: spell.until > asOf ? FOREVER : spell.until };
}

type Known = Life["spells"][number];

function knownSpells(timeline: Timeline, { bits }: Compiled, asOf: Day): readonly Known[] {
  return timeline.spells.flatMap((spell) => {
    const bit = bits[spell.family].get(spell.code);
    const known = bit === undefined ? null : asKnown(spell, asOf);
    return known === null || bit === undefined ? [] : [{ ...known, family: spell.family, bit }];
  });
}

/** The days on which something may change: where spells begin and end, and the birthdays that matter, as far as they are known. */
function edgesOf(spells: readonly Known[], birthdays: readonly Day[], asOf: Day): readonly Day[] {
  const edges = spells.flatMap(({ from, until }) => [from, until]);
  const first = Math.min(...edges);
  for (const day of birthdays) if (day > first && day <= asOf) edges.push(day);
  edges.sort((a, b) => a - b);
  return edges.filter((edge, i) => edge !== edges[i - 1]);
}

type Sets = { benefits: number; targetGroups: number; circumstances: number };

function setsOn(day: Day, spells: readonly Known[]): Sets {
  const sets: Sets = { benefits: 0, targetGroups: 0, circumstances: 0 };
  for (const { from, until, family, bit } of spells) {
    if (from > day || until <= day) continue;
    if (family === "benefit") sets.benefits |= bit;
    else if (family === "target_group") sets.targetGroups |= bit;
    else if (family === "circumstance") sets.circumstances |= bit;
  }
  return sets;
}

function segmentsOf(timeline: Timeline, spells: readonly Known[], of: { compiled: Compiled; asOf: Day }): Segment[] {
  const { compiled, asOf } = of;
  const { born } = timeline;
  const edges = edgesOf(spells, born === null ? [] : compiled.ages.map((age) => birthday(born, age)), asOf);
  const segments: Segment[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const from = edges[i] as Day;
    const sets = setsOn(from, spells);
    const age = born === null ? -1 : ageOn(born, from);
    const situation: Situation = { ...sets, age, education: timeline.education };
    const group = compiled.groups.find(({ condition }) => condition(situation))?.bit ?? 0;
    segments.push({ from, until: edges[i + 1] as Day, ...situation, group });
  }
  return segments;
}

function marksOf(timeline: Timeline, { bits }: Compiled, asOf: Day): readonly Mark[] {
  const marks: Mark[] = [];
  for (const { code, day } of timeline.events) {
    const bit = bits.event.get(code);
    if (bit !== undefined && day <= asOf) marks.push({ day, bit });
  }
  return marks.sort((a, b) => a.day - b.day);
}

/** Puts a timeline in order as it was known on a day: what came later is not there, and what ended later still runs. */
export function lifeOf(timeline: Timeline, compiled: Compiled, asOf: Day): Life {
  const spells = knownSpells(timeline, compiled, asOf);
  const segments = segmentsOf(timeline, spells, { compiled, asOf });
  return {
    asOf,
    segments,
    groups: segments.reduce((mask, { group }) => mask | group, 0),
    events: marksOf(timeline, compiled, asOf),
    offers: spells.filter(({ family }) => family === "offer").sort((a, b) => a.from - b.from),
    spells,
  };
}

/** The longest stretches on which a rule's condition holds without a break, whatever the rule's own days are. */
export function episodesOf(
  { groups, condition }: Pick<CompiledRule, "groups" | "condition">,
  life: Life,
): readonly Stretch[] {
  if (groups !== 0 && (groups & life.groups) === 0) return [];
  const episodes: { from: Day; until: Day }[] = [];
  for (const segment of life.segments) {
    if ((groups !== 0 && (segment.group & groups) === 0) || !condition(segment)) continue;
    const last = episodes.at(-1);
    if (last !== undefined && last.until === segment.from) last.until = segment.until;
    else episodes.push({ from: segment.from, until: segment.until });
  }
  return episodes;
}

function meet(a: Stretch, b: Stretch): readonly Stretch[] {
  const from = Math.max(a.from, b.from) as Day;
  const until = Math.min(a.until, b.until) as Day;
  return from < until ? [{ from, until }] : [];
}

/** The days on which a rule's duty rests, in order and joined. */
export function exemptDays({ exemptions }: CompiledRule, life: Life): readonly Stretch[] {
  if (exemptions.length === 0) return [];
  const stretches = exemptions.flatMap((exemption) =>
    episodesOf(exemption, life).flatMap((episode) => exemption.periods.flatMap((period) => meet(episode, period))),
  );
  stretches.sort((a, b) => a.from - b.from);
  const joined: { from: Day; until: Day }[] = [];
  for (const { from, until } of stretches) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.until) last.until = Math.max(last.until, until) as Day;
    else joined.push({ from, until });
  }
  return joined;
}
