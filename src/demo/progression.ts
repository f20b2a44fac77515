import type { Day } from "../platform/kernel/day.ts";
import type { Person, Spell, Standing, World } from "./world.ts";

/** Part of a spell in one target group. */
export type GroupStretch = { readonly group: string; readonly from: Day; readonly until: Day };

/**
 * Measures progression in the talks that were held while the citizen was in one of the groups the targets name, or anywhere in one of their rows. Draws
 * from its own stream, so that the rest of the demo stays as it is.
 */
export function putProgression(world: World, spell: Spell, stretches: readonly GroupStretch[]): void {
  const plan = world.targets.progression;
  const isFar = plan.rows.includes(spell.row.name);
  const isMeasured = (at: Day): boolean =>
    isFar || stretches.some(({ group, from, until }) => plan.groups.includes(group) && from <= at && at < until);
  for (const at of spell.held) if (isMeasured(at)) inTalk(world, spell.person, at);
}

function inTalk(world: World, person: Person, at: Day): void {
  const { progression } = world.streams;
  const plan = world.targets.progression;
  if (at >= world.frame.until || !progression.chance(plan.measured)) return;
  const standing = person.progress ?? begin(world, at);
  person.progress = standing;
  if (at - standing.measuredOn < plan.pause) return;
  standing.measuredOn = at;
  const [own, staff] = plan.instruments;
  answer(world, { person, standing, at }, { ...own, answeredBy: "borger" });
  if (progression.chance(plan.staffToo))
    answer(world, { person, standing, at }, { ...staff, answeredBy: "medarbejder" });
  for (const [dimension, level] of standing.levels)
    standing.levels.set(dimension, within(level + standing.pace + 1.4 * (progression.unit() - 0.5), plan.scale));
}

/** Most are in the lower half to begin with; most move forward, slowly, some not and some back. */
function begin(world: World, at: Day): Standing {
  const { progression } = world.streams;
  const plan = world.targets.progression;
  const dimensions = new Set(plan.instruments.flatMap((one) => one.dimensions));
  const [low] = plan.scale;
  return {
    levels: new Map([...dimensions].map((dimension) => [dimension, low + 2.6 * progression.unit()])),
    pace: -0.2 + 0.7 * progression.unit(),
    measuredOn: (at - plan.pause) as Day,
  };
}

type Measured = { readonly person: Person; readonly standing: Standing; readonly at: Day };
type Asked = { readonly code: string; readonly dimensions: readonly string[]; readonly answeredBy: string };

function answer(world: World, { person, standing, at }: Measured, { code, dimensions, answeredBy }: Asked): void {
  const plan = world.targets.progression;
  for (const dimension of dimensions) {
    if (world.streams.progression.chance(plan.leftOut)) continue;
    world.out.put("progression_measurements", {
      id: world.out.nextId("progression_measurements"),
      day: at,
      citizen: person.id,
      instrument: code,
      dimension,
      answered_by: answeredBy,
      value: Math.round(standing.levels.get(dimension) ?? plan.scale[0]),
      known_from: at,
      known_until: null,
    });
  }
}

function within(level: number, [low, high]: readonly [number, number]): number {
  return Math.min(high, Math.max(low, level));
}
