import { personCodes } from "../../citizens/public.ts";
import { type Dimension, UNKNOWN } from "../rules/fairness.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";

/** The groups of a trait, in the order of its codes. */
export function groupKeys(by: Exclude<Dimension, "age">): readonly string[] {
  return Object.keys(personCodes(by));
}

/** What a group is called. */
export function groupLabel(by: Dimension, key: string): { da: string; en: string } {
  if (key === UNKNOWN) return { da: da.review.unknown, en: en.review.unknown };
  if (by === "age") {
    const of = (ages: Readonly<Record<string, string>>): string => ages[key] ?? key;
    return { da: of(da.review.ages), en: of(en.review.ages) };
  }
  const found = personCodes(by)[key];
  return { da: found?.da ?? key, en: found?.en ?? key };
}
