import type { Goal, ListRow, PlanContent, Step } from "../contract.ts";

/** A plan that says nothing yet. */
export const EMPTY: PlanContent = {
  direction: "",
  citizenView: "",
  partOf: null,
  answers: {},
  lists: {},
  goals: [],
  goalsLeftOut: "",
  steps: [],
};

/** A name for something new in a plan, by which versions are compared. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function newGoal(): Goal {
  return { id: newId(), text: "", setBy: "together", state: "open", reviewed: null, review: "" };
}

export function newStep(): Step {
  const [text, reason] = ["", ""];
  return {
    id: newId(),
    kind: null,
    text,
    track: "job",
    owner: "citizen",
    from: null,
    due: null,
    state: "planned",
    reason,
  };
}

export function newRow(): ListRow {
  return { id: newId(), values: {} };
}

/** What is being written: kept in the browser until it is saved, with what it began from, so that another's changes can be put together with it. */
export type Draft = {
  readonly version: number | null;
  readonly base: PlanContent;
  readonly content: PlanContent;
  readonly reason: string;
};

/** Reads a draft that was kept; null when it cannot be read. */
export function readDraft(text: string): Draft | null {
  try {
    const read = JSON.parse(text) as Draft;
    return Array.isArray(read.content.steps) && Array.isArray(read.base.steps) ? read : null;
  } catch {
    return null;
  }
}
