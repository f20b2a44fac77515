import { createHash } from "node:crypto";
import { law } from "../../law/public.ts";
import { type Database, inTenant, recordsVersion, type Tx } from "../../platform/db/public.ts";
import { type Day, isoDay } from "../../platform/kernel/day.ts";
import type { Timeline } from "../contract.ts";
import { type Computed, deletedUntil, keep, noteRefresh, takeTurn } from "../queries/keep.ts";
import { staleCitizens } from "../queries/stale.ts";
import { timelines } from "../queries/timelines.ts";
import { type Kept, keptOf } from "../rules/stored.ts";
import { lawFor } from "./law-ready.ts";

/** Raise it when the engine gives another result for the same law and facts: everything is then computed anew. */
const ENGINE = 1;
/** Citizens in one transaction: enough to be fast, few enough that an interruption loses little. */
const HANDFUL = 250;

const LAW = createHash("sha256")
  .update(JSON.stringify({ ENGINE, ...law, rules: law.rules.map(({ condition, file, line, ...rule }) => rule) }))
  .digest("hex");

/** Whose obligations, as on which day, and the day it is done. */
export type AskedRefresh = {
  readonly municipality: string;
  readonly asOf: Day;
  readonly today: Day;
  /** Citizens in one transaction, when it is not the usual number. */
  readonly handful?: number;
  readonly signal?: AbortSignal;
  readonly report?: (progress: { readonly done: number; readonly total: number; readonly stage: string }) => void;
};

/** How many citizens were computed, and how many rows of theirs were written. */
export type RefreshResult = { readonly citizens: number; readonly rows: number };

/**
 * Brings a municipality's kept obligations up to a day: computes those whose facts changed since the last time, on a new day those for whom
 * the day matters, and everybody when the law changed. A handful of citizens is read, computed and written in one transaction, so that an
 * interruption leaves each citizen either as before or done; the next run goes on with the rest. Two may run at once.
 */
export async function refreshObligations(db: Database, asked: AskedRefresh): Promise<RefreshResult> {
  const { municipality } = asked;
  const asOf = isoDay(asked.asOf);
  const { stale, ...from } = await inTenant(db, { municipality, isolation: "repeatable read" }, async (tx) => {
    const now = await versionNow(tx);
    return { ...now, stale: await staleCitizens(tx, { asOf, version: now.version }) };
  });
  let rows = 0;
  const step = asked.handful ?? HANDFUL;
  for (let done = 0; done < stale.length; done += step) {
    asked.signal?.throwIfAborted();
    rows += await handful(db, asked, { ...from, citizens: stale.slice(done, done + step) });
    asked.report?.({ done: Math.min(done + step, stale.length), total: stale.length, stage: "computing" });
  }
  await inTenant(db, { municipality }, async (tx) => {
    await takeTurn(tx);
    await noteRefresh(tx, { ...from, asOf, today: isoDay(asked.today) });
  });
  return { citizens: stale.length, rows };
}

/** The same for one citizen, whatever else is to be brought up to date: after something was written about them. */
export async function refreshCitizen(db: Database, citizen: string, asked: AskedRefresh): Promise<void> {
  const { municipality } = asked;
  const from = await inTenant(db, { municipality, isolation: "repeatable read" }, versionNow);
  await handful(db, asked, { ...from, citizens: [citizen] });
}

/** Of what law, engine and records something computed now is, and how far the records have come. */
async function versionNow(tx: Tx): Promise<Pick<Computed, "version" | "watermark">> {
  const { oldest, whose } = await recordsVersion(tx);
  return { version: createHash("sha256").update(`${LAW} ${whose}`).digest("hex").slice(0, 32), watermark: oldest };
}

type Handful = Pick<Computed, "version" | "watermark"> & { readonly citizens: readonly string[] };

function handful(db: Database, { municipality, asOf, today }: AskedRefresh, given: Handful): Promise<number> {
  return inTenant(db, { municipality }, async (tx) => {
    await takeTurn(tx);
    const known = new Map((await timelines(tx, given.citizens)).map((timeline) => [timeline.citizen, timeline]));
    const compiled = lawFor(municipality);
    const gone = await deletedUntil(tx, given.citizens);
    const kept = new Map(
      given.citizens.map((citizen): [string, Kept] => {
        const { rows, moves } = keptOf(compiled, known.get(citizen) ?? nobody(citizen), asOf);
        const until = gone.get(citizen);
        return [citizen, { rows: until === undefined ? rows : rows.filter(({ day }) => day > until), moves }];
      }),
    );
    const { version, watermark } = given;
    return keep(tx, { kept, version, watermark, asOf: isoDay(asOf), today: isoDay(today) });
  });
}

/** Somebody of whom nothing is believed any more owes nothing. */
function nobody(citizen: string): Timeline {
  return { citizen, born: null, education: null, spells: [], events: [], responsible: [] };
}
