import { afterEach, describe, expect, it } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import { compute } from "../compute.ts";
import { type HandRow, smallWarehouse } from "../testing/small-warehouse.ts";

const open: { close: () => void }[] = [];
afterEach(() => {
  for (const source of open.splice(0)) source.close();
});

const duty = (row: HandRow): HandRow => ({
  citizen: "a",
  rule: "LAB-1WK",
  actor: "municipality",
  resting: false,
  ...row,
});
const met = (due: string, on: string, late: string | null = null): HandRow => duty({ due, met: on, late });

const rows = [
  met("2021-01-10", "2021-01-08"),
  met("2021-01-31", "2020-12-20"),
  met("2021-01-20", "2021-02-03", "2021-01-21"),
  duty({ due: "2021-01-15", late: "2021-01-16" }),
  duty({ due: "2021-01-12", closed: "2021-01-05" }),
  duty({ due: null, resting: true }),
  duty({ due: "2021-01-12", met: "2021-01-12", share: 75 }),
  met("2021-02-01", "2021-01-30"),
];

async function on(measured: string, where?: string): Promise<unknown> {
  const citizens = [{ id: "a" }];
  const source = await smallWarehouse({ citizens, obligations: rows, duty_days: [{ day: "2021-03-01" }] });
  open.push(source);
  const spec = { measure: "timeliness", ...(where ? { where } : {}) };
  return (await compute(spec, [day(measured)], { inherited: "month", source })).figures[0];
}

describe("timeliness (CON-18)", () => {
  it("is the share of what fell due in the window that was met in time, early ones by their last day", async () => {
    expect(await on("2021-01-31")).toEqual({ value: 50, numerator: 2, denominator: 4 });
  });

  it("does not call late what was not late yet on the day it is measured", async () => {
    expect(await on("2021-01-15")).toEqual({ value: 100, numerator: 1, denominator: 1 });
    expect(await on("2021-01-16")).toEqual({ value: 50, numerator: 1, denominator: 2 });
  });

  it("is narrowed by rule, and is nothing when nothing fell due", async () => {
    expect(await on("2021-01-31", "obligation.rule == 'LAB-1WK'")).toMatchObject({ denominator: 4 });
    expect(await on("2021-01-31", "obligation.rule == 'LAB-4IN6'")).toEqual({
      value: null,
      numerator: 0,
      denominator: 0,
    });
  });

  it("has no figure for a day up to which the duties are not worked out", async () => {
    expect(await on("2021-03-01")).toMatchObject({ denominator: 0 });
    expect(await on("2021-03-02")).toEqual({ value: null, numerator: null, denominator: null });
  });
});
