import { namesOfCitizens } from "../../citizens/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import { addDays, type Day, FOREVER, isoDay } from "../../platform/kernel/day.ts";
import { type Archetypes, aloud, conditionsOf, evidenceOf, neededFor } from "../checked.ts";
import type { ArchetypeLine, CitizenScreening } from "../contract.ts";
import { archetypeWords, distanceWords, roleWords, screeningWords } from "../definitions.ts";
import { type Known, openCases, readKnown } from "../queries/people.ts";
import { type ArchetypeRow, answersOf, archetypesOf, conclusionsOf } from "../queries/recorded.ts";
import { judge } from "../rules/three-valued.ts";
import { CASE_WORK, DATA, type Keeping } from "./keeping.ts";
import { type Met, type Standing, shown, shownConclusion, standingOf } from "./stand.ts";

/** A citizen's screenings and archetypes on one page, logged; null when nobody of that id is in sight. */
export async function readScreening(tx: Tx, citizen: string, who: Keeping): Promise<CitizenScreening | null> {
  const person = (await namesOfCitizens(tx, [citizen])).get(citizen);
  if (!person) return null;
  const isAside = (await who.heldBack(tx)).aside.has(citizen);
  await logAccess(tx, { user: who.user, action: "screening.read", purpose: CASE_WORK, keys: [citizen], data: DATA });
  const head = {
    on: isoDay(who.on),
    citizen,
    name: isAside || person.protected ? null : person.name,
    isProtected: person.protected,
    isAside,
    isOpen: (await openCases(tx, { on: who.on, staff: null })).has(citizen),
    may: { write: who.mayWrite && !isAside },
  };
  const met = isAside ? null : await meet(tx, citizen, who);
  if (met === null) return { ...head, screenings: [], earlier: [], archetypes: null };
  const standings = standingsOf(met, who);
  const used = new Set(standings.map(({ conclusion }) => conclusion?.id));
  return {
    ...head,
    screenings: standings.map(shown),
    earlier: met.recorded.conclusions
      .filter(({ id }) => !used.has(id))
      .toReversed()
      .map((row) => ({ ...shownConclusion(row), label: labelOf(screeningWords, row.screening) })),
    archetypes: await archetypesFor(tx, met.known, who),
  };
}

/** Cases are made of benefits, whatever the conditions ask for. */
const CASE_FACT = "benefit_spells";

/** A citizen as screenings meet them; null when nothing is known of nobody. */
export async function meet(tx: Tx, citizen: string, { on, municipality, definitions }: Keeping): Promise<Met | null> {
  const archetypes = definitions.archetypesOn(municipality, on);
  const conditions = conditionsOf(definitions.screeningsOn(municipality, on));
  const needed = neededFor([...conditions, ...(archetypes ? [archetypes.who] : [])]);
  const known = (await readKnown(tx, [citizen], { ...needed, facts: new Set([...needed.facts, CASE_FACT]) })).get(
    citizen,
  );
  if (!known) return null;
  const recorded = { answers: await answersOf(tx, citizen), conclusions: await conclusionsOf(tx, [citizen]) };
  return { known, recorded, on };
}

/** How each screening of the municipality stands for a citizen: those with a case. */
export function standingsOf(met: Met, { municipality, definitions, on }: Keeping): readonly Standing[] {
  return definitions.screeningsOn(municipality, on).flatMap((screening) => standingOf(screening, met) ?? []);
}

async function archetypesFor(tx: Tx, known: Known, who: Keeping): Promise<CitizenScreening["archetypes"]> {
  const found = who.definitions.archetypesOn(who.municipality, who.on);
  if (!found) return null;
  const { row } = found;
  return {
    label: row.label,
    source: row.source,
    isOwn: row.own,
    who: aloud(found.who),
    isFor: isFor(found, known, who.on),
    choices: row.archetypes.map(({ id, label, about, steps }) => ({
      id,
      label,
      about,
      steps: steps.map(({ who: role, first, da, en }) => ({
        who: labelOf(roleWords, role),
        isFirst: first,
        text: { da, en },
      })),
    })),
    distances: Object.entries(row.distances).map(([id, { label, leads_to: leadsTo, source }]) => ({
      id,
      label,
      leadsTo,
      source,
    })),
    lines: (await archetypesOf(tx, String(known.citizen.id))).map(lineOf),
  };
}

/** Are a municipality's archetypes for a citizen? */
export function isFor({ who }: Archetypes, known: Known, on: Day): ReturnType<typeof judge> {
  return judge(who, evidenceOf(known.citizen, known.rows, on));
}

function lineOf({ id, version, archetype, distance, from, until }: ArchetypeRow): ArchetypeLine {
  return {
    id,
    version,
    archetype: archetype === null ? null : labelOf(archetypeWords, archetype),
    distance: distance === null ? null : labelOf(distanceWords, distance),
    codes: { archetype, distance },
    from: isoDay(from),
    to: until === FOREVER ? null : isoDay(addDays(until, -1)),
  };
}

function labelOf(words: typeof screeningWords, code: string): { da: string; en: string } {
  const { da, en } = words[code] ?? { da: code, en: code };
  return { da, en };
}
