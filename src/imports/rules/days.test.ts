import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, civilOf, day, isoDay } from "../../platform/kernel/day.ts";
import { fromSerial, isoFrom, orderSeen } from "./days.ts";

describe("a date in a file (ASK-33)", () => {
  it("is read as Danes and their programs write it", () => {
    for (const text of [
      "2021-12-31",
      "31-12-2021",
      "31.12.2021",
      "31/12/2021",
      "20211231",
      "2021/12/31",
      "31. december 2021",
      "31. dec. 2021",
      "31-12-2021 00:00",
      "2021-12-31T00:00:00",
      "2021-12-31 00:00:00.000",
    ]) {
      expect(isoFrom(text), text).toBe("2021-12-31");
    }
    expect(isoFrom("1.2.2021")).toBe("2021-02-01");
    expect(isoFrom("02-03-2021")).toBe("2021-03-02");
  });

  it("is refused when day and month could change places, until the column's order is told", () => {
    expect(isoFrom("1/2/2021")).toEqual({ code: "ambiguous_day" });
    expect(isoFrom("1/2/2021", { dates: "dmy" })).toBe("2021-02-01");
    expect(isoFrom("1/2/2021", { dates: "mdy" })).toBe("2021-01-02");
    expect(isoFrom("13/2/2021", { dates: "mdy" })).toEqual({ code: "not_a_day" });
    expect(isoFrom("2/13/2021", { dates: "dmy" })).toEqual({ code: "not_a_day" });
    expect(orderSeen(["1/2/2021", "13/2/2021"])).toBe("dmy");
    expect(orderSeen(["1/2/2021", "2/13/2021"])).toBe("mdy");
    expect(orderSeen(["13/2/2021", "2/13/2021"])).toBe("mixed");
    expect(orderSeen(["1/2/2021", "31-12-2021"])).toBe(null);
  });

  it("is refused when there is no such day, or a time of day hides in it", () => {
    for (const text of ["30-02-2021", "2021-02-29", "12-31-2021", "31-12-21", "00-00-2021", "2021", "i går", "44561"]) {
      expect(isoFrom(text), text).toEqual({ code: "not_a_day" });
    }
    expect(isoFrom("31-12-2021 09:30")).toEqual({ code: "has_clock" });
    expect(isoFrom("31-12-2021 kl. 09.30", { clock: "drop" })).toBe("2021-12-31");
  });

  it("is found again from every way it can be written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (number) => {
        const wanted = addDays(day("1900-03-01"), number);
        const { year, month, day: date } = civilOf(wanted);
        for (const mark of ["-", "."]) expect(isoFrom([date, month, year].join(mark))).toBe(isoDay(wanted));
        expect(isoFrom(`${date}/${month}/${year}`, { dates: "dmy" })).toBe(isoDay(wanted));
        expect(isoFrom(isoDay(wanted).replaceAll("-", ""))).toBe(isoDay(wanted));
        expect(fromSerial(number + 61, "serial-1900")).toBe(isoDay(wanted));
        expect(fromSerial(number + 1, "serial-1904")).toBe(isoDay(addDays(day("1904-01-02"), number)));
      }),
    );
  });

  it("is what the spreadsheet shows, but for the day in 1900 that never was", () => {
    expect(fromSerial(1, "serial-1900")).toBe("1900-01-01");
    expect(fromSerial(59, "serial-1900")).toBe("1900-02-28");
    expect(fromSerial(60, "serial-1900")).toEqual({ code: "not_a_day" });
    expect(isoFrom("44561", { dates: "serial-1900" })).toBe("2021-12-31");
    expect(isoFrom("43099", { dates: "serial-1904" })).toBe("2021-12-31");
  });

  it("is a date or a reason for every text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = isoFrom(text);
        if (typeof found === "string") expect(found).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        else expect(found.code).toBeTruthy();
      }),
    );
  });
});
