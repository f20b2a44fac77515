import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { type Day, isoDay } from "../platform/kernel/day.ts";
import type { Thresholds } from "./rules/status.ts";

const row = z.strictObject({
  from: z.iso.date(),
  at_risk_percent: z.number().min(0),
  decision_days: z.int().min(0),
  early_percent: z.number().min(0).max(100),
  milestone_days: z.int().min(0),
});
const file = z.strictObject({ thresholds: z.array(row).min(1) });

const rows = file.parse(
  parse(readFileSync(new URL("./thresholds.yaml", import.meta.url), "utf8"), { schema: "core" }),
).thresholds;

/** The limits in force on a day. Source: `thresholds.yaml`. */
export function thresholdsOn(at: Day): Thresholds {
  const iso = isoDay(at);
  const inForce = rows.filter((row) => row.from <= iso).sort((a, b) => b.from.localeCompare(a.from))[0] ?? rows[0];
  return inForce as Thresholds;
}
