import fc from "fast-check";
import { expect, it } from "vitest";
import { facts } from "../../citizens/facts.ts";
import type { MappedColumn } from "../contract.ts";
import { fieldsOf } from "../layout.ts";
import { plainNumber } from "../rules/numbers.ts";
import { typedCell } from "./typed-cell.ts";

const spells = facts.find(({ name }) => name === "benefit_spells");
const fields = spells ? fieldsOf(spells) : [];

function cell(text: string, field: string, read: MappedColumn["read"] = {}) {
  const found = fields.find(({ name }) => name === field);
  return typedCell(text, found ? { field: found, mapped: { field, from: field, read } } : null);
}

it("days and numbers become real ones by their column, what cannot be read stays as it stands", () => {
  expect(cell("31-12-2021", "first_day")).toEqual({ day: "2021-12-31" });
  expect(cell("1/2/2021", "first_day", { dates: "mdy" })).toEqual({ day: "2021-01-02" });
  expect(cell("1/2/2021", "first_day")).toBe("1/2/2021");
  expect(cell("0,5", "share")).toBe(0.5);
  expect(cell("halv", "share")).toBe("halv");
});

it("numbers that name somebody stay text, with their leading zeros", () => {
  expect(cell("0101600000", "citizen", { as: "cpr" })).toBe("0101600000");
  expect(cell("007", "citizen")).toBe("007");
  expect(typedCell("12", null)).toBe("12");
});

it("a number is read from the spreadsheet as it was read from the file, or it stays text", () => {
  const text = fc.oneof(
    fc.stringMatching(/^-?\d{1,7}([.,]\d{1,4})?$/),
    fc.stringMatching(/^\d{1,3}(\.\d{3}){1,3}(,\d\d)?$/),
  );
  expect(cell("3.0080", "share")).toBe("3.0080");
  expect(cell("-0", "share", { decimal: "," })).toBe("-0");
  fc.assert(
    fc.property(text, fc.constantFrom(",", ".", undefined), (written, decimal) => {
      const made = cell(written, "share", decimal ? { decimal } : {});
      if (typeof made !== "number") return;
      const asCell = String(made).replace(".", ",");
      expect(Number(plainNumber(asCell, decimal))).toBe(Number(plainNumber(written, decimal)));
    }),
  );
});
