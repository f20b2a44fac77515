import { expect, test } from "vitest";
import type { FullTimeTable } from "../contract.ts";
import { changeOf, differenceOf, matchCount, tableAsRows } from "./full-time-figures.ts";

const row = {
  id: "a",
  label: { da: "A-dagpenge", en: "Unemployment benefit" },
  isTotal: false,
  withheld: [false, false],
};
const table: FullTimeTable = {
  plan: "p",
  asOf: "2021-06-30",
  snapshot: null,
  columns: [
    { year: 2019, kind: "actual" },
    { year: 2021, kind: "budget" },
  ],
  rows: [
    { ...row, published: [758, 1013], recorded: [759.9, null] },
    { ...row, id: "b", published: [100, 90], recorded: [104, 120] },
    { ...row, id: "total", isTotal: true, published: [858, 1103], recorded: [863.9, null] },
  ],
  statedTotals: [null, null],
  discrepancies: [],
};

test("the difference is against the published figure, and two persons are never far (PLAN-21)", () => {
  expect(differenceOf(758, 759.9)).toMatchObject({ isFar: false });
  expect(differenceOf(100, 104)).toEqual({ persons: 4, percent: 4, isFar: true });
  expect(differenceOf(13, 15)).toMatchObject({ persons: 2, isFar: false });
});

test("no data is not zero", () => {
  expect(differenceOf(1013, null)).toBeNull();
  expect(differenceOf(null, 5)).toBeNull();
});

test("the line above the table counts findings, neither budgets nor the total", () => {
  expect(matchCount(table)).toEqual({ match: 1, all: 2 });
});

test("the file holds both figures of every column", () => {
  const [head, first] = tableAsRows(table, "da");
  expect(head).toEqual([
    "Ydelse",
    "2019 faktisk, Planen",
    "2019 faktisk, Registreret",
    "2021 budget, Planen",
    "2021 budget, Registreret",
  ]);
  expect(first).toEqual(["A-dagpenge", 758, 759.9, 1013, null]);
});

test("the change is recorded against recorded, from the year before, and never across a year without data (PLAN-21)", () => {
  const columns: FullTimeTable["columns"] = [
    { year: 2019, kind: "actual" },
    { year: 2020, kind: "budget" },
    { year: 2020, kind: "expected" },
    { year: 2021, kind: "budget" },
  ];
  const four = { ...row, withheld: [], published: [758, 671, 1024, 1013], recorded: [800, 1000, 1000, null] };
  expect(changeOf(four, columns, 2)).toMatchObject({ persons: 200, percent: 25 });
  expect(changeOf(four, columns, 0)).toBeNull();
  expect(changeOf(four, columns, 3)).toBeNull();
});
