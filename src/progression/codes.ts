import { MOVED } from "./rules/group-change.ts";

/** What groups are made of, as it is on the last day of the period. */
export const GROUPINGS = ["all", "unit", "target_group", "age", "benefit"] as const;

/** What a number counts: those measured at all, those measured twice, one way of moving, re-visitations, or talks. */
export const COUNTED = [
  "measured",
  "twice",
  ...MOVED,
  "moves_up",
  "moves_down",
  "moves_other",
  "talks",
  "talks_measured",
] as const;
