/** Letters people write in names that codes spell in ASCII. */
const FOLDED: Readonly<Record<string, string>> = { æ: "ae", ø: "oe", å: "aa", "-": "_", " ": "_" };

function fold(word: string): string {
  return word.toLowerCase().replace(/[æøå\- ]/g, (letter) => FOLDED[letter] ?? letter);
}

type Rows = {
  readonly above: readonly number[];
  readonly twoAbove: readonly number[];
  readonly row: readonly number[];
};

/** The least number of edits up to the i-th letter of `a` and the j-th of `b`, from the cells around it. */
function cell([a, b]: readonly [string, string], [i, j]: readonly [number, number], rows: Rows): number {
  const above = rows.above[j] ?? 0;
  const aside = rows.row[j - 1] ?? 0;
  const across = rows.above[j - 1] ?? 0;
  const edits = Math.min(above + 1, aside + 1, across + (a[i - 1] === b[j - 1] ? 0 : 1));
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return swapped ? Math.min(edits, (rows.twoAbove[j - 2] ?? 0) + 1) : edits;
}

/** Edits (insert, delete, replace, swap neighbours) that turn one word into the other. */
function distance(a: string, b: string): number {
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) row.push(cell([a, b], [i, j], { above, twoAbove, row }));
    twoAbove = above;
    above = row;
  }
  return above[b.length] ?? 0;
}

/** How far a word is from a candidate: from the whole of it, or from what stands after its dot ("age" is near "citizen.age"). */
function farness(word: string, candidate: string): number {
  const whole = distance(word, candidate);
  const tail = candidate.slice(candidate.lastIndexOf(".") + 1);
  return tail === candidate || word.includes(".") ? whole : Math.min(whole, distance(word, tail) + 0.5);
}

/** The candidate a mistyped word most likely meant, or null when none is near: at most a third of its letters wrong (at least two). */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const wanted = fold(word);
  let best: string | null = null;
  let least = Math.max(2, Math.floor(wanted.length / 3)) + 0.6;
  for (const candidate of candidates) {
    const away = farness(wanted, fold(candidate));
    if (away < least) {
      best = candidate;
      least = away;
    }
  }
  return best;
}
