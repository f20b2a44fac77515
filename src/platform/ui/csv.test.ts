import { expect, test } from "vitest";
import { toCsv } from "./csv.ts";

test("a file for a spreadsheet keeps commas, quotes and line breaks inside their cell", () => {
  expect(
    toCsv([
      ["a", 1.5, null],
      ['say "hi"', "x,y", "two\nlines"],
    ]),
  ).toBe('a,1.5,\r\n"say ""hi""","x,y","two\nlines"\r\n');
});

test("a text that a spreadsheet would run as a formula stays a text, a negative number stays a number", () => {
  expect(toCsv([["=1+1", "@cmd", -3]])).toBe("'=1+1,'@cmd,-3\r\n");
});
