import type { Deadline, Deadlines } from "../../duties/public.ts";
import { formatDay } from "../../platform/texts/format.ts";
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
