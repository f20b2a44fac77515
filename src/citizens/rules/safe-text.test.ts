import fc from "fast-check";
import { expect, it } from "vitest";
import { safeText } from "./safe-text.ts";

it("never begins with what a spreadsheet runs, and changes nothing else", () => {
  for (const text of ["=1+1", "+45 00", "-2", "@SUM(A1)", "\t=1"]) expect(safeText(text)).toBe(`'${text}`);
  expect(safeText("Syntetisk borger")).toBe("Syntetisk borger");
  fc.assert(fc.property(fc.string(), (text) => !/^[=+\-@\t\r\n]/.test(safeText(text))));
});
