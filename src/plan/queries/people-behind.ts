import { type IndicatorResult, rowsStatement, type Source } from "../../indicators/public.ts";
import type { Counted } from "../rules/discretion.ts";

/** A figure on more rows than this rests on enough people whatever they are. */
const MANY_ROWS = 100;

/** A figure that counts rows (spells, conversations) may rest on fewer people than rows: small ones are counted in people too. */
export async function peopleBehind(
  place: Omit<Parameters<typeof rowsStatement>[0], "part">,
  result: IndicatorResult,
  source: Source,
): Promise<readonly Counted[]> {
  const smallest = Math.min(
    result.numerator ?? Number.POSITIVE_INFINITY,
    result.denominator ?? Number.POSITIVE_INFINITY,
  );
  if (result.rowsOf !== "rows" || smallest > MANY_ROWS || result.value === null) return [];
  const rows = rowsStatement({ ...place, part: "value" }, source);
  if (!rows) return [];
  const [counted] = await source.run(
    `SELECT count(DISTINCT coalesce(citizen, key)) AS people, count(*) AS found FROM (${rows.sql})`,
  );
  const people = Number(counted?.people ?? 0);
  return Number(counted?.found ?? 0) === 0
    ? []
    : [{ unit: "persons", value: people, numerator: people, denominator: null }];
}
