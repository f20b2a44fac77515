import { civilOf, day } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";

const MONTHS_DA = "januar februar marts april maj juni juli august september oktober november december".split(" ");
const MONTHS_EN = "January February March April May June July August September October November December".split(" ");

/** An ISO date as people say it: "31. december 2021", "31 December 2021". */
export function spokenDay(iso: string): Bilingual {
  const { year, month, day: dayOfMonth } = civilOf(day(iso));
  return {
    da: `${dayOfMonth}. ${MONTHS_DA[month - 1]} ${year}`,
    en: `${dayOfMonth} ${MONTHS_EN[month - 1]} ${year}`,
  };
}
