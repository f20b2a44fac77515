import { expect, it } from "vitest";
import { meetingsAsked, readMeetingsSearch } from "./meetings-search.ts";

it("reads what it wrote, leaves out what it does not know, and asks the server the same", () => {
  const search = { vis: "mangler", art: "temamoede", sprog: "arabisk", plads: "ja", side: 2 } as const;
  expect(readMeetingsSearch(search)).toEqual(search);
  expect(readMeetingsSearch({ vis: "alt", art: 7, sprog: "<b>", plads: "nej", side: "x" })).toEqual({});
  expect(meetingsAsked(search)).toEqual({
    when: "missing",
    kind: "temamoede",
    language: "arabisk",
    free: "yes",
    page: 2,
  });
  expect(meetingsAsked({}).when).toBe("coming");
});
