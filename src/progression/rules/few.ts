/** Fewest people a figure may rest on outside the jobcentre's own staff, as for the plan's figures (src/plan/rules/discretion.ts). */
export const FEWEST_PEOPLE = 5;

/** Is a group so small that its figures tell of single people? An empty one tells of nobody. */
export function isFew(people: number): boolean {
  return people > 0 && people < FEWEST_PEOPLE;
}

/**
 * Which groups of a whole must be withheld from readers outside the staff: those on fewer than five people, and then the smallest others, until what is
 * withheld together is at least two groups and five people, so that none can be worked out from the whole and the rest.
 */
export function withheldGroups(sizes: readonly number[]): readonly boolean[] {
  const withheld = sizes.map(isFew);
  if (!withheld.includes(true)) return withheld;
  const bySize = sizes.map((size, at) => ({ size, at })).filter(({ size }) => size > 0);
  for (const { at } of bySize.toSorted((a, b) => a.size - b.size)) {
    const together = sizes.reduce((sum, size, i) => (withheld[i] ? sum + size : sum), 0);
    if (together >= FEWEST_PEOPLE && withheld.filter(Boolean).length > 1) break;
    withheld[at] = true;
  }
  return withheld;
}

/** How many of a group moved up, stayed, moved down, and whether the group is withheld as a whole. */
export type Parts = { readonly parts: readonly number[]; readonly isWithheld: boolean };

/**
 * Of which groups the parts may be told outside the staff, everybody first: not when one to four are in one of them; and those of everybody only when all
 * groups' are told, for the one that lacks could be worked out.
 */
export function toldParts([everybody, ...groups]: readonly Parts[]): readonly boolean[] {
  const isTold = ({ parts, isWithheld }: Parts): boolean => !isWithheld && !parts.some(isFew);
  const told = groups.map(isTold);
  return everybody ? [isTold(everybody) && !told.includes(false), ...told] : [];
}
