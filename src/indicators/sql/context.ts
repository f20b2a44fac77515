import {
  changesWithTime,
  check,
  ctesOf,
  type Predicate,
  type SqlPlace,
  termsOf,
  toSql,
  type Vocabulary,
} from "../../language/public.ts";
import { type Day, isoDay } from "../../platform/kernel/day.ts";
import type { Fact } from "../../platform/kernel/fact.ts";
import type { Occurrence, SqlContext, Windows } from "../measure.ts";
import { boundsOf } from "./bounds.ts";

/** What SQL is written against: the facts, the vocabulary and the windows of one computation. */
export type SqlSource = {
  readonly facts: readonly Fact[];
  readonly vocabulary: Vocabulary;
  readonly municipality: string;
  readonly windows: Windows;
  /** Of each window, the first day after the day it is measured on. */
  readonly beyond: readonly Day[];
  /** The first day that lies beyond what the figure may know. */
  readonly horizon: Day;
};

/** The SQL helpers of a computation. Predicates were checked when the plan was read; a bad one here is a bug. */
export function sqlContext(source: SqlSource): SqlContext {
  const fact = (name: string): Fact => {
    const found = source.facts.find((candidate) => candidate.name === name);
    if (!found) throw new Error(`no fact is called ${name}`);
    return found;
  };
  const predicate = (text: string | undefined, subject: string): Predicate => {
    const checked = check(text ?? "", source.vocabulary, subject);
    if (!checked.ok) throw new Error(checked.problems.map((problem) => problem.message.en).join("; "));
    return checked.predicate;
  };
  const where = (text: string | undefined, subject: string, day: string): string =>
    toSql(predicate(text, subject), placeOf(subject, day));
  const owners = (text: string | undefined, subject: string): string =>
    ownerJoins(fact(subject), predicate(text, subject));
  const oneDay = source.windows.every((window) => window.until - window.from <= 1);
  const occurrences = (of: Occurrence): string => {
    const shape = fact(of.of).shape;
    if (shape === "event") return happened(of, { where, owners, day: "r.day", inside: "r.day" });
    if (shape === "entity") throw new Error(`${of.of} has no days to count by`);
    if (of.counted === "begun") return happened(of, { where, owners, day: "r.from_day", inside: "r.from_day" });
    if (of.counted === "ended") {
      return happened(of, { where, owners, day: "(r.until_day - 1)", inside: "(r.until_day - 1)" });
    }
    if (of.counted === "standing") return standing(of, { where, owners });
    const asked = predicate(of.where, of.of);
    const sqlOn = (part: Predicate, day: string): string => toSql(part, placeOf(of.of, day));
    const ownersFor = (part: Predicate): string => ownerJoins(fact(of.of), part);
    return running({ fact: of.of, predicate: asked, ownersFor, sqlOn, oneDay });
  };
  return { occurrences, where, owners, fact, municipality: source.municipality, horizon: source.horizon };
}

type Writers = Pick<SqlContext, "where" | "owners">;

function happened(of: Occurrence, how: Writers & { day: string; inside: string }): string {
  return [
    `SELECT w.idx, r.*, ${how.day} AS judged_day, 1 AS days`,
    `FROM (SELECT r.* FROM ${of.of} r${how.owners(of.where, of.of)} WHERE ${how.where(of.where, of.of, how.day)}) r`,
    `JOIN windows w ON ${how.inside} >= w.from_day AND ${how.inside} < w.until_day`,
  ].join("\n");
}

type Running = {
  readonly fact: string;
  readonly predicate: Predicate;
  readonly ownersFor: (predicate: Predicate) => string;
  readonly sqlOn: (predicate: Predicate, day: string) => string;
  readonly oneDay: boolean;
};

/**
 * Rows whose answer cannot change count with all their days in the window at once. The others are judged day by day, each day once,
 * and the days that hold are put together to stretches before they meet the windows, which may overlap. Most rows hold without a
 * break: only those with one are numbered through, which is slower.
 */
function running({ fact, predicate, ownersFor, sqlOn, oneDay }: Running): string {
  const rows = (part: Predicate): string =>
    `(SELECT r.* FROM ${fact} r${ownersFor(part)} WHERE ${sqlOn(part, "r.from_day")}) r`;
  if (!changesWithTime(predicate)) return inWindows(rows(predicate), "r");
  const { always, ever } = boundsOf(predicate);
  const open = rows({ kind: "and", parts: [ever, { kind: "not", part: always }] });
  const span = "(SELECT min(from_day) AS first, max(until_day) AS beyond FROM windows) w";
  const days = oneDay
    ? `SELECT DISTINCT r.*, w.from_day AS judged_day FROM ${open} JOIN windows w ON r.from_day < w.until_day AND r.until_day > w.from_day`
    : `SELECT r.*, unnest(generate_series(greatest(r.from_day, w.first), least(r.until_day, w.beyond) - 1, INTERVAL 1 DAY))::DATE AS judged_day FROM ${open}, ${span}`;
  const holding = `SELECT r.id, r.judged_day FROM (${days}) r${ownersFor(predicate)} WHERE ${sqlOn(predicate, "r.judged_day")}`;
  const stretches = [
    `(WITH holding AS MATERIALIZED (${holding}),`,
    "held AS (SELECT id, min(judged_day) AS from_day, max(judged_day) + 1 AS until_day, count(*) AS days FROM holding GROUP BY id)",
    "SELECT id, from_day, until_day FROM held WHERE until_day - from_day = days UNION ALL",
    "SELECT id, min(judged_day), max(judged_day) + 1 FROM (SELECT id, judged_day,",
    "judged_day - CAST(row_number() OVER (PARTITION BY id ORDER BY judged_day) AS INTEGER) AS stretch",
    "FROM holding WHERE id IN (SELECT id FROM held WHERE until_day - from_day <> days)) GROUP BY id, stretch) s",
  ].join("\n");
  return [inWindows(rows(always), "r"), "UNION ALL", inWindows(`${fact} r JOIN ${stretches} ON s.id = r.id`, "s")].join(
    "\n",
  );
}

