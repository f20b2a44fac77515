import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import type { RequestKind, RequestSource, StepKind } from "../contract.ts";

/** A request as it is stored. */
export type StoredRequest = {
  readonly id: string;
  readonly kind: RequestKind;
  readonly citizen: string;
  readonly received: string;
  readonly source: RequestSource;
  readonly details: string;
  readonly who: string;
  readonly at: Date;
};

/** A step as it is stored. */
export type StoredStep = {
  readonly request: string;
  readonly number: number;
  readonly kind: StepKind;
  readonly note: string;
  readonly until: string | null;
  readonly who: string;
  readonly at: Date;
};

type By = { readonly who: string; readonly role: string };

/** Registers a request and gives its id. */
export async function insertRequest(tx: Tx, asked: Omit<StoredRequest, "id" | "at" | "who"> & By): Promise<string> {
  const { kind, citizen, received, source, details, who, role } = asked;
  const found = await sql<{
    id: string;
  }>`insert into privacy.requests (municipality, kind, citizen, received, source, details, who, role)
    values (platform.municipality(), ${kind}, ${citizen}, ${received}, ${source}, ${details}, ${who}, ${role}) returning id`.execute(
    tx,
  );
  const id = found.rows[0]?.id;
  if (id === undefined) throw new Error("the request was not stored");
  return id;
}

/** Adds a step with its number; false when that number is taken: somebody else was there first. */
export async function insertStep(tx: Tx, step: Omit<StoredStep, "at" | "who"> & By): Promise<boolean> {
  const { request, number, kind, note, until, who, role } = step;
  const done = await sql`insert into privacy.steps (municipality, request, number, kind, note, until, who, role)
    values (platform.municipality(), ${request}, ${number}, ${kind}, ${note}, ${until}, ${who}, ${role}) on conflict do nothing`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Requests, newest first: all, one by its id, or those about a person. */
export async function listRequests(
  tx: Tx,
  which: { readonly id?: string; readonly citizen?: string } = {},
): Promise<readonly StoredRequest[]> {
  const one = which.id === undefined ? sql`true` : sql`id = ${which.id}`;
  const about = which.citizen === undefined ? sql`true` : sql`citizen = ${which.citizen}`;
  const found =
    await sql<StoredRequest>`select id, kind, citizen, received, source, details, who, at from privacy.requests
    where municipality = platform.municipality() and ${one} and ${about} order by received desc, at desc limit 1000`.execute(
      tx,
    );
  return found.rows;
}

/** The steps of requests, in order. */
export async function listSteps(tx: Tx, requests: readonly string[]): Promise<readonly StoredStep[]> {
  const found = await sql<StoredStep>`select request, number, kind, note, until, who, at from privacy.steps
    where municipality = platform.municipality() and request = any(${[...requests]}::uuid[]) order by request, number`.execute(
    tx,
  );
  return found.rows;
}
