import fc from "fast-check";
import type { FactRow } from "../../language/public.ts";
import { type Day, day, FOREVER } from "../../platform/kernel/day.ts";
import type { Column, Fact } from "../../platform/kernel/fact.ts";

/** Rows of every fact with all their versions: corrected, withdrawn, overlapping, apart, and with fields that are missing. */
export type World = Readonly<Record<string, readonly FactRow[]>>;

const START = day("2019-12-01");
const ID_PREFIX: Readonly<Record<string, string>> = { citizens: "c", companies: "k" };
/** Keys name one of these; the last of them belong to nobody. */
const OWNERS = 9;

/** Days near one another, so that edges meet, gaps are short and 29 February is among them. */
export const someDay: fc.Arbitrary<Day> = fc.oneof(
  fc.integer({ min: 0, max: 480 }).map((days) => (START + days) as Day),
  fc.constantFrom("2020-02-28", "2020-02-29", "2020-03-01", "2021-02-28", "2021-03-01").map(day),
);

/** First days and lengths in whole weeks, give or take a day: gaps of exactly some weeks are then common. */
const someWeeks = fc.record({
  from: fc.integer({ min: 0, max: 52 }).map((weeks) => START + weeks * 7),
  days: fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: -1, max: 1 }))
    .map(([weeks, more]) => weeks * 7 + more),
});

const someSpell = fc.oneof(
  someWeeks,
  fc.record({
    from: someDay,
    days: fc.oneof({ arbitrary: fc.integer({ min: 1, max: 90 }), weight: 3 }, fc.constant(null)),
  }),
);

const birthday: fc.Arbitrary<Day> = fc.oneof(
  fc.constantFrom("1992-02-29", "2000-02-29", "1991-02-28", "1991-03-01", "1990-12-01").map(day),
  fc.integer({ min: day("1950-01-01"), max: day("2005-12-31") }).map((days) => days as Day),
);

/** Texts with what could break a literal. */
export const someText: fc.Arbitrary<string> = fc.constantFrom("vangkvarteret", "b's", "", 'ø \\ "', "0360", "--");

function cellOf(column: Column, fact: Fact): fc.Arbitrary<string | number | boolean> {
  const min = column.min ?? 0;
  const max = column.max ?? 60;
  switch (column.type) {
    case "code":
      return fc.constantFrom(...Object.keys(column.codes ?? {}));
    case "text":
      return someText;
    case "key": {
      const prefix = ID_PREFIX[column.refers ?? ""] ?? "x";
      return fc.integer({ min: 0, max: OWNERS }).map((n) => `${prefix}${n}`);
    }
    case "day":
      return fact.name === "citizens" ? birthday : someDay;
    case "bool":
      return fc.boolean();
    case "number":
      return fc.oneof(fc.integer({ min, max }), fc.double({ min: -100, max: 100, noNaN: true }));
    case "thousandths":
      return fc.integer({ min: 0, max: 1000 });
    case "hours":
      return fc.oneof(
        fc.integer({ min: 0, max: 6000 }),
        fc.integer({ min: 0, max: 60 }).map((hours) => hours * 100),
      );
    default:
      return fc.integer({ min, max: Math.min(max, 60) });
  }
}

function daysOf(fact: Fact): fc.Arbitrary<FactRow> {
  if (fact.shape === "entity") return fc.constant({});
  if (fact.shape === "event") return someDay.map((at) => ({ day: at }));
  return someSpell.map(({ from, days }) => ({
    from_day: from,
    until_day: days === null ? FOREVER : from + days,
  }));
}

function contentsOf(fact: Fact): fc.Arbitrary<FactRow> {
  const columns = fact.columns.map((column) => {
    const value = cellOf(column, fact);
    return [column.name, column.required ? value : fc.option(value, { nil: null, freq: 4 })] as const;
  });
  return fc
    .tuple(daysOf(fact), fc.record(Object.fromEntries(columns)))
    .map(([days, values]) => ({ ...days, ...values }));
}

/** The days on which a row's versions became known, most rows from the start. */
const someKnownDays: fc.Arbitrary<readonly Day[]> = fc
  .tuple(
    fc.oneof({ arbitrary: fc.constant(START), weight: 3 }, someDay),
    fc.uniqueArray(someDay, { minLength: 1, maxLength: 3 }),
  )
  .map(([first, later]) => [first, ...later.filter((at) => at > first).sort((one, other) => one - other)]);

/** The versions of one row: each is believed until the next one, the last one for ever or, at times, until it is withdrawn. */
function versionsOf(fact: Fact): fc.Arbitrary<readonly FactRow[]> {
  const contents = fc.array(contentsOf(fact), { minLength: 4, maxLength: 4 });
  return fc.tuple(someKnownDays, fc.nat({ max: 3 }), contents).map(([days, withdrawn, values]) => {
    const versions = withdrawn === 0 && days.length > 1 ? days.slice(0, -1) : days;
    return versions.map((from, at) => ({ ...values[at], known_from: from, known_until: days[at + 1] ?? FOREVER }));
  });
}

/** Made-up records of every fact; citizens and companies have few rows, so that the others meet at the same owners. */
export function someWorld(facts: readonly Fact[]): fc.Arbitrary<World> {
  const rows = facts.map((fact) => {
    const size = fact.name in ID_PREFIX ? { minLength: 8, maxLength: OWNERS } : { minLength: 12, maxLength: 24 };
    const prefix = ID_PREFIX[fact.name] ?? "r";
    const versions = fc.array(versionsOf(fact), { size: "max", ...size });
    return [
      fact.name,
      versions.map((all) => all.flatMap((some, n) => some.map((row) => ({ id: `${prefix}${n}`, ...row })))),
    ] as const;
  });
  return fc.record(Object.fromEntries(rows));
}
