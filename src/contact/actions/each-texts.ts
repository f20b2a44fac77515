import type { Bilingual } from "../../platform/kernel/fact.ts";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { timeText } from "../clock.ts";
import type { MeetingRow } from "../queries/meetings.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";

type Code = keyof typeof da.each;
type Around = {
  readonly instead: Pick<MeetingRow, "day" | "starts" | "subject"> | null;
  readonly bounds: { readonly from: number; readonly until: number } | null;
};

/** Why something was not done for one of many, with what to do, in both languages. */
export function whyNot(code: Code, around: Around = { instead: null, bounds: null }): Bilingual {
  return { da: said(code, around, "da"), en: said(code, around, "en") };
}

/** Codes after which another meeting helps. */
const HAS_INSTEAD: ReadonlySet<string> = new Set<Code>([
  "meeting_called_off",
  "meeting_over",
  "meeting_full",
  "has_other_then",
]);

function said(code: Code, { instead, bounds }: Around, language: "da" | "en"): string {
  const { each } = language === "da" ? da : en;
  const why = fill(each[code], bounds ? { from: timeText(bounds.from), until: timeText(bounds.until) } : {});
  if (!HAS_INSTEAD.has(code)) return why;
  if (instead === null) return fill(each.no_other, { why });
  const when = { day: formatDay(instead.day, language), time: timeText(instead.starts) };
  return fill(each.next, { why, ...when, subject: instead.subject });
}
