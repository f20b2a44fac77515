import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { marksSeen, plainNumber } from "./numbers.ts";

describe("a number in a file (ASK-33)", () => {
  it.each([
    ["12", "12"],
    ["0,5", "0.5"],
    ["0.5", "0.5"],
    ["0.811", "0.811"],
    ["1.234,50", "1234.50"],
    ["1,234.50", "1234.50"],
    ["1.234.567", "1234567"],
    ["1 234 567,8", "1234567.8"],
    ["kr. 1.234,50", "1234.50"],
    ["12,- ", "12"],
    ["-7,25", "-7.25"],
    ["81,1 %", "81.1"],
  ])("%s is %s", (text, number) => expect(plainNumber(text.trim())).toBe(number));

  it("is refused when it could be a thousand or a bit more than one, until the column's mark is told", () => {
    expect(plainNumber("1.234")).toEqual({ code: "ambiguous_number" });
    expect(plainNumber("1.234", ",")).toBe("1234");
    expect(plainNumber("1.234", ".")).toBe("1.234");
    expect(plainNumber("1,234", ",")).toBe("1.234");
    expect(marksSeen(["1.234", "0,5"])).toBe(",");
    expect(marksSeen(["1.234", "37.25"])).toBe(".");
    expect(marksSeen(["0.5", "0,5"])).toBe("mixed");
    expect(marksSeen(["1.234", "17"])).toBe(null);
  });

  it("is refused when it is none, or written otherwise than the column", () => {
    for (const text of ["", "ti", "1e3", "Infinity", "1..2", "1.23.4", "12.34,5", "--1", "1,2,3"]) {
      expect(plainNumber(text), text).toEqual({ code: "not_a_number" });
    }
    expect(plainNumber("0.5", ",")).toEqual({ code: "not_a_number" });
    expect(plainNumber("1.2345", ",")).toEqual({ code: "not_a_number" });
  });

  it("comes out as it was written in Danish, whatever it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const written = `${whole.toLocaleString("da-DK")},${String(cents).padStart(2, "0")}`;
        expect(Number(plainNumber(written, ","))).toBe(Number(`${whole}.${String(cents).padStart(2, "0")}`));
      }),
    );
  });
});
