import { expect, it } from "vitest";
import { changeAsked, readProgressionSearch, withoutPeople } from "./progression-search.ts";

it("the page's address is read, and what is not understood is left out", () => {
  const search = {
    redskab: "egen_vurdering_1",
    fra: "2021-01-01",
    til: "igår",
    pr: "unit",
    tal: "up",
    gruppe: "-",
    side: "2",
  };
  const read = readProgressionSearch(search);
  expect(read).toEqual({ redskab: "egen_vurdering_1", fra: "2021-01-01", pr: "unit", tal: "up", gruppe: "-", side: 2 });
  expect(readProgressionSearch({ pr: "navn", tal: "x", side: "1", redskab: "<script>", vis: "alt" })).toEqual({});
  expect(changeAsked(read)).toEqual({ instrument: "egen_vurdering_1", from: "2021-01-01", to: undefined, by: "unit" });
  expect(withoutPeople(read)).toEqual({ redskab: "egen_vurdering_1", fra: "2021-01-01", pr: "unit" });
});
