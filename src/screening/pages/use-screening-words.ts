import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { ShownConclusion, ShownScreening } from "../contract.ts";
import { screeningTexts } from "./screening-texts.ts";

/** Sentences about a screening in the reader's language. */
export type ScreeningWords = {
  readonly both: ReturnType<typeof useBoth>;
  readonly day: (iso: string) => string;
  /** When the case began, and until when it is new. */
  readonly caseLine: (screening: ShownScreening) => string;
  /** How many criteria are met, unknown and not met. */
  readonly counts: (screening: ShownScreening) => string;
  /** The open rule. */
  readonly rule: (screening: ShownScreening) => string;
  /** Whom it is for, and whether that is known of the citizen; nothing when it is for all with a case. */
  readonly whoFor: (screening: ShownScreening) => string;
  readonly concluded: (conclusion: ShownConclusion) => string;
};

/** Sentences about screenings in the reader's language. */
export function useScreeningWords(): ScreeningWords {
  const texts = useTexts(screeningTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const day = (iso: string): string => formatDay(iso, language);
  const count = ({ criteria }: ShownScreening, state: string): number =>
    criteria.filter((one) => one.state === state).length;
  return {
    both,
    day,
    caseLine: (one) => fill(one.isLate ? texts.late : texts.newUntil, { from: day(one.from), day: day(one.newUntil) }),
    counts: (one) =>
      fill(texts.counts, {
        met: count(one, "met"),
        unknown: count(one, "unknown"),
        notMet: count(one, "not_met"),
      }),
    rule: ({ rule: { atLeast, any } }) =>
      [
        ...(atLeast === null ? [] : [fill(countForm(language, atLeast, texts.rule.atLeast), { count: atLeast })]),
        ...(any.length === 0 ? [] : [fill(texts.rule.any, { any: any.map(both).join(", ") })]),
      ].join(" "),
    whoFor: ({ who, isFor }) =>
      who === null ? "" : fill(isFor === "met" ? texts.who : texts.isForUnknown, { who: both(who) }),
    concluded: ({ conclusion, day: on }) =>
      fill(texts.concludedOn, { what: texts.concluded[conclusion], day: day(on) }),
  };
}

/** Sentences one after the other, each with its capital and its stop; empty ones are left out. */
export function sentences(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== "")
    .map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}${/[.!?]$/.test(part) ? "" : "."}`)
    .join(" ");
}
