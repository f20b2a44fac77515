import { describe, expect, it } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import { asDay, asHours, asText, dayIn, fault, labelOf, prompt } from "./saying.ts";

const words = { da: "ord", en: "word" };

describe("what a course says", () => {
  it("a day among the values is read, anything else is none", () => {
    expect([dayIn("2021-10-01"), dayIn(null), dayIn(7), dayIn(true), dayIn(undefined)]).toEqual([
      day("2021-10-01"),
      null,
      null,
      null,
      null,
    ]);
  });

  it("codes are said with their words, and one nobody names as it stands", () => {
    expect([labelOf({ x: words }, "x"), labelOf({}, "x"), labelOf({}, null), labelOf({}, undefined)]).toEqual([
      words,
      { da: "x", en: "x" },
      null,
      null,
    ]);
  });

  it("what is lacking is shown as lacking", () => {
    expect([asDay(null), asDay(undefined), asText(null)]).toEqual([null, null, null]);
    expect([asDay(day("2021-10-01")), asText(words)]).toEqual([{ day: day("2021-10-01") }, { text: words }]);
  });

  it("hours have a decimal only where there is one", () => {
    expect([asHours(3700), asHours(1850, words)]).toEqual([
      { number: 37, decimals: 0 },
      { number: 18.5, decimals: 1, unit: words },
    ]);
  });

  it("a thing to do has its words, its values and what is behind it; a fault has its field", () => {
    const values = { day: { day: day("2021-10-01") } };
    expect(prompt(words, values, { form: "f", rule: "r" })).toEqual([
      { says: { text: words, with: values }, form: "f", rule: "r" },
    ]);
    expect(prompt(words)).toEqual([{ says: { text: words, with: {} } }]);
    expect(fault("from", words)).toEqual({ field: "from", message: { text: words, with: {} } });
  });
});
