import type { WayOut } from "./contract.ts";

/** Answered once for a whole column or code: how it is read, or what it is called here. */
const MAPPED = new Set([
  "unknown_code",
  "unknown_area",
  "not_yes_or_no",
  "ambiguous_day",
  "has_clock",
  "ambiguous_number",
  "ambiguous_amount",
]);

/** Rules that a row may break with a reason. */
const SOFT = new Set(["overlaps", "overlaps_records", "before_birth"]);

/** What helps: a code or a column can be given a meaning for all rows, a soft rule may be broken with a reason, the rest is mended. */
export function wayOutOf(code: string): WayOut {
  if (MAPPED.has(code)) return "map";
  return isSoft(code) ? "accept" : "fix";
}

/** A rule that a row may break with a reason. */
export function isSoft(code: string): boolean {
  return SOFT.has(code);
}
