import { z } from "zod";
import { day } from "../../platform/kernel/day.ts";
import { defineMeasure } from "../measure.ts";
import { NO_FIGURE } from "../rules/figure.ts";
import { spokenDay } from "../rules/spoken.ts";
import { specParam } from "../shared/params.ts";
import { lower, say } from "../shared/phrases.ts";

const params = z.strictObject({
  of: specParam,
  /** The day the baseline is measured on. */
  since: z.iso.date(),
  as: z.enum(["percent", "difference"]).default("percent"),
});

/**
 * Change of a measure against its own value on a baseline day, as a percentage of the baseline or as a difference in the measure's
 * unit. Numerator: the change; denominator: the baseline (for percent).
 */
export const measure = defineMeasure<z.infer<typeof params>>({
  kind: "change",
  params,
  unit: (given) => (given.as === "percent" ? "percent" : null),
  predicates: () => [],
  nature: { signed: true },
  compute: {
    as: "composite",
    parts: ({ of }) => ({ now: of, baseline: of }),
    partDay: (part, { since }, measured) => (part === "baseline" ? day(since) : measured),
    combine: ({ now, baseline }, given) => {
      if (typeof now?.value !== "number" || typeof baseline?.value !== "number") return NO_FIGURE;
      const change = now.value - baseline.value;
      if (given.as === "difference") return { value: change, numerator: change, denominator: null };
      return {
        value: baseline.value === 0 ? null : (change * 100) / baseline.value,
        numerator: change,
        denominator: baseline.value,
      };
    },
    rowsPart: (part) => (part === "value" ? "now" : "baseline"),
  },
  sentence: ({ of, since, as }, words) => {
    const from = spokenDay(since);
    return say(
      as === "percent"
        ? { da: "Ændring i procent siden", en: "Change in percent since" }
        : { da: "Ændring siden", en: "Change since" },
      { da: `${from.da} i:`, en: `${from.en} in:` },
      lower(words.sentence(of)),
    );
  },
  judged: () => ({ da: "som i den målte størrelse", en: "as in what is measured" }),
});
