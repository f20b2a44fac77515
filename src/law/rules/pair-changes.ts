import type { Rule } from "../contract.ts";

/** A rule and the one that took its place. */
export type Pair = { readonly before: Rule; readonly after: Rule };

type Changes = { readonly came: readonly Rule[]; readonly went: readonly Rule[] };

/** For how many target groups both are; a rule for all has only others for all beside it. */
function shared(before: Rule, after: Rule): number {
  if (before.groups === null || after.groups === null) return before.groups === after.groups ? 1 : 0;
  const groups = new Set(after.groups);
  return before.groups.filter((group) => groups.has(group)).length;
}

/** Does one take the other's place: does it ask for the same, of the same actor, at the same level? */
function follows(before: Rule, after: Rule): boolean {
  const { duty, municipality, actor } = before;
  return duty !== null && duty === after.duty && municipality === after.municipality && actor === after.actor;
}

/**
 * Rules that went, each beside the one that came and asks the same of the most of the same target groups: a reform gives rules new
 * names, and whoever reads wants to see what took the place of what. Several may end in one, and one in several; the rest came or went.
 */
export function pairChanges({ came, went }: Changes): Changes & { readonly pairs: readonly Pair[] } {
  const alike = went
    .flatMap((before) => came.filter((after) => follows(before, after)).map((after) => ({ before, after })))
    .map((pair) => ({ pair, shared: shared(pair.before, pair.after) }))
    .filter((each) => each.shared > 0)
    .sort((a, b) => b.shared - a.shared || order(a.pair, b.pair))
    .map(({ pair }) => pair);
  const taken = new Set<Rule>();
  const pairs = alike.filter(({ before, after }) => {
    if (taken.has(before) && taken.has(after)) return false;
    taken.add(before).add(after);
    return true;
  });
  const left = (rules: readonly Rule[]): readonly Rule[] => rules.filter((rule) => !taken.has(rule));
  return { pairs, came: left(came), went: left(went) };
}

/** The same pairs in whatever order the rules come. */
function order(a: Pair, b: Pair): number {
  const [one, other] = [`${a.before.id} ${a.after.id}`, `${b.before.id} ${b.after.id}`];
  return one < other ? -1 : 1;
}
