import { law } from "../../law/public.ts";
import { unitNames, unitsWithin } from "../../organisation/public.ts";
import type { Tx } from "../../platform/db/public.ts";
import { addDays, day, isoDay } from "../../platform/kernel/day.ts";
import { lastRefresh } from "../queries/stale.ts";
import { latenessIn, timelinessByWeek } from "../queries/timeliness.ts";
import { type Told, toldOf, toldPer } from "../rules/lateness.ts";
import { daysOf } from "../rules/span.ts";
import type { TeamTimeliness, TimelinessAsk, ToldLine } from "../team.ts";
import { whatOf } from "./found-duties.ts";
import type { TeamLooking } from "./team.ts";

/**
 * Timeliness of the cases in the reader's sight, or of those a unit or one below it was answerable for, with the delay itself; null for a unit out of
 * sight. The counts are those of `timelinessByWeek`, added; they name nobody.
 */
export async function readTeamTimeliness(
  tx: Tx,
  asked: TimelinessAsk,
  who: TeamLooking,
): Promise<TeamTimeliness | null> {
  if (asked.unit !== undefined && !who.isWithin(asked.unit)) return null;
  const period = daysOf(asked.span, who.on);
  const within = asked.unit === undefined ? null : new Set(await unitsWithin(tx, [asked.unit]));
  const isHere = ({ unit }: { readonly unit: string | null }): boolean => within === null || within.has(unit ?? "");
  const isAsked = ({ rule }: { readonly rule: string }): boolean => asked.rule === undefined || rule === asked.rule;
  const last = await lastRefresh(tx);
  const stands = last === null ? who.on : day(last.asOf);
  const everyRule = (await timelinessByWeek(tx, period)).filter(isHere);
  const weeks = everyRule.filter(isAsked);
  const late = (await latenessIn(tx, period, stands)).filter((one) => isHere(one) && isAsked(one));
  const names = await unitNames(tx);
  const unitLabel = (id: string | null): ToldLine["label"] => {
    const name = id === null ? null : (names.get(id) ?? id);
    return name === null ? null : { da: name, en: name };
  };
  const labelled = (told: readonly Told[], label: (of: string | null) => ToldLine["label"]): ToldLine[] =>
    told.map((one) => ({ ...one, label: label(one.of) }));
  return {
    from: isoDay(period.from),
    to: isoDay(addDays(period.until, -1)),
    all: { ...toldOf(null, weeks, late), label: null },
    rules: labelled(toldPer("rule", weeks, late), (rule) => ruleWords(rule ?? "")),
    units: labelled(toldPer("unit", weeks, late), unitLabel),
    weeks: labelled(toldPer("week", weeks, late), () => null),
    choices: [...new Set(everyRule.map(({ rule }) => rule))]
      .toSorted()
      .map((rule) => ({ rule, what: ruleWords(rule) })),
  };
}

/** What a rule asks for, by its last row. */
function ruleWords(id: string): { da: string; en: string } {
  return whatOf(law.rules.findLast((rule) => rule.id === id));
}
