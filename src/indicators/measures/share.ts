import { z } from "zod";
import { defineMeasure } from "../measure.ts";
import { ratio } from "../rules/figure.ts";
import { specParam } from "../shared/params.ts";
import { lower, say } from "../shared/phrases.ts";

/**
 * One measure as a percentage (0-100) of another. Both numerators are whole numbers and are divided once; where one of the two is a
 * published figure, which has no numerator, the two values are divided instead.
 */
export const measure = defineMeasure({
  kind: "share",
  params: z.strictObject({ numerator: specParam, denominator: specParam }),
  unit: () => "percent",
  predicates: () => [],
  compute: {
    as: "composite",
    parts: ({ numerator, denominator }) => ({ numerator, denominator }),
    combine: ({ numerator: of, denominator: base }) =>
      typeof of?.numerator === "number" && typeof base?.numerator === "number"
        ? ratio(of.numerator, base.numerator, 100)
        : ratio(of?.value ?? null, base?.value ?? null, 100),
    rowsPart: (part) => (part === "value" ? "numerator" : "denominator"),
  },
  sentence: ({ numerator, denominator }, words) =>
    say(
      words.sentence(numerator),
      { da: "; i procent af:", en: "; as a percentage of:" },
      lower(words.sentence(denominator)),
    ),
  judged: () => ({ da: "som i tæller og nævner", en: "as in numerator and denominator" }),
});
