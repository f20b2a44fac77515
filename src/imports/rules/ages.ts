import type { Doubt } from "./doubt.ts";

const OLDEST = 130;
const GROUP = /^(\d{1,3})\s*(?:-|–|til|to)\s*(\d{1,3})(?: (?:år|aar|years?))?$/i;
const ONE = /^(\d{1,3})(?: (?:år|aar|years?))?$/i;
const OPEN = /^(\d{1,3})(?: (?:år|aar|years?))?(?:\+| og derover| and over| years? and over|-OV)$/i;
const ALL = /^(?:i alt|total|tot|iat|alder i alt|age,? total|alle)$/i;

/** The youngest and oldest age of a group as statistics write it: `25-29 år`, `100 years and over`, `Age, total`. */
export function agesOf(text: string): readonly [from: number, to: number] | Doubt {
  if (ALL.test(text)) return [0, OLDEST];
  const [, one] = ONE.exec(text) ?? [];
  if (one !== undefined) return [Number(one), Number(one)];
  const [, from, to = String(OLDEST)] = GROUP.exec(text) ?? OPEN.exec(text) ?? [];
  return from === undefined || Number(from) > Number(to) ? { code: "not_an_age" } : [Number(from), Number(to)];
}
