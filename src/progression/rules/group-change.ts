/** How one citizen was measured on one dimension in a period: the first and the last value, and on how many days. */
export type Measured = {
  readonly citizen: string;
  readonly dimension: string;
  readonly first: number;
  readonly last: number;
  readonly days: number;
};

/** Where somebody moved from the first to the last measurement of a period. */
export const MOVED = ["up", "same", "down"] as const;
export type Moved = (typeof MOVED)[number];

/**
 * How a group changed on one dimension. `people` is the denominator: those measured on at least two days of the period. `mean` is their mean change
 * in steps of the scale, unrounded; null of nobody.
 */
export type Change = Readonly<Record<Moved, number>> & {
  readonly dimension: string;
  readonly people: number;
  readonly mean: number | null;
};

/** Has somebody been measured twice, so that a change can be told? */
export function isTwice({ days }: Pick<Measured, "days">): boolean {
  return days >= 2;
}

/** Where somebody moved. */
export function movedOf({ first, last }: Pick<Measured, "first" | "last">): Moved {
  if (last === first) return "same";
  return last > first ? "up" : "down";
}

/** The change of a group on each of some dimensions; whole steps are added and divided once, so that the order does not matter. */
export function changesOf(measured: readonly Measured[], dimensions: readonly string[]): readonly Change[] {
  const twice = Map.groupBy(measured.filter(isTwice), ({ dimension }) => dimension);
  return dimensions.map((dimension) => {
    const own = twice.get(dimension) ?? [];
    const count = (moved: Moved): number => own.filter((one) => movedOf(one) === moved).length;
    const sum = own.reduce((steps, { first, last }) => steps + last - first, 0);
    return {
      dimension,
      people: own.length,
      mean: own.length === 0 ? null : sum / own.length,
      up: count("up"),
      same: count("same"),
      down: count("down"),
    };
  });
}
