import { expect, it } from "vitest";
import type { FactLayout } from "../contract.ts";
import { draftOf, guessMapping, mappingOf, missingFields } from "./draft-mapping.ts";

function field(name: string, label: readonly [string, string], required = true): FactLayout["fields"][number] {
  return {
    name,
    label: { da: label[0], en: label[1] },
    meaning: { da: "", en: "" },
    required,
    type: "text",
    codes: [],
  };
}

const spells: FactLayout = {
  name: "benefit_spells",
  label: { da: "Ydelsesforløb", en: "Benefit spells" },
  meaning: { da: "", en: "" },
  fields: [
    field("id", ["Id", "Id"]),
    field("first_day", ["Første dag", "First day"]),
    field("last_day", ["Sidste dag", "Last day"], false),
    field("citizen", ["Borger", "Citizen"]),
    field("benefit", ["Ydelse", "Benefit"]),
  ],
};

it("columns called as our fields, in either language, are found without asking (ASK-33)", () => {
  const draft = guessMapping(spells, ["ID", "Borger", "First day", "sidste dag", "YDELSE", "Bemærkning"]);
  expect(mappingOf(draft).columns.map((column) => `${column.field}=${column.from}`)).toEqual([
    "id=ID",
    "first_day=First day",
    "last_day=sidste dag",
    "citizen=Borger",
    "benefit=YDELSE",
  ]);
  expect(missingFields(draft, spells)).toEqual([]);
  expect(missingFields(guessMapping(spells, ["Borger"]), spells).map(({ name }) => name)).toEqual([
    "id",
    "first_day",
    "benefit",
  ]);
});

it("a mapping keeps what the editor does not show", () => {
  const mapping = {
    fact: "benefit_spells",
    layout: "ydelsesrefusion",
    columns: [{ field: "first_day", from: "Dato", read: { dates: "dmy" as const } }],
    only: [{ from: "Type", values: ["A"] }],
  };
  expect(mappingOf(draftOf(mapping))).toEqual(mapping);
});
