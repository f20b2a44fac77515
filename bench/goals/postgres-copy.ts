import { createReadStream, rmSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { allFacts } from "../../src/app/facts.ts";
import { warehouseColumns } from "../../src/platform/warehouse/columns.ts";
import { literal } from "../../src/platform/warehouse/duck.ts";
import type { Postgres } from "../contract.ts";
import type { ByHand } from "./by-hand.ts";

/** Indexes somebody would make who knows the figures: present knowledge only, by owner and by day. */
const INDEXES: Readonly<Record<string, readonly string[]>> = {
  citizens: ["(id)"],
  benefit_spells: ["(citizen, from_day, until_day)", "(benefit, from_day, until_day) INCLUDE (citizen, share)"],
  employments: ["(citizen, kind, from_day, until_day)", "(kind, company, from_day, until_day)"],
  offers: ["(kind, from_day) INCLUDE (citizen)", "(company, from_day, until_day)"],
  conversations: ["(citizen, day) WHERE status = 'holdt'"],
  companies: ["(municipality_code, from_day, until_day) INCLUDE (id, employees)"],
  company_contacts: ["(company, day)"],
  recruitments: ["(company, day)"],
  agreements: ["(company, from_day, until_day)"],
};

const TYPES: Readonly<Record<string, string>> = { VARCHAR: "text", DOUBLE: "double precision" };

/** Makes the empty tables in PostgreSQL, in the schema `records`. */
export async function makeTables({ client }: Postgres, facts: readonly string[]): Promise<void> {
  await client.query("drop schema if exists records cascade");
  await client.query("create schema records");
  for (const fact of allFacts.filter(({ name }) => facts.includes(name))) {
    const columns = warehouseColumns(fact).map(({ name, type }) => `${name} ${TYPES[type] ?? type}`);
    await client.query(`create unlogged table records.${fact.name} (${columns.join(", ")})`);
  }
}

/** Copies tables of an open warehouse into PostgreSQL through CSV files in a folder, and gives the number of rows. */
export async function copyTables(
  { client }: Postgres,
  from: { readonly byHand: ByHand; readonly schema: string; readonly folder: string },
  facts: readonly string[],
): Promise<number> {
  let rows = 0;
  for (const fact of facts) {
    const file = join(from.folder, `copy-${fact}.csv`);
    await from.byHand.run(`COPY (SELECT * FROM ${from.schema}.${fact}) TO ${literal(file)} (FORMAT csv, HEADER false)`);
    const into = client.query(copyFrom(`copy records.${fact} from stdin (format csv)`));
    await pipeline(createReadStream(file), into);
    rows += into.rowCount;
    rmSync(file);
  }
  return rows;
}

/** Indexes, statistics and the map that lets indexes answer alone. */
export async function indexTables({ client }: Postgres, facts: readonly string[]): Promise<void> {
  for (const fact of facts) {
    for (const index of INDEXES[fact] ?? []) {
      const where = index.includes(" WHERE ") ? " AND " : " WHERE ";
      await client.query(`create index on records.${fact} ${index}${where}known_until = date '9999-12-31'`);
    }
    await client.query(`vacuum (analyze) records.${fact}`);
  }
}
