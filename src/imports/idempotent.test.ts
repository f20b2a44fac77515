import fc from "fast-check";
import { expect, it } from "vitest";
import { allFacts } from "../app/facts.ts";
import { describeOnEachEngine } from "../platform/testing/databases.ts";
import { openOffice } from "./testing/batches.ts";

/** People with spells that follow each other, written to files in any order, cut into any number of files. */
const folder = fc.record({
  people: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 }),
  lengths: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }),
  cut: fc.integer({ min: 1, max: 3 }),
  turned: fc.boolean(),
});
type Folder = typeof folder extends fc.Arbitrary<infer T> ? T : never;

function filesOf({ people, lengths, cut, turned }: Folder): Record<string, string> {
  const spells = people.flatMap((person) =>
    lengths.map((days, at) => {
      const from = 18_628 + at * 61;
      const day = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);
      return `s${person}-${at},p${person},${day(from)},${day(from + days - 1)},kontanthjaelp`;
    }),
  );
  const ordered = turned ? spells.toReversed() : spells;
  const files: Record<string, string> = { "citizens.csv": `id\n${people.map((person) => `p${person}`).join("\n")}\n` };
  for (let part = 0; part < cut; part += 1) {
    const own = ordered.filter((_line, at) => at % cut === part);
    if (own.length > 0)
      files[`benefit_spells_${part}.csv`] = `id,citizen,first_day,last_day,benefit\n${own.join("\n")}\n`;
  }
  return files;
}

const BELIEVED = `select id, citizen, from_day, until_day, known_from from citizens.benefit_spells
  where known_until = '9999-12-31' and known_from < known_until order by id`;

describeOnEachEngine("a folder imported twice, in any order and any number of files (ASK-33)", (open) => {
  it("gives the same records, the second time without a change", { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(folder, fc.integer({ min: 1, max: 3 }), fc.boolean(), async (given, cut, turned) => {
        const office = openOffice(await open(), allFacts);
        try {
          await office.bring(filesOf(given));
          const once = await office.rows(BELIEVED);
          expect(once).toHaveLength(given.people.length * given.lengths.length);
          office.turnTo("2021-10-09");
          const again = await office.bring(filesOf({ ...given, cut, turned }));
          expect(again.view.files.map(({ counts }) => [counts?.new, counts?.changed])).toEqual(
            again.view.files.map(() => [0, 0]),
          );
          expect(await office.rows(BELIEVED)).toEqual(once);
        } finally {
          office.close();
        }
      }),
      { numRuns: 3 },
    );
  });
});
