import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { countedFacts } from "../../src/app/facts.ts";
import { writeCountry } from "../../src/demo/public.ts";
import type { Column, Fact } from "../../src/platform/kernel/fact.ts";
import { warehouseColumns } from "../../src/platform/warehouse/columns.ts";
import { literal } from "../../src/platform/warehouse/duck.ts";
import { openWarehouse } from "../../src/platform/warehouse/public.ts";

/** The facts the country's figures need; the others are left out so that the files are made in reasonable time. */
export const COUNTRY_FACTS: readonly string[] = ["citizens", "benefit_spells", "offers"];

export type CountrySize = {
  /** 1 is the real sizes of the 98 municipalities. */
  readonly scale: number;
  readonly churn: number;
  readonly municipalities?: readonly string[];
};

/**
 * Makes one warehouse file per municipality in a folder, one municipality at a time: synthetic CSV, straight into the warehouse's tables, CSV
 * deleted. The records in PostgreSQL are left out. Files that are there already are kept, so that a broken run can go on. `done` hears of each.
 */
export async function buildCountry(
  folder: string,
  size: CountrySize,
  done: (municipality: string) => void,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const work = join(folder, `csv-${process.pid}`);
  for (const municipality of size.municipalities ?? municipalityCodes()) {
    const file = join(folder, `${municipality}.duckdb`);
    if (existsSync(file)) continue;
    for (const part of writeCountry(work, { seed: 1, ...size, municipalities: [municipality], facts: COUNTRY_FACTS }))
      await intoWarehouse(part.folder, file);
    rmSync(work, { recursive: true, force: true });
    done(municipality);
  }
}

/** The codes of the 98 municipalities, in order. */
export function municipalityCodes(): readonly string[] {
  const list = new URL("../../db/reference/municipalities.csv", import.meta.url);
  const rows = readFileSync(list, "utf8").trim().split("\n").slice(1);
  return rows.map((row) => row.slice(0, 4)).sort();
}

async function intoWarehouse(csv: string, file: string): Promise<void> {
  const partial = `${file}.partial`;
  rmSync(partial, { force: true });
  const warehouse = await openWarehouse(partial, countedFacts);
  for (const fact of countedFacts) {
    const path = join(csv, `${fact.name}.csv`);
    if (!existsSync(path)) continue;
    await warehouse.execute(
      `INSERT INTO records.${fact.name} SELECT ${columnsOf(fact).join(", ")} FROM read_csv(${literal(path)}, header = true, all_varchar = true, nullstr = '')`,
    );
  }
  await warehouse.execute("CHECKPOINT");
  warehouse.close();
  renameSync(partial, file);
}

/** The CSV layout's columns as the warehouse has them: half-open days, whole thousandths and hundredths. */
function columnsOf(fact: Fact): readonly string[] {
  const own = new Map(fact.columns.map((column) => [column.name, column]));
  return warehouseColumns(fact).map(({ name, type }) => {
    if (name === "from_day") return "CAST(first_day AS DATE)";
    if (name === "until_day") return "coalesce(CAST(last_day AS DATE) + 1, DATE '9999-12-31')";
    if (name === "known_until") return "coalesce(CAST(known_until AS DATE), DATE '9999-12-31')";
    const column = own.get(name);
    return column ? withDefault(column, type) : `CAST(${name} AS ${type})`;
  });
}

function withDefault({ name, type: kind, whenEmpty }: Column, type: string): string {
  const factor = kind === "thousandths" ? 1000 : kind === "hours" ? 100 : 1;
  const value =
    kind === "bool"
      ? `(${name} = 'ja')`
      : factor > 1
        ? `CAST(round(CAST(${name} AS DOUBLE) * ${factor}) AS ${type})`
        : `CAST(${name} AS ${type})`;
  if (whenEmpty === undefined) return value;
  const empty = typeof whenEmpty === "number" ? String(whenEmpty * factor) : literal(String(whenEmpty));
  return `coalesce(${value}, CAST(${empty} AS ${type}))`;
}
