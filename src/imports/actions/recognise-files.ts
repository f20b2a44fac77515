import { inTenant } from "../../platform/db/public.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import { sourceOf, withoutOurs } from "../contents.ts";
import type { BatchKey, Imports } from "../context.ts";
import { noProblems, note, type Problem } from "../problem.ts";
import { moveBatch } from "../queries/batches.ts";
import { type FileRecord, listFiles } from "../queries/files.ts";
import { listRemembered, type RememberedRecord } from "../queries/remembered.ts";
import { openSheets } from "../reading/open.ts";
import { knownNames, recognise } from "../reading/recognise.ts";
import { type FileFault, isFault, type Sheet } from "../reading/sheet.ts";
import { signatureOf, spelledAs } from "../reading/signature.ts";

/** A file whose bytes are stored. */
export type Received = { readonly file: number; readonly name: string; readonly size: number; readonly sha256: string };

type Recognised = Omit<FileRecord, "left_out" | "counts" | "stored">;

/** Looks into every file of a batch: what is written how, and which kind of fact it is, by our layouts or a remembered mapping. */
export async function recogniseFiles(
  imports: Imports,
  key: BatchKey,
  received: readonly Received[],
): Promise<readonly Recognised[]> {
  const remembered = await inTenant(imports.db, { municipality: key.municipality }, listRemembered);
  const found: Recognised[] = [];
  for (const file of received) found.push(...(await sheetsOf(imports, { key, file, remembered })));
  return found.map((file, at) => ({ ...file, file: at + 1 }));
}

async function sheetsOf(
  imports: Imports,
  of: { readonly key: BatchKey; readonly file: Received; readonly remembered: readonly RememberedRecord[] },
): Promise<readonly Recognised[]> {
  const { key, file, remembered } = of;
  const base: Recognised = {
    ...file,
    source: file.file,
    form: null,
    sheet: null,
    header: null,
    signature: null,
    fact: null,
    mapping: null,
    mapped_by: null,
    trouble: null,
  };
  const record = { ...base, left_out: false, counts: null, stored: null };
  const source = sourceOf(imports, {
    key,
    file: record,
    stretch: (work) => inTenant(imports.db, { municipality: key.municipality }, work),
  });
  const sheets = await openSheets(source, { knows: knownNames({ facts: imports.facts }) });
  if (isFault(sheets)) return [{ ...base, trouble: troubleOf(file.name, sheets) }];
  return sheets.map((sheet) => recogniseSheet(imports, { base, sheet: withoutOurs(sheet), remembered }));
}

function recogniseSheet(
  imports: Imports,
  of: { readonly base: Recognised; readonly sheet: Sheet; readonly remembered: readonly RememberedRecord[] },
): Recognised {
  const { base, sheet } = of;
  const signature = signatureOf(sheet.header);
  const known = of.remembered.find((one) => one.signature === signature);
  const found = recognise(sheet, base.name, { facts: imports.facts });
  const mapping = known ? spelledAs(sheet.header, known.mapping) : found.known ? found.mapping : null;
  return {
    ...base,
    form: sheet.form.kind,
    sheet: sheet.name,
    header: sheet.header,
    signature,
    fact: mapping?.fact ?? null,
    mapping,
    mapped_by: known ? known.made_by : mapping ? "layout" : null,
  };
}

/** Why a file cannot be read, in words. */
function troubleOf(name: string, { line, fault }: FileFault): Bilingual {
  const told: Problem[] = [];
  note({ ...noProblems(), take: (problem) => told.push(problem) }, { file: name, line }, fault);
  return told[0]?.message ?? { da: "", en: "" };
}

/** Moves a batch on when all its files that take part are understood, back when they no longer are. Gives whether they are. */
export async function settleMapping(tx: Parameters<typeof listFiles>[0], batch: string): Promise<boolean> {
  const files = await listFiles(tx, batch);
  const taking = files.filter(({ left_out }) => !left_out);
  const isMapped = taking.every(({ mapping }) => mapping !== null);
  await moveBatch(tx, batch, {
    from: ["received", "mapped", "checked", "failed"],
    to: isMapped ? "mapped" : "received",
  });
  return isMapped && taking.length > 0;
}
