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

/** Which traits some condition that is judged asks for: what nothing asks for is not read of anybody. */
export function sensitiveFor(screenings: readonly Screening[]): { readonly sex: boolean; readonly origin: boolean } {
  const words = screenings
    .flatMap(({ who, criteria }) => [who, ...criteria.map(({ condition, isOff }) => (isOff ? null : condition))])
    .flatMap((predicate) => (predicate === null ? [] : termsOf(predicate)))
    .map(({ id }) => id);
  return { sex: words.includes("citizen.sex"), origin: words.includes("citizen.origin") };
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
  throw new Error(`${at}: "${source}": ${reasons.join("; ")}`);
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

/** Can a term be judged from what is read of people? It is asked once, of nobody in particular. */
function isReadable(term: Term): boolean {
  if (!openTerms([term], "citizens").includes(term) && term.subject !== "citizen") return false;
  try {
    term.value(evidenceOf({ id: "nobody" }, new Map(), 0 as Day));
    return true;
  } catch (error) {
    if (error instanceof NotRead) return false;
    throw error;
  }
}

class NotRead extends Error {}

/** What is known of a citizen, for conditions. Throws when a condition asks for a fact that is not read: better than to call it missing. */
export function evidenceOf(citizen: FactRow, rows: ReadonlyMap<string, readonly FactRow[]>, on: Day): Evidence {
  const about = (fact: string): readonly FactRow[] => {
    if (!READ_FACTS.some((one) => one === fact)) throw new NotRead(`screenings do not read ${fact}`);
    return rows.get(fact) ?? [];
  };
  return { row: citizen, citizen, company: null, about, day: on };
}
