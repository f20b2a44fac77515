import { expect, test } from "vitest";
import { parseSearch, stringifySearch } from "./search-text.ts";

test("filters survive the way through the address, Danish letters and numbers for names included (ASK-12)", () => {
  const search = { text: "ældre & unge", snapshot: "2021", shown: "decision" };
  expect(parseSearch(stringifySearch(search))).toEqual(search);
});

test("an address holds only what is chosen", () => {
  expect(stringifySearch({ text: "", snapshot: undefined })).toBe("");
});
