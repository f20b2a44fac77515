import { isoDay } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import type { ChangeAsk } from "../contract.ts";
import type { Instrument } from "../rules/instrument.ts";
import type { MeasuringFault } from "../rules/measuring.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";
import { lastDayBefore } from "./as-progression.ts";

type Problem = { readonly pointer: string; readonly message: Bilingual };

/** Faults of a measurement in words, each with the field it is about and the way out. */
export function measuringProblems(faults: readonly MeasuringFault[], instrument: Instrument | null): Problem[] {
  return faults.map((fault) => ({
    pointer: `/body/${fault.field}`,
    message: { da: saidIn("da", fault, instrument), en: saidIn("en", fault, instrument) },
  }));
}

/** Why figures cannot be had of what was asked for. */
export function askProblems({ from, to }: Pick<ChangeAsk, "from" | "to">): Problem[] {
  const code = from !== undefined && to !== undefined && to < from ? "ends_before" : "no_instrument";
  const pointer = code === "ends_before" ? "/querystring/to" : "/querystring/instrument";
  return [{ pointer, message: { da: da.faults[code], en: en.faults[code] } }];
}

function saidIn(language: "da" | "en", { field, code }: MeasuringFault, instrument: Instrument | null): string {
  const { faults: texts } = language === "da" ? da : en;
  if (!instrument) return texts[code];
  const { scale, label, from, until, dimensions } = instrument;
  const asked = field.replace(/^values\//, "");
  return fill(texts[code], {
    instrument: label[language],
    dimension: dimensions.find((one) => one.code === asked)?.label[language] ?? asked,
    low: scale.from,
    high: scale.to,
    first: formatDay(isoDay(from), language),
    last: formatDay(lastDayBefore(isoDay(until)), language),
  });
}
