import type { Goal, PlanContent, Step } from "../contract.ts";

/** A plan's content with some things said. */
export function contentWith(said: Partial<PlanContent> = {}): PlanContent {
  const nothing = { partOf: null, answers: {}, lists: {}, goals: [], goalsLeftOut: "", steps: [] };
  return { direction: "Job i et køkken", citizenView: "Jeg vil gerne lave mad.", ...nothing, ...said };
}

/** A step that is planned in words. */
export function stepWith(said: Partial<Step> = {}): Step {
  const none = { kind: null, from: null, due: null, reason: "" };
  return { id: "a", text: "Ring til køkkenet", track: "job", owner: "citizen", state: "planned", ...none, ...said };
}

/** A goal that is on the way. */
export function goalWith(said: Partial<Goal> = {}): Goal {
  return { id: "g", text: "Arbejde 20 timer", setBy: "together", state: "open", reviewed: null, review: "", ...said };
}
