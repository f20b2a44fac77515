import type { Tx } from "../../platform/db/public.ts";
import type { BatchKey, By } from "../context.ts";
import { insertSetAside, type RowKey, withdrawSetAside } from "../queries/corrections.ts";
import { listFiles } from "../queries/files.ts";
import { readVerdicts } from "../queries/verdicts.ts";
import { isSoft } from "../ways-out.ts";
import { lockedBatch } from "./locked-batch.ts";
import { refused } from "./refusals.ts";
import { recheck } from "./start-work.ts";

export type AskedAside = {
  readonly file: number;
  readonly lines: readonly number[];
  readonly kind: "set_aside" | "accepted";
  readonly reason: string;
  readonly by: By;
};

/**
 * Sets rejected rows of a file aside by name, with a reason: they are not imported and stay listed for ever. Or accepts rows that break
 * soft rules only: they are imported. Throws `unknown_import_row`, `import_not_acceptable`. Gives whether a check was asked for.
 */
export async function setAside(tx: Tx, key: BatchKey, asked: AskedAside): Promise<boolean> {
  await lockedBatch(tx, key.batch, "setAside");
  const file = (await listFiles(tx, key.batch)).find((one) => one.file === asked.file);
  if (!file) throw refused("unknown_import_file");
  const rows = await readVerdicts(tx, { batch: key.batch, file: asked.file, lines: asked.lines });
  if (rows.length !== new Set(asked.lines).size || rows.some(({ verdict }) => verdict !== "rejected")) {
    throw refused("unknown_import_row");
  }
  const lines = rows.map(({ line, codes }) => ({ line, rules: codes }));
  if (asked.kind === "accepted" && lines.some(({ rules }) => rules.length === 0 || !rules.every(isSoft))) {
    throw refused("import_not_acceptable");
  }
  const { kind, reason } = asked;
  const set = { file: asked.file, file_name: file.name, kind, reason, made_by: asked.by.user, lines };
  await insertSetAside(tx, key.batch, set);
  return await recheck(tx, key.batch, asked.by);
}

/** Takes a row in again that was set aside or accepted. Gives whether a check was asked for. */
export async function takeInAgain(tx: Tx, row: RowKey & BatchKey, by: By): Promise<boolean> {
  await lockedBatch(tx, row.batch, "setAside");
  if (!(await withdrawSetAside(tx, row))) throw refused("unknown_import_row");
  return await recheck(tx, row.batch, by);
}
