import { type Indicator, rowsStatement, type Source } from "../../indicators/public.ts";
import { sqlList } from "../../language/public.ts";
import { type Day, isoDay } from "../../platform/kernel/day.ts";
import type { RowsPage } from "../contract.ts";

export type AskedRows = {
  readonly indicator: Indicator;
  readonly measured: Day;
  readonly part: "value" | "denominator";
  readonly page: number;
  readonly sort: string | null;
  readonly descending: boolean;
  /** The citizens the reader may see; null is all. The warehouse knows no reader: it is told whom. */
  readonly within: readonly string[] | null;
  /** The citizens whose data may only be stored: a look behind a figure can do without them. */
  readonly restricted: readonly string[];
};

/** A page of what stands behind a figure, with the ids of the citizens and companies on it; names are added from the records. */
export type RowsBehind = RowsPage & { readonly citizens: readonly string[]; readonly companies: readonly string[] };

export const PAGE_SIZE = 50;

type ColumnText = RowsPage["columns"][number];

const column =
  (type: ColumnText["type"]) =>
  (id: string, da: string, en: string): ColumnText => ({ id, label: { da, en }, type, sortable: SORTABLE.has(id) });

/** Columns that can be sorted by in the warehouse; names are only in the records. */
const SORTABLE = new Set([
  "key",
  "age",
  "sex",
  "benefits",
  "employees",
  "municipality",
  "citizen",
  "company",
  "amount",
]);

const text = column("text");
const number = column("number");
/** Said wherever a company is shown: it is the first thing to know before one writes to it. */
const advertising = column("advertising")("advertising", "Reklamebeskyttelse", "Advertising protection");

const COLUMNS = {
  citizens: [
    text("key", "Borger", "Citizen"),
    text("name", "Navn", "Name"),
    number("age", "Alder", "Age"),
    text("sex", "Køn", "Sex"),
    text("benefits", "Ydelser på dagen", "Benefits on the day"),
  ],
  companies: [
    text("key", "Virksomhed", "Company"),
    text("name", "Navn", "Name"),
    advertising,
    number("employees", "Ansatte", "Employees"),
    text("municipality", "Kommune", "Municipality"),
  ],
  rows: [text("key", "Række", "Row"), text("citizen", "Borger", "Citizen"), text("company", "Virksomhed", "Company")],
} as const satisfies Record<RowsPage["of"], readonly ColumnText[]>;

/**
 * Reads a page of the rows behind a figure. The total, with those outside the reader's scope and those that may only be stored, equals
 * the figure for measures that count what they list. Null when it cannot be opened.
 */
export async function rowsBehind(asked: AskedRows, source: Source): Promise<RowsBehind | null> {
  const { indicator, measured, part } = asked;
  const statement = rowsStatement({ spec: indicator.spec, inherited: indicator.window, on: measured, part }, source);
  if (!statement) return null;
  const seen = isSeen(asked.within);
  const free = isFree(asked.restricted);
  const counted = `SELECT count(*) FILTER (WHERE ${seen} AND ${free}) AS total, count(*) FILTER (WHERE NOT ${seen}) AS outside,
    count(*) FILTER (WHERE ${seen} AND NOT ${free}) AS restricted FROM (${statement.sql})`;
  const [counts] = await source.run(counted);
  const found = await source.run(pageSql(statement, asked));
  const { da, en } = statement.amount ?? { da: "Antal", en: "Number" };
  const ids = (column: string): readonly string[] => [
    ...new Set(found.map((row) => row[column]).filter((id) => typeof id === "string")),
  ];
  const companies = ids("company");
  const isAboutCompanies = statement.of === "rows" && companies.length > 0;
  const columns = [...COLUMNS[statement.of], ...(isAboutCompanies ? [advertising] : []), number("amount", da, en)];
  return {
    of: statement.of,
    total: Number(counts?.total ?? 0),
    outside: Number(counts?.outside ?? 0),
    restricted: Number(counts?.restricted ?? 0),
    page: asked.page,
    pageSize: PAGE_SIZE,
    columns,
    rows: found.map((row) => Object.fromEntries(columns.map(({ id }) => [id, asCell(row[id])]))),
    citizens: ids("citizen"),
    companies,
  };
}

/** True for a row the reader may see: one about no citizen, or about one in their scope. */
function isSeen(within: AskedRows["within"]): string {
  return within === null ? "TRUE" : `(citizen IS NULL OR ${sqlList("citizen", within)})`;
}

/** True for a row about nobody whose data may only be stored. */
function isFree(restricted: AskedRows["restricted"]): string {
  return restricted.length === 0 ? "TRUE" : `(citizen IS NULL OR NOT ${sqlList("citizen", restricted)})`;
}

function asCell(value: string | number | boolean | null | undefined): string | number | null {
  return typeof value === "boolean" || value === undefined ? null : value;
}

function pageSql({ sql, of }: { sql: string; of: RowsPage["of"] }, asked: AskedRows): string {
  const on = `DATE '${isoDay(asked.measured)}'`;
  const order = asked.sort && SORTABLE.has(asked.sort) ? asked.sort : "key";
  const known = "known_until = DATE '9999-12-31'";
  const details = {
    citizens: [
      `, date_sub('year', c.born, ${on}) AS age, c.sex AS sex,`,
      `(SELECT string_agg(DISTINCT s.benefit, ', ' ORDER BY s.benefit) FROM records.benefit_spells s WHERE s.citizen = b.citizen AND s.${known} AND s.from_day <= ${on} AND s.until_day > ${on}) AS benefits`,
    ].join(" "),
    companies: ", k.employees AS employees, k.municipality_code AS municipality",
    rows: "",
  }[of];
  const joins = {
    citizens: `LEFT JOIN records.citizens c ON c.id = b.citizen AND c.${known}`,
    companies: `LEFT JOIN records.companies k ON k.id = b.company AND k.${known}`,
    rows: "",
  }[of];
  return [
    `SELECT * FROM (SELECT b.*${details} FROM (SELECT * FROM (${sql}) WHERE ${isSeen(asked.within)} AND ${isFree(asked.restricted)}) b ${joins})`,
    `ORDER BY ${order} ${asked.descending ? "DESC" : "ASC"} NULLS LAST, key`,
    `LIMIT ${PAGE_SIZE} OFFSET ${(asked.page - 1) * PAGE_SIZE}`,
  ].join("\n");
}
