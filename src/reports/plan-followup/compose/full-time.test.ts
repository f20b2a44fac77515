import { expect, test } from "vitest";
import { fullTimeTableForTest } from "../testing/full-time-table.ts";
import { composeFullTime } from "./full-time.ts";
import { wordsOf } from "./words.ts";

function textsOf(id: string): string[][] {
  const found = composeFullTime(fullTimeTableForTest(), wordsOf("da")).tables.find((table) => table.id === id);
  return found?.rows.map((row) => row.cells.map((cell) => cell.text)) ?? [];
}

test("PLAN-21: actual, budget and expected stand side by side with the sum of the rows", () => {
  expect(textsOf("published").at(0)).toEqual(["A-dagpenge", "758", "671", "1.024", "1.013"]);
  expect(textsOf("published").at(-1)).toEqual(["I alt", "2.637", "2.393", "2.935", "2.833"]);
});

test("RES-12: the printed total stands beside the computed one, and the difference is explained", () => {
  expect(textsOf("totals")[2]?.slice(0, 3)).toEqual(["Forventet 2020", "2.932", "2.935"]);
  expect(textsOf("discrepancies")).toEqual([
    ["Forventet 2020, i alt", "2.932", "2.935", "Rækkerne giver tre flere end det trykte."],
  ]);
});

test("PLAN-21: changes are computed for every pair of neighbouring years, from budget and from expected", () => {
  expect(textsOf("changes").map((row) => row.slice(0, 4))).toEqual([
    ["2019", "Budget 2020", "−244", "−9,3\u00a0%"],
    ["2019", "Forventet 2020", "+298", "+11,3\u00a0%"],
    ["Budget 2020", "Budget 2021", "+440", "+18,4\u00a0%"],
    ["Forventet 2020", "Budget 2021", "−102", "−3,5\u00a0%"],
  ]);
});

test("a year that is not over says up to which day it is computed", () => {
  const table = fullTimeTableForTest();
  const rows = table.rows.map((row) => ({ ...row, recorded: [...row.recorded.slice(0, 3), 12] }));
  const [, recorded] = composeFullTime({ ...table, rows }, wordsOf("da")).tables;
  expect(recorded?.notes).toContain("2021 er regnet til og med 30.06.2021.");
});

test("REP-07: a year's only withheld figure cannot be found from its total, in any table", () => {
  const total = textsOf("recorded").at(-1);
  expect(total).toEqual(["I alt", "2.638,6", "tilbageholdt", "–"]);
  expect(textsOf("recorded")[3]).toEqual(["Revalidering", "26,8", "tilbageholdt", "–"]);
  expect(textsOf("totals").map((row) => row[3])).toEqual(["2.638,6", "tilbageholdt", "tilbageholdt", "–"]);
  expect(textsOf("changes").every((row) => row[4] === "tilbageholdt" || row[4] === "–")).toBe(true);
});
