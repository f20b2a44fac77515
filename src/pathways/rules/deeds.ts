import type { PlanState } from "../contract.ts";

/** What can be done with a plan. */
export type PlanDeed = "write" | "adopt" | "end" | "takeBack";

/** In which states each deed can be done. What has ended stands again when its end is taken back. */
const ALLOWED: Readonly<Record<PlanDeed, readonly PlanState[]>> = {
  write: ["draft", "adopted"],
  adopt: ["draft"],
  end: ["draft", "adopted"],
  takeBack: ["draft", "adopted", "ended"],
};

/** May a deed be done with a plan in its state? A first version has nothing before it to go back to. */
export function isPossible(deed: PlanDeed, plan: { readonly state: PlanState; readonly version: number }): boolean {
  return ALLOWED[deed].includes(plan.state) && (deed !== "takeBack" || plan.version > 1);
}
