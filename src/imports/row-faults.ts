import type { Tx } from "../platform/db/public.ts";
import type { Fact } from "../platform/kernel/fact.ts";
import {
  findBeforeBirth,
  findDoubledIds,
  findDoubledNumbers,
  findOverlaps,
  findUnknownReferences,
} from "./queries/faults.ts";

/** A fact whose rows are staged, and what is known of the other facts. */
export type StagedFact = {
  readonly fact: Fact;
  readonly facts: readonly Fact[];
  /** Has the fact rows in a staging table? */
  readonly isStaged: (fact: Fact) => boolean;
  /** Were all its rows read? References into files with mistakes of their own are not judged yet. */
  readonly isWhole: (fact: Fact) => boolean;
  /** Are rows found too that may well be right but clash: spells at the same time, something before birth? */
  readonly clashes: boolean;
};

/** Finds the mistakes that only show when all rows are there. */
export async function findRowFaults(tx: Tx, staged: StagedFact): Promise<void> {
  const { fact, facts, isStaged, isWhole } = staged;
  await findDoubledIds(tx, fact);
  for (const column of fact.columns.filter(({ type }) => type === "cpr")) await findDoubledNumbers(tx, fact, column);
  for (const column of fact.columns) {
    const target = facts.find((other) => other.name === column.refers);
    if (target && isWhole(target))
      await findUnknownReferences(tx, fact, { column, target, targetIsStaged: isStaged(target) });
  }
  if (staged.clashes) await findClashes(tx, staged);
}

async function findClashes(tx: Tx, { fact, facts, isStaged }: StagedFact): Promise<void> {
  await findOverlaps(tx, fact);
  const citizens = facts.find(({ name }) => name === "citizens");
  if (citizens) await findBeforeBirth(tx, fact, { fact: citizens, isStaged: isStaged(citizens) });
}
