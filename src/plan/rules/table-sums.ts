import type { Bilingual } from "../../platform/kernel/fact.ts";

type Column = { readonly year: number; readonly kind: "actual" | "budget" | "expected" };
type Discrepancy = {
  readonly where: Bilingual;
  readonly stated: Bilingual;
  readonly computed: Bilingual;
  readonly explanation: Bilingual;
};

const KIND: Record<Column["kind"], Bilingual> = {
  actual: { da: "faktisk", en: "actual" },
  budget: { da: "budget", en: "budget" },
  expected: { da: "forventet", en: "expected" },
};

/** The sum of a column, or null when any of its cells has no value. */
export function sumOf(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}

/** The published totals that are not the sum of the rows above them. */
export function totalDiscrepancies(table: {
  readonly columns: readonly Column[];
  readonly stated: readonly (number | null)[];
  readonly computed: readonly (number | null)[];
}): readonly Discrepancy[] {
  return table.columns.flatMap(({ year, kind }, i) => {
    const [stated, computed] = [table.stated[i] ?? null, table.computed[i] ?? null];
    if (stated === null || computed === null || stated === computed) return [];
    const off = Math.abs(computed - stated);
    const direction = computed > stated ? { da: "for lav", en: "too low" } : { da: "for høj", en: "too high" };
    return [
      {
        where: { da: `I alt, ${KIND[kind].da} ${year}`, en: `Total, ${KIND[kind].en} ${year}` },
        stated: { da: String(stated), en: String(stated) },
        computed: { da: String(computed), en: String(computed) },
        explanation: {
          da: `Rækkerne giver ${computed}; den trykte sum er ${off} ${direction.da}.`,
          en: `The rows give ${computed}; the printed total is ${off} ${direction.en}.`,
        },
      },
    ];
  });
}
