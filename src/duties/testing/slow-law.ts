// The law's rows as the slow evaluator reads them: the YAML itself, days and conditions on its own, nothing from the engine, the law's
// code or the language.
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";

const DATA = new URL("../../law/data/", import.meta.url);
export const NEVER = 2_932_896;

export type Row = {
  id: string;
  duty?: string;
  valid_from: string;
  valid_to: string;
  subject?: string;
  groups?: string[];
  where?: string;
  trigger?: {
    event?: string;
    offer?: "begins" | "ends";
    received?: { benefits: string[]; more_than: string; calendar_months: number; without?: string[] };
  };
  deadline?: string;
  count?: { at_least: number; from?: string; until?: string; every?: string };
  interval?: { every: string; after_first?: boolean };
  satisfied_by?: { events?: string[]; offers?: string[]; lasting?: string; since?: string };
  share?: number;
  exempts?: string[];
  adjusts?: { rule: string; after_exemption?: string; extended?: { by: string; on: string }; not_counted?: string[] };
  confidence: string;
  switched_off?: string;
  municipality?: string;
};

export type Lift = { municipality: string; valid_from: string; valid_to: string; duties: string[] };

const yaml = (name: string): never => parse(readFileSync(new URL(name, DATA), "utf8"), { schema: "core" }) as never;

function allRows(): { rows: Row[]; lifts: Lift[] } {
  const rows: Row[] = [];
  const lifts: Lift[] = [];
  for (const name of readdirSync(DATA).filter((each) => each.endsWith(".yaml")))
    rows.push(...((yaml(name) as { rows?: Row[] }).rows ?? []));
  for (const name of readdirSync(new URL("overlays/", DATA))) {
    const file = yaml(`overlays/${name}`) as { municipality: string; rows: Row[]; lifts: Lift[] };
    rows.push(...file.rows.map((row) => ({ ...row, municipality: file.municipality })));
    lifts.push(...file.lifts.map((lift) => ({ ...lift, municipality: file.municipality })));
  }
  return { rows: rows.filter((row) => row.confidence !== "low" && !row.switched_off), lifts };
}

export const LAW = allRows();
export const GROUPS = (yaml("target-groups.yaml") as { groups: { code: string; where: string }[] }).groups;

const parsed = new Map<string, number>();

export function dayOf(iso: string): number {
  const known = parsed.get(iso);
  if (known !== undefined) return known;
  const found = Date.parse(`${iso.replace("?", "")}T00:00:00Z`) / 86_400_000;
  parsed.set(iso, found);
  return found;
}

const dateOf = (day: number): Date => new Date(day * 86_400_000);
const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

export function plus(day: number, text: string): number {
  const [n = "0", unit = ""] = text.split(" ");
  if (unit.startsWith("day")) return day + Number(n);
  if (unit.startsWith("week")) return day + 7 * Number(n);
  const months = unit.startsWith("year") ? 12 * Number(n) : Number(n);
  const date = dateOf(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const first = new Date(Date.UTC(year, month, 1));
  const dayOfMonth = Math.min(date.getUTCDate(), lastDayOf(first.getUTCFullYear(), first.getUTCMonth()));
  return Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), dayOfMonth) / 86_400_000;
}

export const firstOfMonth = (day: number): number => day - dateOf(day).getUTCDate() + 1;

export function ageOn(born: number, day: number): number {
  const [b, d] = [dateOf(born), dateOf(day)];
  const before =
    d.getUTCMonth() < b.getUTCMonth() || (d.getUTCMonth() === b.getUTCMonth() && d.getUTCDate() < b.getUTCDate());
  return d.getUTCFullYear() - b.getUTCFullYear() - (before ? 1 : 0);
}

// CEL's own operators are JavaScript's, so a condition's text is turned into JavaScript.

export type Today = {
  benefits: Set<string>;
  target_groups: Set<string>;
  circumstances: Set<string>;
  age: number;
  education: string | null;
};

const conditions = new Map<string, (citizen: Today) => boolean>();

export function holds(where: string | undefined, citizen: Today): boolean {
  if (where === undefined) return true;
  let condition = conditions.get(where);
  if (condition === undefined) {
    const script = where
      .replace(/('[a-z0-9_]+') in citizen\.(\w+)/g, "citizen.$2.has($1)")
      .replace(/citizen\.education == /g, "citizen.education === ")
      // An age that is not known is NaN: no comparison with it holds.
      .replace(/citizen\.age == /g, "citizen.age === ");
    condition = new Function("citizen", `return ${script};`) as (citizen: Today) => boolean;
    conditions.set(where, condition);
  }
  return condition(citizen);
}
