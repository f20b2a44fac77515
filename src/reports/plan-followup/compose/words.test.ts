import { expect, test } from "vitest";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";
import { bareCell, countWord, figureCell, numberCell, periodText, targetText, unitName, wordsOf } from "./words.ts";

const [danish, english] = [wordsOf("da"), wordsOf("en")];

test("a figure is written as Danes write it, with its unit in the form that fits", () => {
  expect(figureCell(1012, "persons", danish).text).toBe("1.012 borgere");
  expect(figureCell(1, "persons", danish).text).toBe("1 borger");
  expect(figureCell(36.2146, "percent", danish).text).toBe("36,2\u00a0%");
  expect(figureCell(11.44, "weeks", danish).text).toBe("11,4 uger");
  expect(figureCell(757.84, "full-time persons", danish).text).toBe("758 fuldtidspersoner");
  expect(figureCell(1012, "persons", english).text).toBe("1,012 persons");
  expect(figureCell(12, "bicycles", danish).text).toBe("12 bicycles");
});

test("a milestone is delivered or not, a rank is a place, and nothing is a dash", () => {
  expect(figureCell(1, "milestone", danish).text).toBe("leveret");
  expect(figureCell(0, "milestone", english).text).toBe("not delivered");
  expect(figureCell(1, "status", danish).text).toBe("opfyldt");
  expect(figureCell(12, "rank", danish).text).toBe("nr. 12");
  expect(figureCell(null, "persons", danish)).toEqual({ text: "–", number: null, day: null, decimals: 0 });
});

test("a cell keeps the whole number behind the shown digits", () => {
  expect(figureCell(36.2146, "percent", danish)).toMatchObject({ number: 36.2146, decimals: 1 });
  expect(bareCell(757.84, "full_time_persons", danish)).toMatchObject({ text: "758", number: 757.84 });
  expect(numberCell(0.126, danish).text).toBe("0,13");
});

test("targets have no needless decimals, units have names, small counts are words", () => {
  expect(targetText(35, "percent", danish)).toBe("35\u00a0%");
  expect(targetText(12.5, "percent", danish)).toBe("12,5\u00a0%");
  expect(unitName("percent", danish)).toBe("%");
  expect(unitName("companies", danish)).toBe("virksomheder");
  expect([0, 1, 4, 12, 13].map((count) => countWord(count, danish))).toEqual(["Ingen", "Ét", "Fire", "Tolv", "13"]);
});

test("both languages fill the same places of every text", () => {
  const places = (texts: object, path = ""): string[] =>
    Object.entries(texts).flatMap(([name, text]) =>
      typeof text === "string"
        ? [`${path}${name}: ${(text.match(/\{\w+\}/g) ?? []).toSorted().join(" ")}`]
        : places(text as object, `${path}${name}.`),
    );
  expect(places(en)).toEqual(places(da));
});

test("a period is written as people say it, and an unknown one stands as it is", () => {
  expect(periodText("2020-10", danish)).toBe("okt. 2020");
  expect(periodText("2019-W44/2020-W43", danish)).toBe("uge 44, 2019 – uge 43, 2020");
  expect(periodText("2019", english)).toBe("2019");
});
