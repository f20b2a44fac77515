import { z } from "zod";
import { defineMeasure } from "../measure.ts";
import { NO_FIGURE } from "../rules/figure.ts";
import { specParam } from "../shared/params.ts";
import { lower, say } from "../shared/phrases.ts";

const params = z.strictObject({
  this: specParam,
  that: specParam,
  as: z.enum(["difference", "ratio"]).default("difference"),
});

/**
 * One measure against another, as this minus that or this divided by that: women against men, the municipality against its cluster,
 * RAR or the country (with `published` as `that`). Compare only like with like (RES-02).
 */
export const measure = defineMeasure<z.infer<typeof params>>({
  kind: "difference",
  params,
  unit: (given) => (given.as === "ratio" ? "ratio" : null),
  predicates: () => [],
  nature: { signed: true, restsOnParts: true },
  compute: {
    as: "composite",
    parts: (given) => ({ this: given.this, that: given.that }),
    combine: (parts, given) => {
      const [a, b] = [parts.this?.value, parts.that?.value];
      if (typeof a !== "number" || typeof b !== "number") return NO_FIGURE;
      if (given.as === "ratio") return { value: b === 0 ? null : a / b, numerator: a, denominator: b };
      return { value: a - b, numerator: null, denominator: null };
    },
    rowsPart: (part) => (part === "value" ? "this" : "that"),
  },
  sentence: (given, words) =>
    say(
      words.sentence(given.this),
      given.as === "ratio" ? { da: "; divideret med:", en: "; divided by:" } : { da: "; minus:", en: "; minus:" },
      lower(words.sentence(given.that)),
    ),
  judged: () => ({ da: "som i de to størrelser", en: "as in the two measures" }),
});
