import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import type { BatchRemark, Finding, RowVerdict } from "../contract.ts";

export type VerdictRecord = {
  readonly file: number;
  readonly line: number;
  readonly verdict: RowVerdict;
  readonly codes: readonly string[];
  readonly sealed: Uint8Array;
};

export type AskedRows = {
  readonly file: number | null;
  readonly verdict: RowVerdict | null;
  readonly code: string | null;
  readonly descending: boolean;
  readonly page: number;
  readonly size: number;
};

/** Forgets what an earlier check found. */
export async function clearVerdicts(tx: Tx, batch: string): Promise<void> {
  await sql`delete from imports.verdicts where batch = ${batch}::uuid`.execute(tx);
  await sql`delete from imports.findings where batch = ${batch}::uuid`.execute(tx);
}

/** Keeps what a check said of some rows. */
export async function insertVerdicts(
  tx: Tx,
  batch: string,
  rows: readonly (Omit<VerdictRecord, "sealed"> & { readonly sealed: Buffer })[],
): Promise<void> {
  const told = rows.map((row) => ({ ...row, sealed: row.sealed.toString("hex") }));
  await sql`insert into imports.verdicts (municipality, batch, file, line, verdict, codes, sealed)
    select platform.municipality(), ${batch}::uuid, (one ->> 'file')::integer, (one ->> 'line')::integer, one ->> 'verdict',
      array(select jsonb_array_elements_text(one -> 'codes')), decode(one ->> 'sealed', 'hex')
    from jsonb_array_elements(${JSON.stringify(told)}::jsonb) as one on conflict do nothing`.execute(tx);
}

/** Keeps a batch's problems and remarks, alike ones together. */
export async function insertFindings(
  tx: Tx,
  batch: string,
  { problems, remarks }: { readonly problems: readonly Finding[]; readonly remarks: readonly BatchRemark[] },
): Promise<void> {
  const found = [
    ...problems.map((one) => ({ ...one, kind: "problem", lines: [] })),
    ...remarks.map(({ cells, ...one }) => ({
      ...one,
      kind: "remark",
      value: null,
      problems: cells,
      firstLine: one.lines[0] ?? 0,
      wayOut: "fix",
    })),
  ];
  await sql`insert into imports.findings
      (municipality, batch, file, number, code, field, value, problems, first_line, said, way_out, kind, lines)
    select platform.municipality(), ${batch}::uuid, (one ->> 'file')::integer, at::integer, one ->> 'code', one ->> 'column',
      one ->> 'value', (one ->> 'problems')::integer, (one ->> 'firstLine')::integer, one -> 'message', one ->> 'wayOut',
      one ->> 'kind', array(select jsonb_array_elements_text(one -> 'lines')::integer)
    from jsonb_array_elements(${JSON.stringify(found)}::jsonb) with ordinality as list (one, at)`.execute(tx);
}

/** The problems of a batch, those of most rows first. */
export async function listFindings(tx: Tx, batch: string, most: number): Promise<readonly Finding[]> {
  const found =
    await sql<Finding>`select file, code, field as "column", value, problems, first_line as "firstLine", said as message,
      way_out as "wayOut"
    from imports.findings where batch = ${batch}::uuid and kind = 'problem' order by problems desc, file, number limit ${most}`.execute(
      tx,
    );
  return found.rows;
}

/** What a check remarked of a batch without refusing it, file by file. */
export async function listRemarks(tx: Tx, batch: string, most: number): Promise<readonly BatchRemark[]> {
  const found = await sql<BatchRemark>`select file, code, field as "column", problems as cells, lines, said as message
    from imports.findings where batch = ${batch}::uuid and kind = 'remark' order by file, number limit ${most}`.execute(
    tx,
  );
  return found.rows;
}

/** A page of the rows a check kept, and how many fit. */
export async function listVerdicts(
  tx: Tx,
  batch: string,
  asked: AskedRows,
): Promise<{ readonly rows: readonly VerdictRecord[]; readonly listed: number }> {
  const where = sql`batch = ${batch}::uuid and (${asked.file}::integer is null or file = ${asked.file})
    and (${asked.verdict}::text is null or verdict = ${asked.verdict})
    and (${asked.code}::text is null or ${asked.code} = any(codes))`;
  const order = sql.raw(asked.descending ? "file desc, line desc" : "file, line");
  const counted = await sql<{ n: number }>`select count(*)::integer as n from imports.verdicts where ${where}`.execute(
    tx,
  );
  const found = await sql<VerdictRecord>`select file, line, verdict, codes, sealed from imports.verdicts where ${where}
    order by ${order} limit ${asked.size} offset ${(asked.page - 1) * asked.size}`.execute(tx);
  return { rows: found.rows, listed: counted.rows[0]?.n ?? 0 };
}

/** What the check said of some rows of a file. */
export async function readVerdicts(
  tx: Tx,
  of: { readonly batch: string; readonly file: number; readonly lines: readonly number[] },
): Promise<readonly VerdictRecord[]> {
  const found = await sql<VerdictRecord>`select file, line, verdict, codes, sealed from imports.verdicts
    where batch = ${of.batch}::uuid and file = ${of.file} and line = any(${[...of.lines]}::integer[]) order by line`.execute(
    tx,
  );
  return found.rows;
}

/** Replaces what is kept of a row after it was corrected. */
export async function replaceVerdict(
  tx: Tx,
  batch: string,
  row: Omit<VerdictRecord, "sealed"> & { readonly sealed: Buffer },
): Promise<void> {
  await sql`delete from imports.verdicts where batch = ${batch}::uuid and file = ${row.file} and line = ${row.line}`.execute(
    tx,
  );
  await insertVerdicts(tx, batch, [row]);
}
