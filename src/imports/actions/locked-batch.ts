import type { Tx } from "../../platform/db/public.ts";
import { type BatchRecord, readBatch } from "../queries/batches.ts";
import { type BatchDeed, canDo } from "../rules/batch-states.ts";
import { refused, stateInWords } from "./refusals.ts";

/** A batch in a state in which the deed can be done, held until the transaction ends. Throws `unknown_import`, `import_elsewhere`. */
export async function lockedBatch(tx: Tx, batch: string, deed: BatchDeed): Promise<BatchRecord> {
  const found = await readBatch(tx, batch, { lock: true });
  if (!found) throw refused("unknown_import");
  if (!canDo(deed, found.state)) throw refused("import_elsewhere", { state: stateInWords(found.state) });
  return found;
}
