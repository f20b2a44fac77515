import { law } from "../../law/public.ts";
import { addDays, type Day, day, FOREVER, isoDay } from "../../platform/kernel/day.ts";
import type { FactEvent, FactSpell, Family, Obligation, Standing, Timeline } from "../contract.ts";
import { compileLaw } from "../rules/compile.ts";
import { standingsOn } from "../rules/obligations.ts";

/** `benefit/a_dagpenge` from a first to a last day, both included as people write them; no last day while it runs. */
export function spell(what: `${Family}/${string}`, first: string, last?: string): FactSpell {
  const [family, code = ""] = what.split("/") as [Family, string];
  return { family, code, from: day(first), until: last === undefined ? FOREVER : addDays(day(last), 1) };
}

/** Events of one kind on some days. */
export function on(code: string, ...days: readonly string[]): FactEvent[] {
  return days.map((each) => ({ code, day: day(each) }));
}

/** A citizen of 40 with a trade, of whom nothing else is known. */
export function someone(facts: Partial<Omit<Timeline, "citizen">> = {}): Timeline {
  return {
    citizen: "c1",
    born: day("1980-05-01"),
    education: "faglaert",
    spells: [],
    events: [],
    responsible: [],
    ...facts,
  };
}

/** How a citizen stands on a day. */
export function standing(
  timeline: Timeline,
  asOf: string,
  municipality: string | null = null,
): { readonly obligations: readonly Obligation[]; readonly shares: readonly Standing[] } {
  return standingsOn(compileLaw({ law, municipality }), timeline, day(asOf));
}

const iso = (at: Day | null): string | null => (at === null ? null : isoDay(at));

/** The obligations under a rule, `HOL-INT-4W in 0316` when a municipality matters, as people read them: `open, due 2020-07-01`. */
export function under(ruleIn: string, timeline: Timeline, asOf: string): string[] {
  const [id, municipality = null] = ruleIn.split(" in ");
  return standing(timeline, asOf, municipality)
    .obligations.filter(({ rule }) => rule.id === id)
    .map(({ status, due, met, breached, closed, why }) =>
      [
        `${status}, due ${iso(due) ?? "unknown"}`,
        ...(met === null ? [] : [`met ${iso(met)}`]),
        ...(breached === null ? [] : [`late from ${iso(breached)}`]),
        ...(closed === null ? [] : [`closed ${iso(closed)} (${why})`]),
      ].join(", "),
    );
}
