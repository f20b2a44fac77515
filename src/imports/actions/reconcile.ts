import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import { addDays, isoDay } from "../../platform/kernel/day.ts";
import type { Fact } from "../../platform/kernel/fact.ts";
import type { At, By } from "../context.ts";
import type { ComparedFact, Reconciliation } from "../contract.ts";
import { readBatch } from "../queries/batches.ts";
import { listFiles } from "../queries/files.ts";
import {
  compareAmounts,
  compareDays,
  compareMonths,
  comparePersons,
  firstDayOf,
  kindOf,
  type Window,
} from "../queries/reconcile.ts";
import { unstage } from "../queries/staging.ts";
import { beginWork, factsOf, stageFiles, type Work } from "../stage-batch.ts";
import { inStretches } from "../stretches.ts";
import { refused } from "./refusals.ts";

const MOST = 1_000;

/**
 * Compares an extract of another system with the records, to the person, the day and the øre, and changes nothing. The files are read as
 * for an import; rows that cannot be read are counted and left out. One entry in the access log.
 */
export function reconcile(at: At, by: By): Promise<Reconciliation> {
  const { imports, key } = at;
  return inStretches(imports.db, { municipality: key.municipality }, async (stretch) => {
    const files = await stretch(async (tx) => {
      if ((await readBatch(tx, key.batch))?.bytes_deleted_at !== null) throw refused("unknown_import");
      return await listFiles(tx, key.batch);
    });
    const work = await beginWork(imports, key, { files, stretch });
    await stageFiles(work, stretch);
    return await stretch(async (tx) => {
      const compared = await compareStaged(tx, work, by);
      for (const fact of factsOf(work)) await unstage(tx, fact);
      return compared;
    });
  });
}

/** Compares staged files with the records. One entry in the access log. */
export async function compareStaged(tx: Tx, work: Work, by: By): Promise<Reconciliation> {
  const compared = await compare(tx, work);
  const persons = compared.facts.reduce(
    (most, { persons: found }) => Math.max(most, found ? found.both + found.onlyInExtract + found.onlyInRecords : 0),
    0,
  );
  const user = { label: by.user, role: by.role };
  await logAccess(tx, { user, action: "import.reconcile", purpose: `import ${work.key.batch}`, keys: [], persons });
  return compared;
}

async function compare(tx: Tx, work: Work): Promise<Reconciliation> {
  const until = isoDay(addDays(work.imports.today(), 1));
  const facts: ComparedFact[] = [];
  for (const fact of factsOf(work)) facts.push(await compareFact(tx, fact, until));
  const unread = [...work.counts.values()].reduce((sum, { rejected }) => sum + rejected, 0);
  return { facts, unread, agrees: unread === 0 && facts.every(agrees) };
}

async function compareFact(tx: Tx, fact: Fact, until: string): Promise<ComparedFact> {
  const from = await firstDayOf(tx, fact);
  const window: Window | null = from === null ? null : { from, until };
  const column = fact.name === "citizens" ? "id" : fact.columns.find(({ refers }) => refers === "citizens")?.name;
  const amounts = [];
  for (const { name, type, label } of fact.columns) {
    if (type === "amount" && window) {
      amounts.push({ column: label, sums: [...(await compareAmounts(tx, fact, { column: name, window }))] });
    }
  }
  const isSpell = fact.shape === "spell" && window !== null;
  return {
    fact: { name: fact.name, label: fact.label },
    kinds: kindsOf(fact),
    window,
    persons: column ? await personsOf(tx, fact, column) : null,
    days: isSpell && column ? await daysOf(tx, fact, window) : null,
    months: isSpell ? [...(await compareMonths(tx, fact, window))] : [],
    amounts,
  };
}

/** What the codes that tell rows apart are called. */
function kindsOf(fact: Fact): ComparedFact["kinds"] {
  return { ...fact.columns.find(({ name }) => name === kindOf(fact))?.codes };
}

async function personsOf(tx: Tx, fact: Fact, column: string): Promise<NonNullable<ComparedFact["persons"]>> {
  const { rows, ...counts } = await comparePersons(tx, { fact, column, most: MOST });
  return {
    ...counts,
    extract: rows.filter(({ side }) => side === "e").map(({ id }) => id),
    records: rows.filter(({ side }) => side === "r").map(({ id }) => id),
  };
}

async function daysOf(tx: Tx, fact: Fact, window: Window): Promise<NonNullable<ComparedFact["days"]>> {
  const { rows, total } = await compareDays(tx, fact, { window, most: MOST });
  return {
    total,
    rows: rows.map(({ of, ...row }) => ({ citizen: of, kind: row.kind, extract: row.extract, records: row.records })),
  };
}

function agrees({ persons, days, months, amounts }: ComparedFact): boolean {
  const same = ({ extract, records }: { readonly extract: number; readonly records: number }): boolean =>
    extract === records;
  return (
    (persons === null || persons.onlyInExtract + persons.onlyInRecords === 0) &&
    (days === null || days.total === 0) &&
    months.every(same) &&
    amounts.every(({ sums }) => sums.every(same))
  );
}
