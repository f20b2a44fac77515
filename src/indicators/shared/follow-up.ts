import { z } from "zod";
import type { Occurrence, PredicateAt, SqlContext } from "../measure.ts";
import { ownersOf } from "./distinct.ts";
import { whereParam } from "./params.ts";

/** Those who are followed: spells that began or ended in the window. The follow-up begins on the first day, or the day after the last. */
export const cohortParam = z.strictObject({
  of: z.string().default("benefit_spells"),
  where: whereParam,
  counted: z.enum(["begun", "ended"]),
});

/**
 * What is looked for: an event that happens, a spell that begins or runs within the weeks, or one that runs on the very day the
 * weeks have passed. `same` names a column of the cohort's row and one of this fact that must be equal (the same employer).
 */
export const outcomeParam = z.strictObject({
  of: z.string(),
  where: whereParam,
  how: z.enum(["happens", "begins", "runs", "runs_after"]),
  same: z.strictObject({ cohort: z.string(), outcome: z.string() }).optional(),
});

export type Cohort = z.infer<typeof cohortParam>;
export type Outcome = z.infer<typeof outcomeParam>;
export type FollowUp = { readonly cohort: Cohort; readonly outcome: Outcome; readonly within_weeks: number };

/** SELECT idx, numerator, denominator: of the followed whose weeks have passed, how many met the outcome, and how many there are. */
export function followUpQuery(followUp: FollowUp, sql: SqlContext): string {
  return [
    followed(followUp, sql),
    "SELECT w.idx, count(DISTINCT CASE WHEN o.met THEN o.id END) AS numerator, count(DISTINCT o.id) AS denominator, NULL AS value",
    "FROM windows w LEFT JOIN followed o ON o.idx = w.idx GROUP BY w.idx ORDER BY w.idx",
  ].join("\n");
}

/** SELECT idx, key, citizen, company, amount: the followed spells, or those of them that met the outcome (amount 1). */
export function followUpRows(followUp: FollowUp, sql: SqlContext, part: "value" | "denominator"): string {
  return [
    followed(followUp, sql),
    `SELECT o.idx, o.id AS key, ${ownersOf(followUp.cohort.of, sql)}, max(o.met::INTEGER) AS amount`,
    `FROM followed o ${part === "value" ? "WHERE o.met " : ""}GROUP BY o.idx, o.id`,
  ].join("\n");
}

/** The predicates of a follow-up, for the check of the plan. */
export function followUpPredicates({ cohort, outcome }: Omit<FollowUp, "within_weeks">): readonly PredicateAt[] {
  return [
    { path: ["cohort", "where"], source: cohort.where, subject: cohort.of },
    { path: ["outcome", "where"], source: outcome.where, subject: outcome.of },
  ];
}

function followed({ cohort, outcome, within_weeks }: FollowUp, sql: SqlContext): string {
  const of: Occurrence = { of: cohort.of, where: cohort.where, counted: cohort.counted };
  const start = cohort.counted === "begun" ? "o.from_day" : "o.until_day";
  const outcomes = `SELECT r.* FROM ${outcome.of} r${sql.owners(outcome.where, outcome.of)} WHERE ${sql.where(outcome.where, outcome.of, outcome.how === "happens" ? "r.day" : "r.from_day")}`;
  const same = outcome.same ? ` AND f.${outcome.same.outcome} = o.${outcome.same.cohort}` : "";
  const other = outcome.of === cohort.of ? " AND f.id <> o.id" : "";
  return [
    `WITH cohort AS (SELECT o.*, ${start} AS followed_from, ${start} + ${within_weeks * 7} AS followed_until FROM (${sql.occurrences(of)}) o`,
    `JOIN windows w ON w.idx = o.idx WHERE ${start} + ${within_weeks * 7} <= w.beyond),`,
    `outcomes AS (${outcomes}),`,
    "followed AS (SELECT o.*, EXISTS (SELECT 1 FROM outcomes f",
    `WHERE f.citizen = o.citizen AND ${MEETS[outcome.how]}${same}${other}) AS met FROM cohort o)`,
  ].join("\n");
}

const MEETS: Record<Outcome["how"], string> = {
  happens: "f.day >= o.followed_from AND f.day < o.followed_until",
  begins: "f.from_day >= o.followed_from AND f.from_day < o.followed_until",
  runs: "f.from_day < o.followed_until AND f.until_day > o.followed_from",
  runs_after: "f.from_day <= o.followed_until AND f.until_day > o.followed_until",
};
