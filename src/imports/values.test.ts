import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, FOREVER, isoDay, parseDay } from "../platform/kernel/day.ts";
import { type ColumnType, column } from "../platform/kernel/fact.ts";
import { readerOf, readLastDay, readText, storedWhenEmpty } from "./values.ts";

const wording = { label: ["x", "x"], meaning: ["x", "x"] } as const;
const read = (type: ColumnType, text: string): unknown => readerOf(column("x", type, wording))(text);

describe("a value in a file", () => {
  it("keeps every decimal of a share and of hours, exactly (RES-12)", () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000, max: 2_000_000 }), (whole) => {
        const sign = whole < 0 ? "-" : "";
        const digits = String(Math.abs(whole)).padStart(4, "0");
        expect(read("thousandths", `${sign}${digits.slice(0, -3)}.${digits.slice(-3)}`)).toBe(String(whole));
        expect(read("hours", `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`)).toBe(String(whole));
        expect(read("int", String(whole))).toBe(String(whole));
      }),
    );
  });

  it("is either stored or refused, never rounded or thrown at", () => {
    const types: ColumnType[] = ["text", "key", "day", "int", "thousandths", "hours", "amount", "number", "bool"];
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.string({ minLength: 1 }), (type, text) => {
        const stored = read(type, text);
        if (typeof stored !== "string") expect(stored).toHaveProperty("code");
      }),
    );
  });

  it("of a last day becomes the first day after it, and the last day of all stays", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: FOREVER - 1 }), (number) => {
        const day = addDays(parseDay("1970-01-01") ?? FOREVER, number);
        expect(readLastDay(isoDay(day))).toBe(isoDay(addDays(day, 1)));
      }),
    );
    expect(readLastDay("9999-12-31")).toBe("9999-12-31");
  });

  it.each([
    ["int", "1.5", "not_whole"],
    ["int", "1e3", "not_a_number"],
    ["int", "2147483648", "too_large"],
    ["amount", "9007199254740993", "too_large"],
    ["hours", "7.255", "too_many_decimals"],
    ["number", "1,5", "not_a_number"],
    ["number", "Infinity", "not_a_number"],
    ["bool", "true", "not_yes_or_no"],
    ["day", "2021-13-01", "not_a_day"],
    ["key", "a\0b", "control_character"],
  ] as const)("%s %s is refused: %s", (type, text, code) => expect(read(type, text)).toMatchObject({ code }));

  it("may not look like a CPR number, but may have ten digits otherwise", () => {
    for (const cpr of ["0101901234", "010190-1234", "010190 1234", "x 311299-4321 y"]) {
      expect(readText(cpr)).toEqual({ code: "looks_like_cpr" });
    }
    for (const id of ["3213901234", "0113901234", "c0101901234", "20210101", "12345678"]) expect(readText(id)).toBe(id);
  });

  it("that is empty is what the column says, in the units of the records", () => {
    expect(storedWhenEmpty(column("x", "thousandths", { ...wording, whenEmpty: 1 }))).toBe("1000");
    expect(storedWhenEmpty(column("x", "bool", { ...wording, whenEmpty: false }))).toBe("false");
    expect(storedWhenEmpty(column("x", "bool", wording))).toBe("");
    expect(() => storedWhenEmpty(column("x", "int", { ...wording, whenEmpty: "x" }))).toThrow(/whenEmpty/);
  });
});
