import { expect, it } from "vitest";
import { readTeamSearch } from "./team-search.ts";

it("reads what the team's address says and leaves out what it does not understand", () => {
  const whole = { enhed: "u1", periode: "weeks13", pr: "units", regel: "LAB-4IN6" };
  expect(readTeamSearch(whole)).toEqual(whole);
  expect(readTeamSearch({ enhed: "", periode: "altid", pr: "dag", regel: 7 })).toEqual({});
});
