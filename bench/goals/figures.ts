import type { Spec } from "../../src/indicators/public.ts";
import { benefitsInGroup } from "../../src/law/public.ts";

/** A figure twice: as a plan writes it, and as somebody who knows the tables writes it by hand, for DuckDB and PostgreSQL alike. */
export type Figure = {
  readonly name: string;
  readonly spec: Spec;
  /** Statement after `WITH months(idx, upto, quarter_ago, year_ago, three_years_ago, new_year) AS (...)`; gives idx, value in order. */
  readonly sql: string;
  /** Facts the statement reads. */
  readonly facts: readonly string[];
};

const support = benefitsInGroup("support")
  .map((code) => `'${code}'`)
  .join(", ");
const PRESENT = "known_until = DATE '9999-12-31'";
const PLACED = "kind IN ('virksomhedspraktik', 'nytteindsats', 'loentilskud')";
const placed = "offer.kind in ['virksomhedspraktik', 'nytteindsats', 'loentilskud']";
const YEAR = { last: 12, of: "month" } as const;
const HERE = "municipality_code = '0316'";

/** Companies of each month's last year, and those of them that some relation `met(company, from_day, until_day)` reached. */
const REACHED = `
  base AS (SELECT m.idx, m.year_ago, m.upto, k.id FROM months m JOIN firms k ON k.from_day < m.upto AND k.until_day > m.year_ago),
  reached AS (SELECT b.idx, count(DISTINCT b.id) AS n FROM base b JOIN met ON met.company = b.id AND met.from_day < b.upto AND met.until_day > b.year_ago GROUP BY b.idx),
  asked AS (SELECT idx, count(DISTINCT id) AS n FROM base GROUP BY idx)
  SELECT a.idx, 100.0 * coalesce(r.n, 0) / a.n AS value FROM asked a LEFT JOIN reached r ON r.idx = a.idx ORDER BY a.idx`;

const fullTime = (name: string, where: string, benefit: string): Figure => ({
  name,
  spec: { measure: "full_time_persons", where, window: "year" },
  sql: `, spells AS (${benefit})
  SELECT m.idx, coalesce(sum(s.share * (least(s.until_day, m.upto) - greatest(s.from_day, m.new_year))), 0) / (1000.0 * (m.upto - m.new_year)) AS value
  FROM months m LEFT JOIN spells s ON s.from_day < m.upto AND s.until_day > m.new_year GROUP BY m.idx, m.upto, m.new_year ORDER BY m.idx`,
  facts: ["benefit_spells", "citizens"],
});

/** Full-time persons on one benefit. */
export const fullTimeOn = (benefit: string): Figure =>
  fullTime(
    `full-time persons, ${benefit}`,
    `spell.benefit == '${benefit}'`,
    `SELECT share, from_day, until_day FROM records.benefit_spells WHERE ${PRESENT} AND benefit = '${benefit}'`,
  );

/** Full-time persons from the age of 30, whose first day at that age is found by hand instead of day by day. */
const fromThirty = fullTime(
  "full-time persons from the age of 30",
  "spell.benefit == 'ressourceforloeb' && citizen.age >= 30",
  `SELECT share, until_day, greatest(from_day, thirty) AS from_day FROM (SELECT b.share, b.from_day, b.until_day,
     CASE WHEN extract(month FROM c.born) = 2 AND extract(day FROM c.born) = 29
     THEN CAST(c.born + INTERVAL '30 years' AS DATE) + 1 ELSE CAST(c.born + INTERVAL '30 years' AS DATE) END AS thirty
     FROM records.benefit_spells b JOIN records.citizens c ON c.id = b.citizen AND c.${PRESENT} WHERE b.${PRESENT} AND b.benefit = 'ressourceforloeb') aged
   WHERE until_day > thirty`,
);

/** People on a benefit on the last day, as a share of all on support that day. */
const shareOfSupport: Figure = {
  name: "share of those on support who are sick-listed",
  spec: {
    measure: "share",
    numerator: {
      measure: "persons",
      of: "benefit_spells",
      where: "spell.benefit == 'sygedagpenge'",
      counted: "standing",
    },
    denominator: { measure: "persons", of: "benefit_spells", where: "'support' in spell.groups", counted: "standing" },
    window: "month",
  },
  sql: `SELECT m.idx, 100.0 * count(DISTINCT CASE WHEN s.benefit = 'sygedagpenge' THEN s.citizen END) / count(DISTINCT s.citizen) AS value
  FROM months m JOIN records.benefit_spells s ON s.${PRESENT} AND s.benefit IN (${support}) AND s.from_day < m.upto AND s.until_day >= m.upto
  GROUP BY m.idx ORDER BY m.idx`,
  facts: ["benefit_spells", "citizens"],
};

