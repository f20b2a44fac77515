import { namesOfCitizens } from "../../citizens/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import type { EachDone } from "../contract.ts";
import { whyNot } from "./each-texts.ts";
import { CASE_WORK, type Keeping } from "./keeping.ts";

type Person = EachDone["people"][number];

/** What came of something for one of many. */
export type Outcome = Pick<Person, "isDone" | "why" | "instead" | "made">;

/** It is done, and there is nothing that could be taken back. */
export const DONE: Outcome = { isDone: true, why: null, instead: null, made: null };

/** It is not done, and nothing is stored; the code says why in words. */
export function refused(code: Parameters<typeof whyNot>[0]): Outcome {
  return { ...DONE, isDone: false, why: whyNot(code) };
}

type Each = {
  readonly who: Pick<Keeping, "user" | "heldBack">;
  /** Name of the operation and the kinds of data it changes, for the log. */
  readonly action: string;
  readonly data: readonly string[];
  readonly work: (citizen: string) => Promise<Outcome>;
};

/**
 * Does something for some citizens one after the other, and says what came of it for each (ASK-14). Whoever is out of sight is not found, and nothing is done for those
 * whose data may only be stored. Logged as one change with all in sight.
 */
export async function forEachCitizen(
  tx: Tx,
  citizens: readonly string[],
  { who, action, data, work }: Each,
): Promise<EachDone> {
  const names = await namesOfCitizens(tx, citizens);
  const { restricted, aside } = await who.heldBack(tx);
  const people: Person[] = [];
  for (const citizen of citizens) {
    const named = names.get(citizen);
    const came = !named ? refused("nobody") : restricted.has(citizen) ? refused("restricted") : await work(citizen);
    people.push({
      citizen,
      name: aside.has(citizen) ? null : (named?.name ?? null),
      isProtected: named?.protected ?? false,
      ...came,
    });
  }
  const keys = citizens.filter((citizen) => names.has(citizen));
  await logAccess(tx, { user: who.user, action, purpose: CASE_WORK, keys, change: true, data });
  return { done: people.filter(({ isDone }) => isDone).length, people };
}
