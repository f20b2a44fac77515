import type { OverviewSearch } from "./view.ts";

type Place = { readonly plan: string; readonly search: OverviewSearch; readonly goal: string | null };

const memory: { place: Place | null } = { place: null };

/** Remembers how the overview was filtered, and which goal was opened from it, for as long as the page is open. */
export function rememberOverview(place: Place): void {
  memory.place = place;
}

/** The overview of a plan as it was left, or null. */
export function rememberedOverview(plan: string): Place | null {
  return memory.place?.plan === plan ? memory.place : null;
}

/** Remembers the goal last looked at, so that going back finds the same line. */
export function rememberGoal(plan: string, goal: string): void {
  if (memory.place?.plan === plan) memory.place = { ...memory.place, goal };
}
