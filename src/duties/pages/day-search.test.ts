import { expect, it } from "vitest";
import { readDaySearch } from "./day-search.ts";

it("reads what the address says and leaves out what it does not understand", () => {
  expect(readDaySearch({ hvis: "enhed", vis: "overdue", regel: "LAB-4IN6", emne: "sickness", side: 3 })).toEqual({
    hvis: "enhed",
    vis: "overdue",
    regel: "LAB-4IN6",
    emne: "sickness",
    side: 3,
  });
  expect(readDaySearch({ hvis: "alle", vis: "kaffe", regel: 7, side: "en" })).toEqual({});
  expect(readDaySearch({ kolonner: "due,citizen,staff" })).toEqual({ kolonner: "due,citizen,staff" });
  expect(readDaySearch({ kolonner: "due,cpr" })).toEqual({});
  expect(readDaySearch({ side: "2" })).toEqual({ side: 2 });
  const one = { hvis: "enhed", medarbejder: "m1", enhed: "u1" };
  expect(readDaySearch(one)).toEqual(one);
  expect(readDaySearch({ medarbejder: "m1", enhed: "u1" })).toEqual({});
});
