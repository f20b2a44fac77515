import type { Bilingual } from "../platform/kernel/fact.ts";
import { sqlList } from "./sql-text.ts";
import type { Evidence, FactRow, Owner, SqlPlace, Term } from "./term.ts";

/** A term about an owner's rows of some fact. `where` narrows the rows to those with one value of one column. */
type About = {
  readonly id: string;
  readonly owner: Owner;
  readonly fact: string;
  readonly where?: { readonly column: string; readonly is: string };
  readonly label: Bilingual;
  readonly meaning: Bilingual;
  /** The phrase for the value, or for truth: see `Term.phrases`. */
  readonly phrase: Bilingual;
};

/** An owner's rows of a fact that hold on the day, or that had happened by then. Nobody's rows when there is no owner. */
function rowsOf(about: About, evidence: Evidence): readonly FactRow[] {
  if (evidence[about.owner] === null) return [];
  const { where } = about;
  const rows = evidence.about(about.fact, about.owner);
  return where === undefined ? rows : rows.filter((row) => row[where.column] === where.is);
}

function holds(row: FactRow, day: number): boolean {
  return Number(row.from_day) <= day && day < Number(row.until_day);
}

function whereSql(about: About, alias: string, at: SqlPlace): string {
  const owned = `${alias}.${about.owner} = ${at[about.owner]}.id`;
  return about.where === undefined
    ? owned
    : `${owned} AND ${sqlList(`${alias}.${about.where.column}`, [about.where.is])}`;
}

function holdsSql(about: About, at: SqlPlace, more: string): string {
  const its = `its_${about.fact}`;
  return `EXISTS (SELECT 1 FROM ${about.fact} AS ${its} WHERE ${whereSql(about, its, at)} AND ${its}.from_day <= ${at.day} AND ${at.day} < ${its}.until_day${more})`;
}

function common(about: About): Pick<Term, "id" | "subject" | "label" | "meaning" | "changesWithTime"> {
  const { id, owner, label, meaning } = about;
  return { id, subject: owner, label, meaning, changesWithTime: true };
}

/**
 * The codes of one column among the owner's spells that hold on the day: `citizen.offers`. With `groups`, the column's codes are
 * sorted into those groups (group to codes) and the groups are the term's values.
 */
export function codesOnDay(
  about: About & {
    readonly column: string;
    readonly codes?: Readonly<Record<string, Bilingual>>;
    readonly groups?: Readonly<Record<string, readonly string[]>>;
  },
): Term {
  const { column, codes, groups } = about;
  const stored = (asked: readonly string[]): readonly string[] =>
    groups === undefined ? asked : asked.flatMap((group) => groups[group] ?? []);
  const groupsOf = (code: string): readonly string[] =>
    groups === undefined ? [code] : Object.keys(groups).filter((group) => groups[group]?.includes(code));
  return {
    ...common(about),
    type: "codes",
    ...(codes === undefined ? {} : { codes }),
    sql: (at, asked = []) => holdsSql(about, at, ` AND ${sqlList(`its_${about.fact}.${column}`, stored(asked))}`),
    value: (evidence) =>
      new Set(
        rowsOf(about, evidence)
          .filter((row) => holds(row, evidence.day) && row[column] !== null)
          .flatMap((row) => groupsOf(String(row[column]))),
      ),
    phrases: { in: about.phrase },
  };
}

/** Does the owner have a spell that holds on the day: `company.partner`. False without one, never missing. */
export function holdsOnDay(about: About): Term {
  return {
    ...common(about),
    type: "bool",
    sql: (at) => holdsSql(about, at, ""),
    value: (evidence) => rowsOf(about, evidence).some((row) => holds(row, evidence.day)),
    phrases: { true: about.phrase },
  };
}

/** Completed weeks from the owner's latest event, that day included, to the day: `citizen.weeks_since_cv`. Missing if never. */
export function weeksSinceLast(about: About): Term {
  const its = `its_${about.fact}`;
  return {
    ...common(about),
    type: "int",
    sql: (at) =>
      `(${at.day} - (SELECT max(${its}.day) FROM ${about.fact} AS ${its} WHERE ${whereSql(about, its, at)} AND ${its}.day <= ${at.day})) // 7`,
    value: (evidence) => {
      const days = rowsOf(about, evidence)
        .map((row) => Number(row.day))
        .filter((day) => day <= evidence.day);
      return days.length === 0 ? null : Math.floor((evidence.day - Math.max(...days)) / 7);
    },
    phrases: { "==": about.phrase },
  };
}
