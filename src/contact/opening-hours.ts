import { readFileSync } from "node:fs";
import { z } from "zod";
import { readYaml } from "../platform/files/public.ts";
import { day } from "../platform/kernel/day.ts";
import { readTime } from "./clock.ts";
import type { Hours, Schedule } from "./rules/opening-hours.ts";

const FILE = "opening-hours.yaml";
const DAYS = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "loerdag", "soendag"] as const;

const time = z.string().transform((text, context) => {
  const minutes = readTime(text);
  if (minutes !== null) return minutes;
  context.addIssue({ code: "custom", message: "is no time of day such as 8.00" });
  return z.NEVER;
});
const hours = z
  .union([z.literal("closed").transform(() => null), z.tuple([time, time])])
  .refine((open) => open === null || open[0] < open[1], "must end after it begins");
const week = z.partialRecord(z.enum(DAYS), hours);
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "is no month and day such as 12-24");
const own = z.strictObject({
  source: z.string().min(1),
  week: week.default({}),
  closed_each_year: z.array(monthDay).optional(),
  closed: z.array(z.iso.date()).default([]),
});
const file = z.strictObject({
  default: own.required({ closed_each_year: true }),
  municipalities: z.record(z.string().regex(/^\d{4}$/, "is no municipality's four digits"), own),
});

/** The hours of every municipality there is one of, and those of all others. */
export type OpeningHours = (municipality: string) => Schedule;

/** Reads a file of opening hours. A mistake in it throws with the file, the line and the reason, and stops the start. */
export function readOpeningHours(text: string): OpeningHours {
  const read = readYaml(text, file);
  if (!read.ok)
    throw new Error(read.faults.map(({ line, path, detail }) => `${FILE}:${line} ${path}: ${detail}`).join("\n"));
  const { default: usual, municipalities } = read.data;
  const others = scheduleOf(usual, usual);
  const known = new Map(Object.entries(municipalities).map(([code, one]) => [code, scheduleOf(one, usual)]));
  return (municipality) => known.get(municipality) ?? others;
}

/** When the jobcentre of a municipality is open. Source: `opening-hours.yaml`. */
export const openingHoursOf: OpeningHours = readOpeningHours(
  readFileSync(new URL(`./${FILE}`, import.meta.url), "utf8"),
);

type Own = z.output<typeof own>;

function scheduleOf(one: Own, usual: Own): Schedule {
  const each = one.closed_each_year ?? usual.closed_each_year ?? [];
  return {
    week: DAYS.map((name): Hours => {
      const open = name in one.week ? one.week[name] : usual.week[name];
      return open ? { from: open[0], until: open[1] } : null;
    }),
    closedEachYear: new Set(each.map((text) => text.split("-").map(Number).join("-"))),
    closed: new Set([...usual.closed, ...one.closed].map((iso) => day(iso))),
  };
}
