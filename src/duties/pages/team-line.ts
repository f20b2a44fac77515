import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatNumber } from "../../platform/texts/format.ts";
import type { Language } from "../../platform/texts/language.ts";
import type { Team } from "../team.ts";
import { dutyTexts } from "./duty-texts.ts";

/** The page's first line: is anybody without an owner, what falls due this week that nobody booked, and what is overdue. */
export function teamLine({ nobody, counts }: Pick<Team, "nobody" | "counts">, language: Language): string {
  const { first: texts } = dutyTexts[language].team;
  const said = (count: number, forms: { readonly one: string; readonly other: string }): string =>
    fill(countForm(language, count, forms), { count: formatNumber(count, language) });
  const cases = nobody.cases.reduce((sum, one) => sum + one.cases, 0);
  const [notBooked, overdue] = [counts.week_not_booked ?? 0, counts.overdue ?? 0];
  return [
    cases + nobody.unplaced === 0 ? texts.owned : "",
    cases > 0 ? said(cases, texts.ownerless) : "",
    nobody.unplaced > 0 ? said(nobody.unplaced, texts.unplaced) : "",
    notBooked === 0 ? texts.allBooked : said(notBooked, texts.notBooked),
    overdue === 0 ? texts.noneOverdue : said(overdue, texts.overdue),
  ]
    .filter((part) => part !== "")
    .join(" ");
}
