import {
  check,
  type Evidence,
  type FactRow,
  inWords,
  openTerms,
  type Predicate,
  type Term,
  termsOf,
  type Vocabulary,
} from "../language/public.ts";
import { type Day, day } from "../platform/kernel/day.ts";
import type { Bilingual } from "../platform/kernel/fact.ts";
import {
  type ArchetypeSet,
  screeningRows as allScreenings,
  archetypeSets as allSets,
  type CriterionRow,
  lineWith,
  type ScreeningRow,
} from "./definitions.ts";

/** The facts a condition may look at: what `queries/people.ts` reads, and nothing else. */
export const READ_FACTS = [
  "benefit_spells",
  "target_group_spells",
  "circumstances",
  "employments",
  "case_steps",
  "conversations",
  "archetypes",
] as const;

/** A criterion as it is used in a municipality on a day. A question has no condition; one that is off has nothing that is judged. */
export type Criterion = {
  readonly row: CriterionRow;
  readonly isOff: boolean;
  /** Where a municipality decided to use what is off elsewhere. */
  readonly decision: string | null;
  readonly condition: Predicate | null;
};
/** A screening's version as it is used in a municipality on a day. */
export type Screening = {
  readonly row: ScreeningRow;
  readonly who: Predicate;
  readonly criteria: readonly Criterion[];
};
/** A set of archetypes with whom it is for. */
export type Archetypes = { readonly row: ArchetypeSet; readonly who: Predicate };

/** What there is to screen for in a municipality on a day. */
export type Definitions = {
  readonly screeningsOn: (municipality: string, on: Day) => readonly Screening[];
  readonly archetypesOn: (municipality: string, on: Day) => Archetypes | null;
};

type Given = { readonly screenings?: readonly ScreeningRow[]; readonly sets?: readonly ArchetypeSet[] };

/**
 * Checks every condition of screenings and archetypes against the vocabulary, and gives what holds where and when. A condition with a
 * mistake, or about what a screening does not read, stops the start with file, row and reason.
 */
export function checkDefinitions(
  vocabulary: Vocabulary,
  { screenings = allScreenings, sets = allSets }: Given = {},
): Definitions {
  const open = vocabulary.filter(isReadable);
  const made = screenings.map((row) => ({ row, ...checkedOf(row, open) }));
  const madeSets = sets.map((row) => ({ row, who: predicateOf(row.who, open, `archetypes.yaml: ${row.id}`) }));
  const holds = ({ row }: { readonly row: { readonly from: Day; readonly until: Day | null } }, on: Day): boolean =>
    row.from <= on && (row.until === null || on < row.until);
  return {
    screeningsOn: (municipality, on) =>
      made
        .filter((one) => holds(one, on))
        .map(({ row, who, conditions }) => ({
          row,
          who,
          criteria: row.criteria.map((of) => asUsed(of, conditions, { municipality, on })),
        })),
    archetypesOn: (municipality, on) => {
      const held = madeSets.filter((one) => holds(one, on));
      return (
        held.find(({ row }) => row.municipality === municipality) ??
        held.find(({ row }) => row.municipality === null) ??
        null
      );
    },
  };
}

/** A condition read aloud in both languages. */
export function aloud(predicate: Predicate): { da: string; en: string } {
  return { da: inWords(predicate, "da"), en: inWords(predicate, "en") };
}

/** What must be read of people to judge some conditions: what none of them asks for is not read of anybody. */
type Needed = { readonly sex: boolean; readonly origin: boolean; readonly facts: ReadonlySet<string> };

/** What some conditions ask for. */
export function neededFor(predicates: readonly Predicate[]): Needed {
  const terms = predicates.flatMap((predicate) => termsOf(predicate));
  const asks = (id: string): boolean => terms.some((term) => term.id === id);
  return {
    sex: asks("citizen.sex"),
    origin: asks("citizen.origin"),
    facts: new Set(terms.flatMap(factsOf)),
  };
}

/** Every condition that is judged in some screenings. */
export function conditionsOf(screenings: readonly Screening[]): readonly Predicate[] {
  return screenings.flatMap(({ who, criteria }) => [
    who,
    ...criteria.flatMap(({ condition, isOff }) => (isOff || condition === null ? [] : [condition])),
  ]);
}

/** The facts a term looks at, by asking it once of nobody in particular. */
function factsOf(term: Term): readonly string[] {
  const asked = new Set<string>();
  const citizen = { id: "nobody" };
  const about = (fact: string): readonly FactRow[] => {
    asked.add(fact);
    return [];
  };
  term.value({ row: citizen, citizen, company: null, about, day: 0 as Day });
  return [...asked];
}

type Conditions = ReadonlyMap<string, Predicate>;

function checkedOf(row: ScreeningRow, open: Vocabulary): { readonly who: Predicate; readonly conditions: Conditions } {
  const at = `screenings.yaml: ${row.id}`;
  const conditions = row.criteria.flatMap(({ id, when, on_for: decisions }) =>
    [when, ...decisions.map((one) => one.when)].flatMap((source): [string, Predicate][] =>
      source === undefined ? [] : [[source, predicateOf(source, open, `${at}, ${id}`)]],
    ),
  );
  return { who: predicateOf(row.who, open, `${at}, who`), conditions: new Map(conditions) };
}

function predicateOf(source: string, open: Vocabulary, at: string): Predicate {
  const checked = check(source, open, "citizens");
  if (checked.ok) return checked.predicate;
  const reasons = checked.problems.map(({ message, suggestion }: { message: Bilingual; suggestion: string | null }) =>
    suggestion === null ? message.en : `${message.en} (${suggestion}?)`,
  );
  const line = lineWith(source);
  throw new Error(`${at}${line === null ? "" : `, line ${line}`}: "${source}": ${reasons.join("; ")}`);
}

type Where = { readonly municipality: string; readonly on: Day };

function asUsed(row: CriterionRow, conditions: Conditions, { municipality, on }: Where): Criterion {
  const decided = row.on_for
    .filter((one) => one.municipality === municipality && day(one.from) <= on)
    .toSorted((a, b) => day(b.from) - day(a.from))[0];
  const source = decided?.when ?? row.when;
  return {
    row,
    isOff: row.off !== undefined && decided === undefined,
    decision: decided?.decision ?? null,
    condition: source === undefined ? null : (conditions.get(source) ?? null),
  };
}

/** Can a term be judged from what screenings may read of people? */
function isReadable(term: Term): boolean {
  const isAboutCitizens = term.subject === "citizen" || openTerms([term], "citizens").includes(term);
  return isAboutCitizens && factsOf(term).every((fact) => READ_FACTS.some((one) => one === fact));
}

/** What is known of a citizen, for conditions. Throws when a condition asks for a fact that was not read: better than to call it missing. */
export function evidenceOf(citizen: FactRow, rows: ReadonlyMap<string, readonly FactRow[]>, on: Day): Evidence {
  const about = (fact: string): readonly FactRow[] => {
    const found = rows.get(fact);
    if (!found) throw new Error(`a condition asks for ${fact}, which was not read`);
    return found;
  };
  return { row: citizen, citizen, company: null, about, day: on };
}
