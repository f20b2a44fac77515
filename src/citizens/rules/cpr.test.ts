import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilOf, day, isoDay } from "../../platform/kernel/day.ts";
import { holdsCpr, maskedCpr, readCpr, writtenCpr, yearOfCpr } from "./cpr.ts";

/** Birthdays in the years to come, so that the numbers belong to nobody. */
const unborn = fc.integer({ min: day("2030-01-01"), max: day("2057-12-31") }).map((at) => isoDay(at as never));
const serial = fc.tuple(fc.integer({ min: 5, max: 8 }), fc.integer({ min: 0, max: 999 }));
const numbers = fc.tuple(unborn, serial).map(([born, [century, rest]]) => {
  const [year = "", month, dayOfMonth] = born.split("-");
  return { born, number: `${dayOfMonth}${month}${year.slice(2)}${century}${String(rest).padStart(3, "0")}` };
});

describe("the century of a CPR number (law and data, section 6)", () => {
  it.each([
    [0, 0, 1900],
    [99, 3, 1999],
    [36, 4, 2036],
    [37, 4, 1937],
    [99, 4, 1999],
    [0, 5, 2000],
    [57, 8, 2057],
    [58, 5, 1858],
    [99, 8, 1899],
    [36, 9, 2036],
    [37, 9, 1937],
  ])("year %i with a seventh digit %i is %i", (year, seventh, full) => {
    expect(yearOfCpr(year, seventh)).toBe(full);
  });

  it("gives every pair of digits one year between 1858 and 2057 that ends as it is written", () => {
    for (let seventh = 0; seventh <= 9; seventh++) {
      for (let year = 0; year <= 99; year++) {
        const full = yearOfCpr(year, seventh);
        expect(full % 100).toBe(year);
        expect(full).toBeGreaterThanOrEqual(1858);
        expect(full).toBeLessThanOrEqual(2057);
      }
    }
  });
});

describe("a CPR number as people write it", () => {
  it("is read with hyphen, with space and without, and tells birthday and sex", () => {
    const expected = { kind: "cpr", number: "0112508001", born: day("2050-12-01"), sex: "mand" };
    for (const text of ["011250-8001", "011250 8001", "0112508001", " 0112508001 "]) {
      expect(readCpr(text)).toMatchObject(expected);
    }
    expect(readCpr("011250-8002")).toMatchObject({ sex: "kvinde" });
  });

  it("is good although it fails modulus 11: that is a reason to look twice and no more", () => {
    expect(readCpr("011250-8007")).toMatchObject({ kind: "cpr", passesModulus11: true });
    expect(readCpr("011250-8008")).toMatchObject({ kind: "cpr", passesModulus11: false });
  });

  it("passes modulus 11 for at most one last digit of ten", () => {
    fc.assert(
      fc.property(numbers, ({ number }) => {
        const passing = Array.from({ length: 10 }, (_, last) => readCpr(number.slice(0, 9) + last)).filter(
          (read) => read.kind === "cpr" && read.passesModulus11,
        );
        expect(passing.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("gives back the birthday it was made from, whatever its last digits", () => {
    fc.assert(
      fc.property(numbers, ({ number, born }) => {
        const read = readCpr(number);
        expect(read.kind === "cpr" && isoDay(read.born)).toBe(born);
        expect(readCpr(writtenCpr(number))).toEqual(read);
      }),
    );
  });

  it("is refused when the day does not exist in its century", () => {
    expect(readCpr("310250-8001")).toEqual({ kind: "wrong", fault: "date" });
    expect(readCpr("290256-8001")).toMatchObject({ kind: "cpr" });
    expect(readCpr("290255-8001")).toEqual({ kind: "wrong", fault: "date" });
    expect(readCpr("001150-8001")).toEqual({ kind: "wrong", fault: "date" });
    expect(readCpr("011350-8001")).toEqual({ kind: "wrong", fault: "date" });
  });

  it("tells a spreadsheet's lost zero from any other length", () => {
    expect(readCpr("112508001")).toEqual({ kind: "wrong", fault: "missing_zero" });
    expect(readCpr("12508001")).toEqual({ kind: "wrong", fault: "shape" });
    expect(readCpr("")).toEqual({ kind: "wrong", fault: "shape" });
    expect(readCpr("011250--8001")).toEqual({ kind: "wrong", fault: "shape" });
    expect(readCpr("Jens Hansen")).toEqual({ kind: "wrong", fault: "shape" });
  });
});

describe("a replacement number", () => {
  it("is accepted as what it is: letters, or sixty added to the day; it has no birthday and no sex", () => {
    expect(readCpr("611250-8001")).toEqual({ kind: "replacement", number: "6112508001" });
    expect(readCpr("911250-8001")).toEqual({ kind: "replacement", number: "9112508001" });
    expect(readCpr("011250-8ab1")).toEqual({ kind: "replacement", number: "0112508AB1" });
  });

  it("is not any impossible date", () => {
    expect(readCpr("921250-8001")).toEqual({ kind: "wrong", fault: "date" });
    expect(readCpr("601250-8001")).toEqual({ kind: "wrong", fault: "date" });
    expect(readCpr("451250-8001")).toEqual({ kind: "wrong", fault: "date" });
  });

  it("is made from any CPR number by adding sixty to the day, and never read as that number", () => {
    fc.assert(
      fc.property(numbers, ({ number }) => {
        const replaced = String(Number(number.slice(0, 2)) + 60) + number.slice(2);
        expect(readCpr(replaced)).toEqual({ kind: "replacement", number: replaced });
      }),
    );
  });
});

describe("a free text", () => {
  it("is found to hold a number, replacement numbers too", () => {
    for (const text of ["se 011250-8001", "0112508001.", "(611250 8001)"]) expect(holdsCpr(text)).toBe(true);
    for (const text of ["2021-12-31", "00 00 12 34", "sag 12345678901234", "Vej 12, 2. tv"])
      expect(holdsCpr(text)).toBe(false);
  });
});

describe("what is shown of a number", () => {
  it("never holds the last four characters", () => {
    expect(maskedCpr("0112508001")).toBe("011250-****");
    fc.assert(
      fc.property(numbers, ({ number }) => {
        expect(maskedCpr(number)).not.toContain(number.slice(6));
        expect(maskedCpr(number)).toHaveLength(11);
      }),
    );
  });

  it("is read the same for any text: a number with its kind, or what is wrong with it", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 14 }), (text) => {
        const read = readCpr(text);
        if (read.kind === "wrong") return;
        expect(read.number).toMatch(/^[0-9A-Z]{10}$/);
        if (read.kind === "cpr") expect(civilOf(read.born).year % 100).toBe(Number(read.number.slice(4, 6)));
      }),
    );
  });
});
