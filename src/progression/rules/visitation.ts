import { type Day, FOREVER } from "../../platform/kernel/day.ts";

/** Target groups, the farthest from work first. */
export type Order = readonly string[];

/** Where a re-visitation led: nearer to work, farther from it, or to a group with which no order is known. */
export const DIRECTIONS = ["up", "down", "other"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A target group a citizen was in; `until` is the first day it no longer held. */
export type GroupSpell = { readonly code: string; readonly from: Day; readonly until: Day };

/** A re-visitation: on which day, from which group to which. */
export type Move = { readonly day: Day; readonly from: string; readonly to: string; readonly direction: Direction };

/**
 * Whether one group is nearer to work than another: `directionOf("aktivitetsparat", "jobparat", orders)` is `up`. Gladsaxe 2012 pp. 4, 17 counts
 * being matched up as progression; the order itself is data.
 */
export function directionOf(before: string, after: string, orders: readonly Order[]): Direction {
  const order = orders.find((one) => one.includes(before) && one.includes(after));
  if (!order || before === after) return "other";
  return order.indexOf(before) < order.indexOf(after) ? "up" : "down";
}

type By = { readonly orders: readonly Order[]; readonly gapDays: number };

/**
 * The re-visitations of one citizen, the earliest first (VIS-16): each time another group follows one within `gapDays` days. After a longer time without
 * a group it is a first assessment again.
 */
export function movesOf(spells: readonly GroupSpell[], { orders, gapDays }: By): readonly Move[] {
  const inOrder = spells.toSorted((a, b) => a.from - b.from || a.until - b.until);
  return inOrder.flatMap((spell, at) => {
    const before = inOrder[at - 1];
    if (!before || before.code === spell.code || before.from === spell.from) return [];
    const isGap = before.until !== FOREVER && spell.from - before.until > gapDays;
    if (isGap) return [];
    return [
      { day: spell.from, from: before.code, to: spell.code, direction: directionOf(before.code, spell.code, orders) },
    ];
  });
}
