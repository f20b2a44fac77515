import { expect, it } from "vitest";
import { column, type Fact } from "../../platform/kernel/fact.ts";
import { factsAboutPeople, personColumns } from "./person-columns.ts";

const said = { label: ["x", "x"], meaning: ["x", "x"] } as const;
const fact = (name: string, ...columns: Fact["columns"]): Fact => ({
  name,
  word: "x",
  shape: "event",
  label: { da: "x", en: "x" },
  meaning: { da: "x", en: "x" },
  columns,
});
const citizen = column("citizen", "key", { ...said, refers: "citizens" });
const hired = column("hired", "key", { ...said, refers: "citizens", required: false });

it("finds every column that names a person, so that none is forgotten (art. 15)", () => {
  expect(personColumns(fact("relatives", citizen, hired))).toEqual([
    { name: "citizen", required: true },
    { name: "hired", required: false },
  ]);
  expect(personColumns(fact("citizens"))).toEqual([{ name: "id", required: true }]);
  const companies = fact("companies", column("company", "key", { ...said, refers: "companies" }));
  expect(factsAboutPeople([companies, fact("citizens"), fact("x", hired)]).map(({ name }) => name)).toEqual([
    "citizens",
    "x",
  ]);
});
