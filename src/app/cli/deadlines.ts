import type { Deadline, Deadlines } from "../../duties/public.ts";
import { formatDay, formatPercent } from "../../platform/texts/format.ts";
import type { AskedTimeliness, TimelinessAnswer } from "../duty-operations.ts";
import type { Ending } from "./commands.ts";
import { asTable, type Output, say } from "./output.ts";
import { type Place, reach } from "./reach.ts";

/** `deadlines`: every open duty on a day with its rule, legal source and list. */
export async function deadlines(
  place: Place,
  asked: { readonly asOf?: string; readonly municipality?: string },
  output: Output,
): Promise<Ending> {
  const found: Deadlines = await reach(place, "deadlines", asked);
  if (output.format === "json") {
    output.line(JSON.stringify(found, null, 2));
    return 0;
  }
  const { language } = output;
  const day = (iso: string | null): string => (iso === null ? "-" : formatDay(iso, language));
  const row = (one: Deadline): string[] => [
    day(one.due),
    say(output, `duty_${one.status}`),
    one.citizen,
    one.rule,
    one.paragraph,
    `${one.counted}/${one.needed}`,
    one.list,
  ];
  const head = (["due", "status", "citizen", "rule", "paragraph", "counted", "list"] as const).map((key) =>
    say(output, `duties_${key}`),
  );
  output.line(asTable([head, ...found.deadlines.map(row)]));
  output.line(
    say(output, "duties_total", { duties: found.deadlines.length, citizens: found.citizens, day: day(found.asOf) }),
  );
  return 0;
}

/** `timeliness`: of what fell due in a period, how much was met in time, per rule and answerable unit; weeks are in the JSON. */
export async function timeliness(place: Place, asked: AskedTimeliness, output: Output): Promise<Ending> {
  const found: TimelinessAnswer = await reach(place, "timeliness", asked);
  if (output.format === "json") {
    output.line(JSON.stringify(found, null, 2));
    return 0;
  }
  const { language } = output;
  const percent = (onTime: number, fellDue: number): string =>
    fellDue === 0 ? "-" : formatPercent((onTime * 100) / fellDue, language);
  const sum = (weeks: TimelinessAnswer["weeks"], of: "fellDue" | "onTime"): number =>
    weeks.reduce((all, week) => all + week[of], 0);
  const rows = [...Map.groupBy(found.weeks, ({ rule, unit }) => `${rule} ${unit ?? "-"}`)].map(([key, weeks]) => {
    const [fellDue, onTime] = [sum(weeks, "fellDue"), sum(weeks, "onTime")];
    return [...key.split(" "), String(fellDue), String(onTime), percent(onTime, fellDue)];
  });
  const head = (["duties_rule", "duties_unit", "duties_fell_due", "duties_on_time", "duties_percent"] as const).map(
    (key) => say(output, key),
  );
  output.line(asTable([head, ...rows]));
  const { onTime, fellDue } = found;
  const span = { from: formatDay(found.from, language), to: formatDay(found.to, language) };
  output.line(say(output, "duties_timely", { ...span, onTime, fellDue, percent: percent(onTime, fellDue) }));
  return 0;
}
