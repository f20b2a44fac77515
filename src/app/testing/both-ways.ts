import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import {
  ctesOf,
  type Evidence,
  type FactRow,
  type Owner,
  type SqlPlace,
  type Vocabulary,
} from "../../language/public.ts";
import { type Day, isoDay } from "../../platform/kernel/day.ts";
import type { Column, Fact } from "../../platform/kernel/fact.ts";
import { literal as sqlText } from "../../platform/warehouse/duck.ts";
import type { World } from "./worlds.ts";

const SQL_TYPES: Readonly<Record<Column["type"], string>> = {
  text: "VARCHAR",
  code: "VARCHAR",
  key: "VARCHAR",
  day: "DATE",
  int: "INTEGER",
  thousandths: "INTEGER",
  hours: "INTEGER",
  amount: "BIGINT",
  number: "DOUBLE",
  bool: "BOOLEAN",
  cpr: "VARCHAR",
};

function columnsOf(fact: Fact): readonly (readonly [name: string, type: string])[] {
  const days = { spell: ["from_day", "until_day"], event: ["day"], entity: [] }[fact.shape];
  return [
    ["id", "VARCHAR"],
    ...[...days, "known_from", "known_until"].map((name) => [name, "DATE"] as const),
    ...fact.columns.map(({ name, type }) => [name, SQL_TYPES[type]] as const),
  ];
}

function literal(value: string | number | boolean | null | undefined, type: string): string {
  if (value === null || value === undefined) return "NULL";
  if (type === "DATE") return `DATE '${isoDay(Number(value) as Day)}'`;
  return typeof value === "string" ? sqlText(value) : `CAST(${sqlText(String(value))} AS ${type})`;
}

/** The place of terms in the questions below. */
export function placeIn(fact: Fact): SqlPlace {
  return {
    row: "r",
    citizen: fact.name === "citizens" ? "r" : "c",
    company: fact.name === "companies" ? "r" : "k",
    day: "d.day",
  };
}

function ownerColumn(fact: Fact, owner: Owner): string | null {
  const table = { citizen: "citizens", company: "companies" }[owner];
  if (fact.name === table) return "id";
  return fact.columns.find(({ refers }) => refers === table)?.name ?? null;
}

/** An empty DuckDB in memory with a table per fact. */
export async function openRecords(facts: readonly Fact[]): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  await connection.run("CREATE SCHEMA records");
  for (const fact of facts) {
    const columns = columnsOf(fact).map(([name, type]) => `${name} ${type}`);
    await connection.run(`CREATE TABLE records.${fact.name} (${columns.join(", ")})`);
  }
  return connection;
}

/** Puts a world into the tables in place of what was there. */
export async function fill(connection: DuckDBConnection, facts: readonly Fact[], world: World): Promise<void> {
  for (const fact of facts) {
    const columns = columnsOf(fact);
    const rows = (world[fact.name] ?? []).map(
      (row) => `(${columns.map(([name, type]) => literal(row[name], type)).join(", ")})`,
    );
    await connection.run(`DELETE FROM records.${fact.name}`);
    if (rows.length > 0) await connection.run(`INSERT INTO records.${fact.name} VALUES ${rows.join(", ")}`);
  }
}

type Question = {
  readonly facts: readonly Fact[];
  readonly vocabulary: Vocabulary;
  readonly subject: Fact;
  readonly days: readonly Day[];
  readonly knownAt: Day;
};

/** Asks SQL expressions about every row of a fact on every day, as known on a day: row id and day to the answers. */
export async function askSql(
  connection: DuckDBConnection,
  question: Question,
  expressions: readonly string[],
): Promise<ReadonlyMap<string, readonly DuckDBValue[]>> {
  const { facts, subject, days } = question;
  const known = `DATE '${isoDay(question.knownAt)}'`;
  const as = facts.map(
    ({ name }) => `${name} AS (SELECT * FROM records.${name} WHERE known_from <= ${known} AND ${known} < known_until)`,
  );
  const needed = Object.entries(ctesOf(question.vocabulary)).map(([name, select]) => `${name} AS (${select})`);
  const join = (owner: Owner, table: string, alias: string): string => {
    const column = ownerColumn(subject, owner);
    return column === null || column === "id" ? "" : `LEFT JOIN ${table} ${alias} ON ${alias}.id = r.${column}`;
  };
  const reader = await connection.runAndReadAll(`
    WITH ${[...as, ...needed].join(",\n")}
    SELECT r.id, d.day - DATE '1970-01-01' AS at, ${expressions.map((one, n) => `${one} AS e${n}`).join(", ")}
    FROM ${subject.name} r ${join("citizen", "citizens", "c")} ${join("company", "companies", "k")}
    CROSS JOIN (VALUES ${days.map((one) => `(DATE '${isoDay(one)}')`).join(", ")}) AS d(day)`);
  return new Map(reader.getRows().map(([id, at, ...answers]) => [`${String(id)} ${String(at)}`, answers]));
}

/** The same rows on the same days as evidence for TypeScript, under the same names. */
export function evidenceOf(world: World, question: Omit<Question, "vocabulary">): ReadonlyMap<string, Evidence> {
  const { facts, subject, knownAt, days } = question;
  const knownRows = (name: string): readonly FactRow[] =>
    (world[name] ?? []).filter((row) => Number(row.known_from) <= knownAt && knownAt < Number(row.known_until));
  const known = new Map(facts.map(({ name }) => [name, knownRows(name)]));
  const keyOf = (row: FactRow, owner: Owner): FactRow[string] => {
    const column = ownerColumn(subject, owner);
    return column === null ? null : (row[column] ?? null);
  };
  const ownerOf = (row: FactRow, owner: Owner): FactRow | null =>
    known.get(owner === "citizen" ? "citizens" : "companies")?.find(({ id }) => id === keyOf(row, owner)) ?? null;
  const found = new Map<string, Evidence>();
  for (const row of known.get(subject.name) ?? []) {
    const owners = { citizen: ownerOf(row, "citizen"), company: ownerOf(row, "company") };
    const about: Evidence["about"] = (name, owner) => {
      const key = keyOf(row, owner);
      return key === null ? [] : (known.get(name)?.filter((other) => other[owner] === key) ?? []);
    };
    for (const at of days) found.set(`${String(row.id)} ${at}`, { row, ...owners, about, day: at });
  }
  return found;
}

/** A day of DuckDB as our day, and other values as JavaScript has them. */
export function plain(value: DuckDBValue): string | number | boolean | null {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "object" && "days" in value && typeof value.days === "number") return value.days;
  throw new Error(`An answer of a kind nobody expected: ${String(value)}`);
}
