import type { BatchState } from "../contract.ts";

/** What people can do with a batch. */
export type BatchDeed = "map" | "correct" | "setAside" | "leaveOut" | "check" | "run" | "cancel" | "giveUp" | "undo";

/** Which permission each deed takes, and in which states it can be done. */
const deeds: Readonly<
  Record<BatchDeed, { readonly permission: ImportPermission; readonly in: readonly BatchState[] }>
> = {
  map: { permission: "import.run", in: ["received", "mapped", "checked", "failed"] },
  correct: { permission: "import.run", in: ["mapped", "checking", "checked", "failed"] },
  setAside: { permission: "import.run", in: ["mapped", "checking", "checked", "failed"] },
  leaveOut: { permission: "import.run", in: ["received", "mapped", "checked", "failed"] },
  check: { permission: "import.run", in: ["mapped", "checked", "failed"] },
  run: { permission: "import.run", in: ["checked"] },
  cancel: { permission: "import.run", in: ["checking", "running", "undoing"] },
  giveUp: { permission: "import.run", in: ["receiving", "received", "mapped", "checked", "failed"] },
  undo: { permission: "import.undo", in: ["done"] },
};

/** Who may take a deed on files: see them, bring them in, take an import back. */
type ImportPermission = "import.read" | "import.run" | "import.undo";

/** Can the deed be done while the batch stands there? */
export function canDo(deed: BatchDeed, state: BatchState): boolean {
  return deeds[deed].in.includes(state);
}

/** The permission a deed takes. */
export function permissionFor(deed: BatchDeed): ImportPermission {
  return deeds[deed].permission;
}

/** The deeds that can be done while a batch stands there. */
export function deedsIn(state: BatchState): readonly BatchDeed[] {
  return (Object.keys(deeds) as BatchDeed[]).filter((deed) => canDo(deed, state));
}

/** Is somebody or something at work on it? Then the page asks again. */
export function isUnderWay(state: BatchState): boolean {
  return ["receiving", "checking", "running", "undoing"].includes(state);
}
