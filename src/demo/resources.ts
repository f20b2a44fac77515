import { addDays, type Day } from "../platform/kernel/day.ts";
import { lastDayOf, recordFrom, type Spell, type World } from "./world.ts";

/** A field, and whether it is mostly a resource (R), a barrier (B) or both (X). */
const FIELDS: readonly (readonly [field: string, weight: "ressource" | "barriere" | "begge"])[] = [
  ["erfaring", "ressource"],
  ["netvaerk", "ressource"],
  ["familie", "begge"],
  ["kurser", "ressource"],
  ["kontakt", "ressource"],
  ["fysisk_helbred", "barriere"],
  ["psykisk_helbred", "barriere"],
  ["jobsoegning", "barriere"],
  ["foraeldet_uddannelse", "barriere"],
  ["laesning", "barriere"],
  ["dansk", "barriere"],
  ["bolig", "barriere"],
];
const SOURCES = ["borger", "borger", "medarbejder", "laege", "virksomhed", "papirer"];
const LASTING_DAYS = 60;

/** What was described with the citizen of a benefit spell: some fields, each in force to the end of the spell. */
export function putResources(world: World, spell: Spell, until: Day): void {
  const { resources } = world.streams;
  const { from, person } = spell;
  const isDescribed = until - from > LASTING_DAYS && from >= world.frame.activityFrom && resources.chance(0.3);
  if (!isDescribed) return;
  const first = resources.below(FIELDS.length);
  const many = resources.between(1, 4);
  for (let at = 0; at < many; at += 1) {
    // Steps of five through twelve fields never meet the same one twice.
    const [field, weight] = FIELDS[(first + at * 5) % FIELDS.length] ?? ["erfaring", "ressource"];
    const day = addDays(from, resources.between(5, 50));
    const row = {
      first_day: day,
      last_day: lastDayOf(world, until),
      citizen: person.id,
      field,
      weight,
      source: SOURCES[resources.below(SOURCES.length)] ?? "borger",
      words: null,
    };
    recordFrom(world, "resources", { fact: "resource_notes", row });
  }
}