/** The rows `r` of a relation in the windows that the days of `spell` (the row itself or a part of it) meet. */
function inWindows(relation: string, spell: "r" | "s"): string {
  const from = `greatest(${spell}.from_day, w.from_day)`;
  return [
    `SELECT w.idx, r.*, ${from} AS judged_day, least(${spell}.until_day, w.until_day) - ${from} AS days`,
    `FROM ${relation}`,
    `JOIN windows w ON ${spell}.from_day < w.until_day AND ${spell}.until_day > w.from_day`,
  ].join("\n");
}

function standing(of: Occurrence, how: Writers): string {
  return [
    "SELECT w.idx, r.*, w.until_day - 1 AS judged_day, 1 AS days",
    `FROM ${withOwners(`${of.of} r`, how.owners(of.where, of.of))} JOIN windows w ON r.from_day < w.until_day AND r.until_day >= w.until_day`,
    `WHERE w.from_day < w.until_day AND ${how.where(of.where, of.of, "(w.until_day - 1)")}`,
  ].join("\n");
}

/** A relation joined to its owners before anything else is: after the windows there are many more rows to join. */
export function withOwners(relation: string, owners: string): string {
  return owners === "" ? relation : `(${relation}${owners})`;
}

function placeOf(subject: string, day: string): SqlPlace {
  return {
    row: "r",
    citizen: subject === "citizens" ? "r" : "c",
    company: subject === "companies" ? "r" : "k",
    day,
  };
}

/** The column of a fact that names its citizen or company, or null. */
export function ownerColumn(fact: Fact, owner: "citizens" | "companies"): string | null {
  if (fact.name === owner) return "id";
  return fact.columns.find((column) => column.refers === owner)?.name ?? null;
}

function ownerJoins(fact: Fact, predicate: Predicate): string {
  const asked = new Set(termsOf(predicate).map((term) => term.subject));
  const join = (subject: string, owner: "citizens" | "companies", alias: string): string => {
    const key = ownerColumn(fact, owner);
    return asked.has(subject) && fact.name !== owner && key !== null
      ? ` LEFT JOIN ${owner} ${alias} ON ${alias}.id = r.${key}`
      : "";
  };
  return join("citizen", "citizens", "c") + join("company", "companies", "k");
}

/** A whole statement: the windows, the facts as they were known, derived relations, and the measure's own query. */
export function statement(query: string, source: SqlSource & { readonly knownAt: Day | null }): string {
  const derived = ctesOf(source.vocabulary);
  const used = namesIn(query, derived, source.facts);
  const known = `DATE '${source.knownAt === null ? "9999-12-30" : isoDay(source.knownAt)}'`;
  const parts = [
    `windows(idx, from_day, until_day, beyond) AS (VALUES ${source.windows.map((window, idx) => windowRow(window, idx, source.beyond[idx] ?? source.horizon)).join(", ")})`,
  ];
  for (const { name } of source.facts) {
    if (!used.has(name)) continue;
    parts.push(
      `${name} AS NOT MATERIALIZED (SELECT * FROM records.${name} WHERE known_from <= ${known} AND ${known} < known_until)`,
    );
  }
  for (const [name, select] of Object.entries(derived)) if (used.has(name)) parts.push(`${name} AS (${select})`);
  const own = query.startsWith("WITH ") ? `,\n${query.slice(5)}` : `\n${query}`;
  return `WITH ${parts.join(",\n")}${own}`;
}

function windowRow(window: Windows[number], idx: number, beyond: Day): string {
  return `(${idx}, DATE '${isoDay(window.from)}', DATE '${isoDay(window.until)}', DATE '${isoDay(beyond)}')`;
}

function namesIn(
  query: string,
  derived: Readonly<Record<string, string>>,
  facts: readonly Fact[],
): ReadonlySet<string> {
  const mentioned = (text: string, name: string): boolean => new RegExp(`\\b${name}\\b`).test(text);
  const chains = Object.keys(derived).filter((name) => mentioned(query, name));
  const text = [query, ...chains.map((name) => derived[name])].join("\n");
  return new Set([...chains, ...facts.map((fact) => fact.name).filter((name) => mentioned(text, name))]);
}
