import { expect, it } from "vitest";
import { allFacts } from "../../app/facts.ts";
import { layoutsOf } from "../actions/preview-mapping.ts";
import { draftOf, guessMapping, mappingOf, missingFields } from "./draft-mapping.ts";

const spells = layoutsOf({ facts: allFacts }).find(({ name }) => name === "benefit_spells");

it("columns called as our fields, in either language, are found without asking (ASK-33)", () => {
  if (!spells) expect.unreachable();
  else {
    const draft = guessMapping(spells, ["ID", "Borger", "First day", "sidste dag", "YDELSE", "Bemærkning"]);
    expect(mappingOf(draft).columns.map(({ field, from }) => `${field}=${from}`)).toEqual([
      "id=ID",
      "first_day=First day",
      "last_day=sidste dag",
      "citizen=Borger",
      "benefit=YDELSE",
    ]);
    expect(missingFields(draft, spells)).toEqual([]);
  }
});

it("a mapping keeps what the editor does not show", () => {
  const mapping = {
    fact: "benefit_spells",
    layout: "refusion",
    columns: [{ field: "id", from: "Nr", read: { order: "dmy" } }],
    only: [{ from: "Type", values: ["A"] }],
  };
  expect(mappingOf(draftOf(mapping))).toEqual(mapping);
});