/** People on support without a break (gaps of 28 days bridged) for more than three years. */
export const longOnSupport: Figure = {
  name: "people on support for more than three years",
  spec: {
    measure: "time_on_support",
    support: "'support' in spell.groups",
    gap_days: 28,
    longer_than: { years: 3 },
    window: "month",
  },
  sql: `, spells AS (SELECT citizen, from_day, until_day, max(until_day) OVER (PARTITION BY citizen ORDER BY from_day, until_day
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached FROM records.benefit_spells WHERE ${PRESENT} AND benefit IN (${support})),
  chained AS (SELECT citizen, from_day, until_day, max(CASE WHEN reached IS NULL OR from_day > reached + 28 THEN from_day END)
      OVER (PARTITION BY citizen ORDER BY from_day, until_day ROWS UNBOUNDED PRECEDING) AS since FROM spells)
  SELECT m.idx, count(DISTINCT s.citizen) AS value FROM months m
  LEFT JOIN chained s ON s.from_day < m.upto AND s.until_day >= m.upto AND s.since < m.three_years_ago GROUP BY m.idx ORDER BY m.idx`,
  facts: ["benefit_spells", "citizens"],
};

/** Different people who begin an offer at a company in a year. */
export const personsBegun: Figure = {
  name: "people who began an offer at a company",
  spec: { measure: "persons", of: "offers", where: placed, counted: "begun", window: YEAR },
  sql: `SELECT m.idx, count(DISTINCT o.citizen) AS value FROM months m LEFT JOIN records.offers o
    ON o.${PRESENT} AND o.${PLACED} AND o.from_day >= m.year_ago AND o.from_day < m.upto GROUP BY m.idx ORDER BY m.idx`,
  facts: ["offers", "citizens"],
};

const exits: Figure = {
  name: "exits to work within half a year",
  spec: {
    measure: "exits",
    where: "'support' in spell.groups",
    to: { of: "employments", where: "employment.kind == 'ordinaert'" },
    within_weeks: 26,
    window: YEAR,
  },
  sql: `, ended AS (SELECT m.idx, s.id, s.citizen, s.until_day FROM months m JOIN records.benefit_spells s
      ON s.${PRESENT} AND s.benefit IN (${support}) AND s.until_day > m.year_ago AND s.until_day + 182 <= m.upto)
  SELECT idx, 100.0 * count(CASE WHEN EXISTS (SELECT 1 FROM records.employments e WHERE e.${PRESENT} AND e.kind = 'ordinaert'
      AND e.citizen = ended.citizen AND e.from_day < ended.until_day + 182 AND e.until_day > ended.until_day) THEN 1 END) / count(*) AS value
  FROM ended GROUP BY idx ORDER BY idx`,
  facts: ["benefit_spells", "employments"],
};

const cooperation: Figure = {
  name: "company cooperation rate",
  spec: {
    measure: "cooperation_rate",
    where: "company.municipality == '0316'",
    by: [
      { of: "offers", where: placed },
      { of: "employments", where: "employment.kind in ['fleksjob', 'smaajob']" },
      { of: "recruitments" },
      { of: "agreements" },
    ],
    window: YEAR,
  },
  sql: `, firms AS (SELECT id, from_day, until_day FROM records.companies WHERE ${PRESENT} AND ${HERE}),
  met AS (SELECT company, from_day, until_day FROM records.offers WHERE ${PRESENT} AND ${PLACED}
    UNION ALL SELECT company, from_day, until_day FROM records.employments WHERE ${PRESENT} AND kind IN ('fleksjob', 'smaajob')
    UNION ALL SELECT company, day, day + 1 FROM records.recruitments WHERE ${PRESENT}
    UNION ALL SELECT company, from_day, until_day FROM records.agreements WHERE ${PRESENT}),${REACHED}`,
  facts: ["companies", "offers", "employments", "recruitments", "agreements"],
};

const contacts: Figure = {
  name: "companies with over 3 employees in contact",
  spec: { measure: "contacts", where: "company.municipality == '0316' && company.employees > 3", window: YEAR },
  sql: `, firms AS (SELECT id, from_day, until_day FROM records.companies WHERE ${PRESENT} AND ${HERE} AND employees > 3),
  met AS (SELECT company, day AS from_day, day + 1 AS until_day FROM records.company_contacts WHERE ${PRESENT}),${REACHED}`,
  facts: ["companies", "company_contacts"],
};

const interval: Figure = {
  name: "mean weeks between conversations",
  spec: {
    measure: "interval_between_events",
    of: "conversations",
    where: "conversation.status == 'holdt'",
    statistic: "mean",
    in: "weeks",
    window: { last: 3, of: "month" },
  },
  sql: `, days AS (SELECT DISTINCT citizen, day FROM records.conversations WHERE ${PRESENT} AND status = 'holdt'),
  apart AS (SELECT day, day - lag(day) OVER (PARTITION BY citizen ORDER BY day) AS gap FROM days)
  SELECT m.idx, avg(a.gap) / 7.0 AS value FROM months m JOIN apart a ON a.day >= m.quarter_ago AND a.day < m.upto AND a.gap IS NOT NULL
  GROUP BY m.idx ORDER BY m.idx`,
  facts: ["conversations"],
};

/** Figures of the kinds a plan is made of. */
export const figures: readonly Figure[] = [
  personsBegun,
  fullTimeOn("a_dagpenge"),
  fromThirty,
  shareOfSupport,
  longOnSupport,
  exits,
  cooperation,
  contacts,
  interval,
];
