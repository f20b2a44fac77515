/** A stream of pseudo-random numbers that depends on its seed text alone (sfc32, seeded by hashing the text). */
export type Random = {
  /** A number from 0 up to but not including 1. */
  readonly unit: () => number;
  /** A whole number from 0 up to but not including `limit`. */
  readonly below: (limit: number) => number;
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  /** Exponentially distributed with the given mean. */
  readonly exponential: (mean: number) => number;
};

/** Four 32-bit words from a text (FNV-1a with a finishing mix per word). */
function hashWords(text: string): [number, number, number, number] {
  const word = (salt: number): number => {
    let h = 2_166_136_261 ^ salt;
    for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 16_777_619);
    h = Math.imul(h ^ (h >>> 16), 2_246_822_507);
    h = Math.imul(h ^ (h >>> 13), 3_266_489_909);
    return (h ^ (h >>> 16)) >>> 0;
  };
  return [word(1), word(2), word(3), word(4)];
}

function sfc32(seed: string): () => number {
  let [a, b, c, d] = hashWords(seed);
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < 15; i += 1) next();
  return next;
}

/** A new stream. Same text, same numbers, on every machine: `createRandom("1/0316")`. */
export function createRandom(seed: string): Random {
  const unit = sfc32(seed);
  return {
    unit,
    below: (limit) => Math.floor(unit() * limit),
    between: (low, high) => low + Math.floor(unit() * (high - low + 1)),
    chance: (probability) => unit() < probability,
    exponential: (mean) => -mean * Math.log(1 - unit()),
  };
}

/** One of the keys, each as likely as its weight. Throws when no weight is positive. */
export function pickWeighted(random: Random, weights: Readonly<Record<string, number>>): string {
  const keys = Object.keys(weights);
  let left = random.unit() * keys.reduce((sum, key) => sum + (weights[key] ?? 0), 0);
  let last: string | undefined;
  for (const key of keys) {
    const weight = weights[key] ?? 0;
    if (weight <= 0) continue;
    last = key;
    left -= weight;
    if (left < 0) return key;
  }
  if (last === undefined) throw new Error("None of the weights is above 0, so nothing can be picked");
  return last;
}
