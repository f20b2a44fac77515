import { existsSync, rmSync } from "node:fs";
import { namedError } from "../platform/db/public.ts";
import { isDamage, isStuck, openWarehouse, type Warehouse } from "../platform/warehouse/public.ts";
import { countedFacts } from "./facts.ts";
import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";

/** Why an open warehouse is of no use: its file is damaged, DuckDB goes on no longer, it is of other records, or another took its place. */
export type Lost = "damaged" | "stuck" | "foreign" | "replaced";

/** An open warehouse file. */
export type OpenFile = {
  readonly warehouse: Warehouse;
  /** Says from outside that it is of no use any more. */
  readonly lose: (why: Lost) => void;
  /** Closes it when another file has its name: what DuckDB does at an ordinary close would take away the other's log of changes. */
  readonly abandon: () => Promise<void>;
};

/** Error `figures_being_built`: there are no figures for the moment, for the warehouse is being built from the records. */
export function figuresBeingBuilt(): Error {
  return namedError("figures_being_built", { da: da.figuresBeingBuilt, en: en.figuresBeingBuilt });
}

/**
 * Opens a municipality's warehouse file; null when there is none, or none that can be used: that one is removed, for it holds nothing that
 * is not in the records. `lost` is told once, when it turns out while it is open; from then on everything asked of it fails with
 * `figures_being_built` instead of answering from what is left.
 */
export async function openSound(path: string, lost: (why: Lost) => void): Promise<OpenFile | null> {
  if (!existsSync(path)) {
    removeFile(path);
    return null;
  }
  try {
    return guarded(await openWarehouse(path, countedFacts), lost);
  } catch (error) {
    if (isPassing(error)) throw error;
    removeFile(path);
    return null;
  }
}

/** Removes a warehouse file and what belongs to it. */
export function removeFile(path: string): void {
  for (const file of [path, `${path}.wal`]) rmSync(file, { recursive: true, force: true });
}

/** Faults of the machine and not of the file. */
function isPassing(error: unknown): boolean {
  return (
    error instanceof Error && /no space left|quota exceeded|too many open files|out of memory/i.test(error.message)
  );
}

function guarded(warehouse: Warehouse, told: (why: Lost) => void): OpenFile {
  let isLost = false;
  const lose = (why: Lost): void => {
    if (isLost) return;
    isLost = true;
    told(why);
  };
  const failed = (error: unknown): unknown => {
    const why = isDamage(error) ? "damaged" : isStuck(error) ? "stuck" : null;
    if (why !== null) lose(why);
    return isLost ? figuresBeingBuilt() : error;
  };
  const watch = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isLost) throw figuresBeingBuilt();
    try {
      return await work();
    } catch (error) {
      throw failed(error);
    }
  };
  return {
    lose,
    abandon: async () => {
      lose("replaced");
      await warehouse.execute("PRAGMA disable_checkpoint_on_shutdown").catch(() => undefined);
      warehouse.close();
    },
    warehouse: {
      run: (sql) => watch(() => warehouse.run(sql)),
      execute: (sql) => watch(() => warehouse.execute(sql)),
      coverage: (fact) => watch(() => warehouse.coverage(fact)),
      refresh: (feed) => watch(() => warehouse.refresh(feed)),
      close: warehouse.close,
    },
  };
}
