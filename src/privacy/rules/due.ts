import type { Day } from "../../platform/kernel/day.ts";

/**
 * How long a KLE subject is kept (null while nobody has confirmed it: then nothing of it falls due), and which kinds of facts belong to
 * it. `wholePerson` takes the person and all that no other rule claims.
 */
export type Rule = {
  readonly kle: string;
  readonly days: number | null;
  readonly facts: readonly string[];
  readonly wholePerson: boolean;
};

/** What there is about a person of one kind: how many rows, and the last day any of them holds. */
export type Holding = { readonly citizen: string; readonly fact: string; readonly rows: number; readonly last: Day };

/** Rows that fall due, and by which rule. */
export type Due = { readonly citizen: string; readonly fact: string; readonly rows: number; readonly kle: string };

/**
 * What falls due by a day. A subject's rows about a person fall due together, counted from the last day of any of them. The person
 * falls due when all else about them does, counted from the last day of anything.
 */
export function dueOf(holdings: readonly Holding[], rules: readonly Rule[], asOf: Day): Due[] {
  const whole = rules.find(({ wholePerson }) => wholePerson);
  const parts = rules.filter(({ wholePerson }) => !wholePerson);
  const claimed = new Set(parts.flatMap(({ facts }) => facts));
  return [...byCitizen(holdings).values()].flatMap((own) => {
    const due = parts.flatMap((rule) => dueBy(rule, own, asOf));
    return whole ? [...due, ...dueWhole(whole, { own, due, claimed, asOf })] : due;
  });
}

function byCitizen(holdings: readonly Holding[]): Map<string, Holding[]> {
  const found = new Map<string, Holding[]>();
  for (const holding of holdings) {
    const own = found.get(holding.citizen);
    if (own) own.push(holding);
    else found.set(holding.citizen, [holding]);
  }
  return found;
}

function dueBy(rule: Rule, own: readonly Holding[], asOf: Day): Due[] {
  const held = own.filter(({ fact }) => rule.facts.includes(fact));
  return isOver(held, rule, asOf) ? held.map((holding) => asDue(holding, rule)) : [];
}

/** The person and what no other rule claims, unless something that another rule claims is still to be kept. */
function dueWhole(
  rule: Rule,
  given: { own: readonly Holding[]; due: readonly Due[]; claimed: ReadonlySet<string>; asOf: Day },
): Due[] {
  const left = given.own.filter(({ fact }) => !given.due.some((taken) => taken.fact === fact));
  if (left.some(({ fact }) => given.claimed.has(fact))) return [];
  const others = given.own.filter(({ fact }) => fact !== "citizens");
  const isTime = isOver(others.length > 0 ? others : given.own, rule, given.asOf);
  return isTime ? left.map((holding) => asDue(holding, rule)) : [];
}

function isOver(held: readonly Holding[], { days }: Rule, asOf: Day): boolean {
  return days !== null && held.length > 0 && Math.max(...held.map(({ last }) => last)) + days < asOf;
}

function asDue({ citizen, fact, rows }: Holding, { kle }: Rule): Due {
  return { citizen, fact, rows, kle };
}
