import { expect, test } from "vitest";
import { formulaSafe, mapTexts, xmlSafe } from "./clean.ts";
import { printable, printableText } from "./printable.ts";

test("a text that a spreadsheet would take for a formula gets an apostrophe, others stay", () => {
  expect(["=1+1", "+45", "-2", "@SUM(A1)", "\t=1", "Mål = 5", "–"].map(formulaSafe)).toEqual([
    "'=1+1",
    "'+45",
    "'-2",
    "'@SUM(A1)",
    "'\t=1",
    "Mål = 5",
    "–",
  ]);
});

test("control characters and halves of characters are dropped where XML cannot hold them", () => {
  expect(xmlSafe("a\u0000b\u001fc\ud800d\n😀")).toBe("abcd\n😀");
});

test("signs the shipped fonts lack are spelled out, Danish and its neighbours stay", () => {
  expect(printableText("Mål ≥ 5 → Ærø, Łódź, Київ, 😀")).toBe("Mål >= 5 -> Ærø, Łódź, Київ, ?");
  expect(printable({ chart: "😀", list: ["😀"] })).toEqual({ chart: "😀", list: ["?"] });
});

test("only texts are changed", () => {
  const value = { n: 1, none: null, yes: true, deep: [{ text: "a" }] };
  expect(mapTexts(value, (text) => text.toUpperCase())).toEqual({ n: 1, none: null, yes: true, deep: [{ text: "A" }] });
});
