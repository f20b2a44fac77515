import { interpreterNeedsOf } from "../../citizens/public.ts";
import type { Tx } from "../../platform/db/public.ts";
import type { Interpreter } from "../contract.ts";

/** What a citizen needs to be understood on a day, ISO; null when nothing is noted. */
export type NeedOn = (citizen: string, day: string) => Interpreter;

/** Finds what some citizens need to be understood on the days of their appointments (ASK-27). Log the look before showing it. */
export async function interpretersFor(tx: Tx, citizens: readonly string[]): Promise<NeedOn> {
  const needs = await interpreterNeedsOf(tx, citizens);
  return (citizen, day) => {
    const need = needs.get(citizen)?.find(({ from, to }) => from <= day && (to === null || day <= to));
    if (!need) return null;
    const { language, languageLabel, wayLabel, sexLabel } = need;
    return { language, languageLabel, wayLabel, sexLabel };
  };
}
