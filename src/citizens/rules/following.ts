import type { Day } from "../../platform/kernel/day.ts";

/** Begins the id of an entry that follows from what was noted elsewhere: it is changed there and nowhere else. */
export const FOLLOWS = "record:";

/** An entry that follows from a record. Of a step only `from` counts. */
export type Following = {
  readonly id: string;
  readonly kind: "step" | "circumstance";
  readonly code: string;
  readonly from: Day;
  readonly until: Day;
};

type Other = Omit<Following, "kind"> & { readonly kind: string };

/** Does an entry follow from a record? */
export function follows(id: string): boolean {
  return id.startsWith(FOLLOWS);
}

type Stretch = { readonly from: Day; readonly until: Day };

/** What is left of a stretch without another. */
function without({ from, until }: Stretch, other: Stretch): readonly Stretch[] {
  return [
    { from, until: Math.min(until, other.from) as Day },
    { from: Math.max(from, other.until) as Day, until },
  ].filter((left) => left.from < left.until);
}

/**
 * The entries that must stand so that what follows is so, beside those noted by hand or brought by a file: what another entry already says is not said
 * twice. Of circumstances that exclude each other (`excludes`) one that began before ends the day the new one begins (`ends`); one that begins later
 * takes over on its day.
 */
export function besideOthers(
  wanted: readonly Following[],
  others: readonly Other[],
  excludes: readonly string[],
): { readonly entries: readonly Following[]; readonly ends: ReadonlyMap<string, Day> } {
  const ends = new Map<string, Day>();
  const entries = wanted.flatMap((one): Following[] => {
    if (one.kind === "step") {
      const isSaid = others.some(({ kind, code, from }) => kind === "step" && code === one.code && from === one.from);
      return isSaid ? [] : [one];
    }
    const standing = others.filter(
      ({ kind, code }) => kind === "circumstance" && (code === one.code || isRival(one, code)),
    );
    for (const other of standing) {
      if (isRival(one, other.code) && other.from < one.from && one.from < other.until) ends.set(other.id, one.from);
    }
    return standing
      .filter(({ id }) => !ends.has(id))
      .reduce<readonly Stretch[]>((left, other) => left.flatMap((part) => without(part, other)), [one])
      .map((part, at) => ({ ...one, ...part, id: at === 0 ? one.id : `${one.id}:${at}` }));
  });
  return { entries, ends };

  function isRival(one: Following, code: string): boolean {
    return code !== one.code && excludes.includes(code) && excludes.includes(one.code);
  }
}
