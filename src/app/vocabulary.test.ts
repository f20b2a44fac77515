import type { DuckDBConnection } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { check, evaluate, type FactRow, openTerms, type Predicate, type Term, toSql } from "../language/public.ts";
import { addDays, type Day, day, FOREVER } from "../platform/kernel/day.ts";
import type { Fact } from "../platform/kernel/fact.ts";
import { countedFacts } from "./facts.ts";
import { askSql, evidenceOf, fill, openRecords, placeIn, plain } from "./testing/both-ways.ts";
import { someExpression } from "./testing/expressions.ts";
import { someDay, someWorld, type World } from "./testing/worlds.ts";
import { vocabulary } from "./vocabulary.ts";

const START = day("2020-01-06");

type Sample = { readonly world: World; readonly days: readonly Day[]; readonly knownAt: Day };

const someSample: fc.Arbitrary<Sample> = fc.record({
  world: someWorld(countedFacts),
  days: fc.uniqueArray(someDay, { minLength: 2, maxLength: 4 }),
  knownAt: someDay,
});

/** What can be asked about; a fact without columns of its own has only its days. */
const worded = countedFacts.filter(({ columns }) => columns.length > 0);

const someQuestion = fc.constantFrom(...worded).chain((subject) => {
  const expression = someExpression(openTerms(vocabulary, subject.name));
  return fc.record({ subject: fc.constant(subject), sources: fc.array(expression, { minLength: 3, maxLength: 6 }) });
});

let records: DuckDBConnection;

beforeAll(async () => {
  records = await openRecords(countedFacts);
});

afterAll(() => {
  records.closeSync();
});

function predicateOf(source: string, subject: Fact): Predicate {
  const checked = check(source, vocabulary, subject.name);
  if (!checked.ok) throw new Error(`${source}: ${checked.problems.map(({ message }) => message.en).join("; ")}`);
  return checked.predicate;
}

/** What is asked of a term on its own: its value, or for a set of codes whether it holds each of them. */
function probesOf(term: Term): readonly { readonly term: Term; readonly code: string | null }[] {
  if (term.type !== "codes") return [{ term, code: null }];
  return Object.keys(term.codes ?? { vangkvarteret: null, "b's": null }).map((code) => ({ term, code }));
}

/** Every open word's value for every row of a fact on every day, in SQL (`found`) and in TypeScript (`expected`). */
async function valuesOf(subject: Fact, sample: Sample) {
  const question = { facts: countedFacts, vocabulary, subject, ...sample };
  const probes = openTerms(vocabulary, subject.name).flatMap(probesOf);
  const sql = probes.map(({ term, code }) => `(${term.sql(placeIn(subject), code === null ? [] : [code])})`);
  const answers = await askSql(records, question, sql);
  const evidence = [...evidenceOf(sample.world, question)];
  expect([...answers.keys()].sort()).toEqual(evidence.map(([at]) => at).sort());
  return evidence.flatMap(([at, known]) =>
    probes.map(({ term, code }, n) => {
      const value = term.value(known);
      const expected = code === null ? value : value instanceof Set && value.has(code);
      return { term: term.id, at, found: plain(answers.get(at)?.[n] ?? null), expected };
    }),
  );
}

describe("the vocabulary (PLAN-11)", () => {
  it("names every word once", () => {
    const ids = vocabulary.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it("has words for every fact", () => {
    expect(worded.filter(({ name }) => openTerms(vocabulary, name).length === 0).map(({ name }) => name)).toEqual([]);
  });

  it("explains every word in both languages, and phrases it", () => {
    const silent = vocabulary.filter(
      ({ label, meaning, phrases }) =>
        [label.da, label.en, meaning.da, meaning.en].some((text) => text === "") ||
        Object.values(phrases ?? {}).length === 0 ||
        Object.values(phrases ?? {}).some((phrase) => !(phrase?.da.includes("{not}") && phrase.en.includes("{not}"))),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it("gives each word the same value in SQL as in TypeScript, missing values and corrections included", async () => {
    const seen = new Map<string, Set<unknown>>(vocabulary.map(({ id }) => [id, new Set()]));
    for (const sample of fc.sample(someSample, { seed: 2021, numRuns: 5 })) {
      await fill(records, countedFacts, sample.world);
      const values = [];
      for (const subject of countedFacts) values.push(...(await valuesOf(subject, sample)));
      expect(values.filter(({ found, expected }) => found !== expected)).toEqual([]);
      for (const { term, found } of values) seen.get(term)?.add(found);
    }
    const dull = [...seen].filter(([, values]) => [...values].filter((value) => value !== null).length < 2);
    expect(dull.map(([id]) => id)).toEqual([]);
  }, 120_000);

  it("draws the line of an unbroken chain on the same day in SQL as in TypeScript", async () => {
    const spell = (citizen: string, from: number, until: number): FactRow => ({
      id: `${citizen}-${from}`,
      citizen,
      benefit: "kontanthjaelp",
      from_day: START + from,
      until_day: START + until,
      known_from: START,
      known_until: FOREVER,
    });
    const gaps = [27, 28, 29];
    const citizens = gaps.map((gap) => ({ id: `c${gap}`, born: START, known_from: START, known_until: FOREVER }));
    const spells = gaps.flatMap((gap) => [spell(`c${gap}`, 0, 70), spell(`c${gap}`, 70 + gap, 200)]);
    const [subject] = countedFacts.filter(({ name }) => name === "benefit_spells");
    if (subject === undefined) throw new Error("benefit spells are facts");
    const sample: Sample = { world: { citizens, benefit_spells: spells }, days: [addDays(START, 105)], knownAt: START };
    await fill(records, countedFacts, sample.world);
    const values = (await valuesOf(subject, sample)).filter(({ term }) => term === "citizen.weeks_on_support");
    expect(values.map(({ found }) => found)).toEqual([15, 15, 15, 15, 0, 0]);
    expect(values.filter(({ found, expected }) => found !== expected)).toEqual([]);
  });

  it("judges generated rows by generated expressions alike in SQL and in TypeScript", async () => {
    const truths = { true: 0, false: 0 };
    await fc.assert(
      fc.asyncProperty(
        someSample,
        fc.array(someQuestion, { minLength: 2, maxLength: 4 }),
        async (sample, questions) => {
          await fill(records, countedFacts, sample.world);
          for (const { subject, sources } of questions) {
            const predicates = sources.map((source) => predicateOf(source, subject));
            const question = { facts: countedFacts, vocabulary, subject, ...sample };
            const sql = predicates.map((predicate) => toSql(predicate, placeIn(subject)));
            const answers = await askSql(records, question, sql);
            for (const [at, evidence] of evidenceOf(sample.world, question)) {
              const expected = predicates.map((predicate) => evaluate(predicate, evidence));
              for (const truth of expected) truths[`${truth}`]++;
              expect({ at, sources, answer: answers.get(at) }).toEqual({ at, sources, answer: expected });
            }
          }
        },
      ),
      { numRuns: 40 },
    );
    expect(Math.min(truths.true, truths.false)).toBeGreaterThan(1000);
  }, 120_000);
});
