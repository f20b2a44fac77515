import type { Day } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";

/** Something that is measured, with the question it is asked by. */
export type Dimension = {
  readonly code: string;
  readonly label: Bilingual;
  readonly question: Bilingual;
  readonly source: string;
};

/** What progression is measured with (CON-20). `until` is the first day on which it cannot be measured with any more. */
export type Instrument = {
  readonly code: string;
  readonly version: number;
  readonly label: Bilingual;
  readonly about: Bilingual;
  readonly source: string;
  /** What is the product's own about it. */
  readonly assumption: Bilingual | null;
  readonly from: Day;
  readonly until: Day;
  readonly forWhom: { readonly targetGroups: readonly string[]; readonly benefits: readonly string[] };
  readonly answeredBy: "borger" | "medarbejder";
  /** Whole numbers, both ends included; more is better. */
  readonly scale: { readonly from: number; readonly to: number; readonly low: Bilingual; readonly high: Bilingual };
  readonly dimensions: readonly Dimension[];
};

/** What is so for a citizen on a day. */
export type Standing = { readonly targetGroups: readonly string[]; readonly benefits: readonly string[] };

/** Is an instrument made for somebody? One that names nobody is made for everybody. */
export function isMadeFor({ forWhom }: Pick<Instrument, "forWhom">, { targetGroups, benefits }: Standing): boolean {
  const isForAll = forWhom.targetGroups.length + forWhom.benefits.length === 0;
  return (
    isForAll ||
    forWhom.targetGroups.some((code) => targetGroups.includes(code)) ||
    forWhom.benefits.some((code) => benefits.includes(code))
  );
}

/** Does a recorded value belong to an instrument: one of its dimensions, within its scale? Files may bring others. */
export function belongs(
  { dimensions, scale }: Pick<Instrument, "dimensions" | "scale">,
  { dimension, value }: { readonly dimension: string; readonly value: number },
): boolean {
  return dimensions.some(({ code }) => code === dimension) && scale.from <= value && value <= scale.to;
}
