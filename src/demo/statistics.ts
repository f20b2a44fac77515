import { type Day, dayOf } from "../platform/kernel/day.ts";
import { levelOf } from "./rules/curve.ts";
import { yearlyLevels } from "./targets.ts";
import { record, type World } from "./world.ts";

const COUNTRY = 82;
const REGION = 14;
const SOURCE = "Syntetisk tal til demoen";

/** Population at 1 January by area, ages 16-66. */
export function putPopulation(world: World): void {
  const { targets, frame } = world;
  for (const [name, years] of Object.entries(targets.population)) {
    for (const [year, persons] of Object.entries(years)) {
      const day = dayOf(Number(year), 1, 1);
      if (day >= frame.until) continue;
      const scaled = name === "landet" ? persons : Math.round(persons * frame.size);
      const area = name === "own" ? frame.municipality : name;
      record(world, "population", { day, area, age_from: 16, age_to: 66, persons: scaled });
    }
  }
}

/** The country's pensioners are left out: the plan's goal on them is to show that it lacks its data. */
const NOT_FOR_THE_COUNTRY = "foertidspension";

/** Full-time persons per benefit row and year as if others had published them: own municipality, RAR Sjælland and the country. */
export function putStatistics(world: World): void {
  const { office } = world.streams;
  for (const row of world.targets.rows) {
    const plan = { yearly: yearlyLevels(row), season: [], shapes: {}, from: null };
    for (let year = 2015; year <= 2020; year += 1) {
      const level = levelOf(plan, year);
      const line = { day: dayOf(year, 12, 31), benefit: row.row, period: String(year) };
      const about = (times: number): number => Math.round(level * times * (0.95 + 0.1 * office.unit()));
      putFigure(world, { ...line, area: world.frame.municipality, value: Math.round(level * world.frame.size) });
      putFigure(world, { ...line, area: "rar_sjaelland", value: about(REGION) });
      if (row.row !== NOT_FOR_THE_COUNTRY) putFigure(world, { ...line, area: "landet", value: about(COUNTRY) });
    }
  }
}

type Figure = {
  readonly day: Day;
  readonly benefit: string;
  readonly period: string;
  readonly area: string;
  readonly value: number;
};

function putFigure(world: World, figure: Figure): void {
  if (figure.day >= world.frame.until) return;
  record(world, "published_statistics", {
    measure: "fuldtidspersoner",
    ...figure,
    unit: "fuldtidspersoner",
    source: SOURCE,
  });
}
