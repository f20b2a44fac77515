import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { law } from "../law/public.ts";
import type { Day } from "../platform/kernel/day.ts";
import { times } from "../platform/testing/times.ts";
import type { FactSpell, Obligation, Timeline } from "./contract.ts";
import { type Compiled, compileLaw } from "./rules/compile.ts";
import { standingsOn } from "./rules/obligations.ts";
import { listName, listOf } from "./rules/responsible.ts";
import { isOpen } from "./rules/status.ts";
import { cases } from "./testing/timelines.ts";

const compiled = new Map<string | null, Compiled>();

function compiledFor(municipality: string | null): Compiled {
  const known = compiled.get(municipality) ?? compileLaw({ law, municipality });
  compiled.set(municipality, known);
  return known;
}

const RUNS = { numRuns: 1500 * times };
const LONG = 3_600_000;

const keyOf = ({ rule, start }: Pick<Obligation, "rule" | "start">): string => `${rule.id} ${start}`;

describe("the deadline engine (RULE-01, RULE-03, CON-18)", () => {
  it(
    "gives the same answer whatever order the facts were entered in",
    () => {
      fc.assert(
        fc.property(cases, fc.infiniteStream(fc.nat()), ({ timeline, asOf, municipality }, random) => {
          const shuffled = <T>(items: readonly T[]): T[] =>
            items
              .map((item) => [Number(random.next().value), item] as const)
              .sort(([a], [b]) => a - b)
              .map(([, item]) => item);
          const other: Timeline = {
            ...timeline,
            spells: shuffled(timeline.spells),
            events: shuffled(timeline.events),
            responsible: shuffled(timeline.responsible),
          };
          const ready = compiledFor(municipality);
          const [one, two] = [timeline, other].map((each) => standingsOn(ready, each, asOf));
          expect(two).toEqual(one);
          for (const obligation of one?.obligations ?? [])
            expect(listOf(obligation, other, asOf)).toEqual(listOf(obligation, timeline, asOf));
        }),
        RUNS,
      );
    },
    LONG,
  );

  /** A fact that begins or ends on or after a day: what may become known later without touching what had happened by then. */
  const laterFact = (timeline: Timeline, on: Day): fc.Arbitrary<Timeline> => {
    const codes = timeline.spells.map(({ family, code }) => ({ family, code }));
    const events = timeline.events.map(({ code }) => code);
    const after = fc.integer({ min: 0, max: 400 }).map((days) => (on + days) as Day);
    const more: fc.Arbitrary<Timeline>[] = [];
    if (events.length > 0)
      more.push(
        fc.tuple(fc.constantFrom(...events), after).map(([code, day]) => ({
          ...timeline,
          events: [...timeline.events, { code, day }],
        })),
      );
    if (codes.length > 0)
      more.push(
        fc.tuple(fc.constantFrom(...codes), after, fc.integer({ min: 1, max: 300 })).map(([named, from, length]) => ({
          ...timeline,
          spells: [...timeline.spells, { ...named, from, until: (from + length) as Day }],
        })),
        fc.tuple(fc.nat(), after).map(([which, until]) => ({
          ...timeline,
          spells: timeline.spells.map((spell, i): FactSpell => {
            const ends = i === which % timeline.spells.length && spell.until > until && spell.from < until;
            return ends ? { ...spell, until } : spell;
          }),
        })),
      );
    return more.length === 0 ? fc.constant(timeline) : fc.oneof(...more);
  };

  it(
    "never lets a later fact hide an earlier breach",
    () => {
      fc.assert(
        fc.property(
          cases.chain(({ timeline, asOf, municipality }) => {
            const breaches = standingsOn(compiledFor(municipality), timeline, asOf).obligations.filter(
              ({ breached }) => breached !== null,
            );
            const pick = breaches.length === 0 ? fc.constant(undefined) : fc.constantFrom(...breaches);
            return pick.chain((breach) =>
              laterFact(timeline, breach?.breached ?? asOf).map((later) => ({ later, breach, asOf, municipality })),
            );
          }),
          ({ later, breach, asOf, municipality }) => {
            if (breach === undefined) return;
            const after = standingsOn(compiledFor(municipality), later, asOf).obligations;
            const same = after.filter((one) => keyOf(one) === keyOf(breach)).map(({ breached }) => breached);
            expect(same).toContain(breach.breached);
          },
        ),
        RUNS,
      );
    },
    LONG,
  );

  it(
    "shows a breach on every day after it, too",
    () => {
      fc.assert(
        fc.property(cases, fc.integer({ min: 1, max: 400 }), ({ timeline, asOf, municipality }, days) => {
          const ready = compiledFor(municipality);
          const now = standingsOn(ready, timeline, asOf).obligations.filter(({ breached }) => breached !== null);
          const then = standingsOn(ready, timeline, (asOf + days) as Day).obligations;
          for (const one of now)
            expect(then.filter((other) => keyOf(other) === keyOf(one)).map(({ breached }) => breached)).toContain(
              one.breached,
            );
        }),
        RUNS,
      );
    },
    LONG,
  );

  it(
    "never lets two rules bind a citizen to the same duty on the same day",
    () => {
      fc.assert(
        fc.property(cases, ({ timeline, asOf, municipality }) => {
          const { obligations, shares } = standingsOn(compiledFor(municipality), timeline, asOf);
          const running = [...obligations, ...shares].filter(({ met, closed }) => met === null && closed === null);
          for (const [duty, all] of Map.groupBy(running, ({ rule }) => rule.duty))
            expect([duty, ...new Set(all.map(({ rule }) => rule.id))]).toHaveLength(2);
        }),
        RUNS,
      );
    },
    LONG,
  );

  it(
    "never makes a share of a group into an obligation of a citizen",
    () => {
      fc.assert(
        fc.property(cases, ({ timeline, asOf, municipality }) => {
          const { obligations, shares } = standingsOn(compiledFor(municipality), timeline, asOf);
          expect(obligations.filter(({ rule }) => rule.share !== null)).toEqual([]);
          expect(shares.filter(({ rule }) => rule.share === null)).toEqual([]);
        }),
        RUNS,
      );
    },
    LONG,
  );

  it(
    "has every open duty on exactly one responsible list",
    () => {
      const units = ["u1", "u2"];
      const staff = ["s1", "s2"];
      const lists = [...staff.map((id) => `staff:${id}`), ...units.map((id) => `unit:${id}`), "no_owner"];
      const others = ["akasse", "employer", "citizen", "doctor"].map((actor) => `others:${actor}`);
      fc.assert(
        fc.property(cases, ({ timeline, asOf, municipality }) => {
          const open = standingsOn(compiledFor(municipality), timeline, asOf).obligations.filter(({ status }) =>
            isOpen(status),
          );
          const byList = Map.groupBy(open, (one) => listName(listOf(one, timeline, asOf)));
          const found = [...lists, ...others].flatMap((name) => byList.get(name) ?? []);
          expect(new Set(found)).toEqual(new Set(open));
          expect(found).toHaveLength(open.length);
        }),
        RUNS,
      );
    },
    LONG,
  );
});
