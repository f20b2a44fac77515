import fc from "fast-check";
import { expect, it } from "vitest";
import { isCvr, isPNumber } from "./check-digits.ts";

it("a CVR number has eight digits whose last fits the others; one wrong digit is found", () => {
  expect(isCvr("10000009")).toBe(true);
  fc.assert(
    fc.property(
      fc.integer({ min: 10_000_000, max: 99_999_999 }),
      fc.nat(7),
      fc.integer({ min: 1, max: 9 }),
      (n, at, by) => {
        const right = String(n);
        const wrong = [...right].map((digit, i) => (i === at ? String((Number(digit) + by) % 10) : digit)).join("");
        expect(isCvr(right) && isCvr(wrong)).toBe(false);
      },
    ),
  );
  for (const text of ["1000000", "100000090", "0000000", "x0000009"]) expect(isCvr(text)).toBe(false);
});

it("a P-number has ten digits and begins with 1", () => {
  expect(isPNumber("1012345678")).toBe(true);
  for (const text of ["2012345678", "101234567", "10123456789"]) expect(isPNumber(text)).toBe(false);
});
