import { useMemo, useState } from "react";
import { useKeys, walkFocus } from "../../platform/ui/use-keys.ts";
import type { DutyLine } from "../day.ts";

/** Which lines of a list are chosen. Only lines that are shown can be. */
export type Chosen = {
  readonly has: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  readonly toggleAll: () => void;
  readonly clear: () => void;
  readonly isAll: boolean;
  /** Lines, and the citizens they are about: somebody with three duties is one. */
  readonly count: number;
  readonly citizens: readonly string[];
};

/** Choosing lines of the list, with the mouse or the keys: j and k walk, x chooses the line one is on. */
export function useChosen(lines: readonly Pick<DutyLine, "id" | "citizen">[]): Chosen {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  useKeys(KEYS);
  return useMemo(() => {
    const shown = lines.filter(({ id }) => ids.has(id));
    const isAll = lines.length > 0 && shown.length === lines.length;
    return {
      has: (id) => ids.has(id),
      toggle: (id) => setIds((before) => before.symmetricDifference(new Set([id]))),
      toggleAll: () => setIds(isAll ? new Set() : new Set(lines.map(({ id }) => id))),
      clear: () => setIds(new Set()),
      isAll,
      count: shown.length,
      citizens: [...new Set(shown.map(({ citizen }) => citizen))],
    };
  }, [lines, ids]);
}

const KEYS = { j: () => walk(1), k: () => walk(-1), x: choose };

function walk(step: 1 | -1): void {
  walkFocus([...document.querySelectorAll<HTMLElement>("[data-walk]")], step);
}

/** Chooses the line that has the focus, by its own box, so that what is heard is what is seen. */
function choose(): void {
  document.activeElement?.closest("tr")?.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
}
