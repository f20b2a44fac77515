import { expect, test } from "vitest";
import { parseSearch, stringifySearch } from "./search-text.ts";

test("filters survive the way through the address, Danish letters and numbers for names included (ASK-12)", () => {
  const search = { text: "ældre & unge", snapshot: "2021", shown: "decision" };
  expect(parseSearch(stringifySearch(search))).toEqual(search);
});

test("the page of a list stands in the address: the next page can be reached (ASK-14)", () => {
  expect(parseSearch(stringifySearch({ hvis: "enhed", side: 2 }))).toEqual({ hvis: "enhed", side: "2" });
});

test("an address holds only what is chosen", () => {
  expect(stringifySearch({ text: "", snapshot: undefined })).toBe("");
});
