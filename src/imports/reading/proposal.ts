import type { Mapping } from "../contract.ts";

/** How a table could be read: as which fact, by what, how surely (0-1), what is missing, which columns are left over. */
export type Proposal = {
  readonly fact: string;
  readonly by: { readonly kind: "layout" | "names"; readonly name: string };
  readonly mapping: Mapping;
  readonly confidence: number;
  /** Fields the fact must have and no column gives. */
  readonly missing: readonly string[];
  /** Columns that are not used. */
  readonly unused: readonly string[];
};
