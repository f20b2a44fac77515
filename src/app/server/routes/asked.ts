import { z } from "zod";
import type { Desk } from "../desk.ts";
import { refuse } from "../errors.ts";

/** An ISO day. */
export const day = z.iso.date();
const optionalDay = z.union([z.iso.date(), z.literal("")]).optional();

/** Which figures: as of a day, as known on a day, from a snapshot. An empty value means: as usual. */
export const viewQuery = z.object({ asOf: optionalDay, knownAt: optionalDay, snapshot: z.string().max(61).optional() });
export const planParams = z.object({ plan: z.string().max(100) });
export const goalParams = planParams.extend({ goal: z.string().max(100) });

/** The parts of a view that were asked for. */
export function asked(view: {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly snapshot?: string | undefined;
}): {
  asOf?: string;
  knownAt?: string;
  snapshot?: string;
} {
  return {
    ...(view.asOf ? { asOf: view.asOf } : {}),
    ...(view.knownAt ? { knownAt: view.knownAt } : {}),
    ...(view.snapshot ? { snapshot: view.snapshot } : {}),
  };
}

/** A plan of the reader's own municipality; others do not exist for them. */
export function ownPlan(desk: Desk, session: { readonly municipality: string }, id: string): string {
  const found = desk.plans().find((plan) => plan.id === id && plan.municipality === session.municipality);
  if (!found) throw refuse(404, "not_found");
  return found.id;
}
