import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { check, inWords, termsOf } from "../language/public.ts";
import { vocabulary } from "./vocabulary.ts";

/** Expressions as people write them, with the sentences they are read back as. */
type Reading = { readonly subject: string; readonly source: string; readonly da: string; readonly en: string };

const golden: readonly Reading[] = JSON.parse(readFileSync(new URL("./readings.golden.json", import.meta.url), "utf8"));

function read({ subject, source }: Reading): { reading: Reading; words: readonly string[] } {
  const checked = check(source, vocabulary, subject);
  if (!checked.ok) throw new Error(`${source}: ${checked.problems.map(({ message }) => message.en).join("; ")}`);
  const { predicate } = checked;
  return {
    reading: { subject, source, da: inWords(predicate, "da"), en: inWords(predicate, "en") },
    words: termsOf(predicate).map(({ id }) => id),
  };
}

describe("an expression read back (ASK-04)", () => {
  it.each(golden)("$subject: $source", (reading) => {
    expect(read(reading).reading).toEqual(reading);
  });

  it("shows every word of the vocabulary in some sentence", () => {
    const shown = new Set(golden.flatMap((reading) => read(reading).words));
    expect(vocabulary.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });

  it("leaves no place for a value or a negation unfilled", () => {
    expect(golden.filter(({ da, en }) => /[{}]|undefined|null| {2}/.test(da + en))).toEqual([]);
  });
});
