import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { law } from "../law/public.ts";
import type { Day } from "../platform/kernel/day.ts";
import { times } from "../platform/testing/times.ts";
import type { Timeline } from "./contract.ts";
import { type Compiled, compileLaw } from "./rules/compile.ts";
import { standingsOn } from "./rules/obligations.ts";
import type { SlowOutcome } from "./testing/slow-clock.ts";
import { slowly } from "./testing/slow-evaluator.ts";
import { cases } from "./testing/timelines.ts";

const compiled = new Map<string | null, Compiled>();

function compiledFor(municipality: string | null): Compiled {
  const known = compiled.get(municipality) ?? compileLaw({ law, municipality });
  compiled.set(municipality, known);
  return known;
}

type Case = { readonly timeline: Timeline; readonly asOf: Day; readonly municipality: string | null };

/** What the engine says, in the slow evaluator's words. */
function quickly({ timeline, asOf, municipality }: Case): SlowOutcome[] {
  const { obligations, shares } = standingsOn(compiledFor(municipality), timeline, asOf);
  return [...obligations, ...shares].map((one) => ({
    id: one.rule.id,
    share: "share" in one,
    start: one.start,
    due: one.due,
    counted: one.counted,
    met: one.met,
    breached: one.breached,
    closed: one.closed,
    why: one.why,
    status: "status" in one ? one.status : "",
  }));
}

/** As one text: comparing texts is what makes a hundred thousand cases bearable. */
const told = (outcomes: readonly SlowOutcome[]): string =>
  outcomes
    .map((one) => JSON.stringify({ ...one, status: one.share ? "" : one.status }))
    .sort()
    .join("\n");

describe("the engine and a second evaluator that walks day by day", () => {
  it("agree on every generated timeline, over all regimes since 2010", () => {
    fc.assert(
      fc.property(cases, (one) => {
        expect(told(quickly(one))).toBe(told(slowly(one.timeline, one.asOf, one.municipality)));
      }),
      { numRuns: 3000 * times },
    );
  }, 3_600_000);
});
