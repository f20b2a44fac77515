/** Hands out whole things from fractions so that the running total never drifts: after n calls of 0.3 exactly floor(0.3 n) are out. */
export type Quota = {
  /** Adds a fraction and says how many whole things are due now. */
  readonly due: (amount: number) => number;
  /** As `due` for a probability: true as often as the probabilities add up to. */
  readonly hit: (probability: number) => boolean;
};

/** A new quota. `start` (0-1) is the part of a thing already owed. */
export function createQuota(start = 0.5): Quota {
  let owed = start;
  const due = (amount: number): number => {
    owed += amount;
    const whole = Math.max(0, Math.floor(owed));
    owed -= whole;
    return whole;
  };
  return { due, hit: (probability) => due(probability) > 0 };
}

/** Does something so many times. */
export function repeat(times: number, act: () => void): void {
  for (let i = 0; i < times; i += 1) act();
}
