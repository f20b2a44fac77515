import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import type { Fact } from "../kernel/fact.ts";
import { type Duck, literal, openDuck } from "./duck.ts";
import { checksumOf, fileOf } from "./snapshot.ts";

/** What is taken out of a fact's file: rows that match, and values of columns that are emptied. Conditions in SQL over the row `t`. */
export type Removal = { readonly rows: string; readonly emptied: Readonly<Record<string, string>> };

/** Removals by the fact's name, and statements that first make what they look things up in. */
export type Removals = { readonly prepare: readonly string[]; readonly byFact: ReadonlyMap<string, Removal> };

/** A snapshot's new registration. */
export type Rewritten = { readonly rows: number; readonly checksum: string };

/**
 * Writes a snapshot anew without some rows, into another folder, complete or not at all. Gives null, and writes nothing, when no row
 * matched. The old folder stays: remove it when the new one is registered.
 */
export async function rewriteSnapshot(
  folders: { readonly from: string; readonly to: string },
  facts: readonly Fact[],
  removals: Removals,
): Promise<Rewritten | null> {
  const { from, to } = folders;
  const present = facts.filter((fact) => existsSync(fileOf(from, fact)));
  const partial = `${to}.partial`;
  for (const folder of [partial, to]) rmSync(folder, { recursive: true, force: true });
  const duck = await openDuck(":memory:");
  try {
    for (const statement of removals.prepare) await duck.execute(statement);
    const touched = await touchedBy(duck, { from, facts: present, removals });
    if (touched.size === 0) return null;
    mkdirSync(partial, { recursive: true });
    let rows = 0;
    for (const fact of present) {
      if (touched.has(fact.name)) await duck.execute(copyWithout(fact, { from, to: partial, removals }));
      else copyFileSync(fileOf(from, fact), fileOf(partial, fact));
      const [counted] = await duck.run(`SELECT count(*) AS n FROM read_parquet(${literal(fileOf(partial, fact))})`);
      rows += Number(counted?.n ?? 0);
    }
    renameSync(partial, to);
    return { rows, checksum: checksumOf(to, present) };
  } finally {
    duck.close();
    rmSync(partial, { recursive: true, force: true });
  }
}

async function touchedBy(
  duck: Duck,
  given: { readonly from: string; readonly facts: readonly Fact[]; readonly removals: Removals },
): Promise<ReadonlySet<string>> {
  const touched = new Set<string>();
  for (const fact of given.facts) {
    const removal = given.removals.byFact.get(fact.name);
    if (!removal) continue;
    const any = [removal.rows, ...Object.values(removal.emptied)].map((when) => `(${when})`).join(" OR ");
    const source = literal(fileOf(given.from, fact));
    const [found] = await duck.run(`SELECT count(*) AS n FROM read_parquet(${source}) t WHERE ${any}`);
    if (Number(found?.n ?? 0) > 0) touched.add(fact.name);
  }
  return touched;
}

function copyWithout(
  fact: Fact,
  given: { readonly from: string; readonly to: string; readonly removals: Removals },
): string {
  const removal = given.removals.byFact.get(fact.name) ?? { rows: "false", emptied: {} };
  const emptied = Object.entries(removal.emptied).map(
    ([column, when]) => `CASE WHEN ${when} THEN NULL ELSE ${column} END AS ${column}`,
  );
  const columns = emptied.length === 0 ? "*" : `* REPLACE (${emptied.join(", ")})`;
  return `COPY (SELECT ${columns} FROM read_parquet(${literal(fileOf(given.from, fact))}) t
    WHERE (${removal.rows}) IS NOT TRUE ORDER BY id, known_from) TO ${literal(fileOf(given.to, fact))} (FORMAT parquet, COMPRESSION zstd)`;
}
