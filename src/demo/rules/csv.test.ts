import { expect, test } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import { column, type Fact } from "../../platform/kernel/fact.ts";
import { csvColumns, csvWriter } from "./csv.ts";

const wording = { label: ["x", "x"], meaning: ["x", "x"] } as const;
const fact: Fact = {
  name: "things",
  word: "demo",
  shape: "spell",
  label: { da: "Ting", en: "Things" },
  meaning: { da: "Ting", en: "Things" },
  columns: [
    column("share", "thousandths", wording),
    column("answered", "day", wording),
    column("ethics", "bool", wording),
    column("note", "text", wording),
  ],
};

test("the columns are id, first and last day, the fact's own, and when it was known", () => {
  expect(csvColumns(fact).join()).toBe("id,first_day,last_day,share,answered,ethics,note,known_from,known_until");
  expect(csvColumns({ ...fact, shape: "event" })[1]).toBe("day");
  expect(csvColumns({ ...fact, shape: "entity" })[1]).toBe("share");
});

test("days are ISO dates, truth is ja or nej, decimals have a point, missing is nothing", () => {
  const row = {
    id: "a1",
    first_day: day("2020-02-29"),
    last_day: null,
    share: 0.5,
    answered: day("2020-03-01"),
    ethics: true,
    note: "n",
    known_from: day("2020-03-02"),
  };
  expect(csvWriter(fact)([row, { ...row, ethics: false, answered: null }])).toBe(
    "a1,2020-02-29,,0.5,2020-03-01,ja,n,2020-03-02,\na1,2020-02-29,,0.5,,nej,n,2020-03-02,\n",
  );
});

test("a text with a comma, a quote or a line break is quoted", () => {
  const row = { id: "a", first_day: day("2020-01-01"), note: 'a, "b"' };
  expect(csvWriter(fact)([row])).toBe('a,2020-01-01,,,,,"a, ""b""",,\n');
});
