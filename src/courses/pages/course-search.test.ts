import { expect, it } from "vitest";
import { nextOrder, orderOf, readCourseSearch } from "./course-search.ts";

it("reads what an address says and leaves out what it does not understand", () => {
  expect(readCourseSearch({ hvis: "enhed", vis: "late", orden: "-weeks", side: 3 })).toEqual({
    hvis: "enhed",
    vis: "late",
    orden: "-weeks",
    side: 3,
  });
  expect(readCourseSearch({ hvis: "alle", vis: "<b>", orden: 4, side: 1 })).toEqual({});
});

it("puts a column in order upwards, then downwards, then as the list was", () => {
  expect(nextOrder(undefined, "weeks")).toBe("weeks");
  expect(nextOrder("weeks", "weeks")).toBe("-weeks");
  expect(nextOrder("-weeks", "weeks")).toBeUndefined();
  expect([orderOf("-weeks"), orderOf(undefined)]).toEqual([
    { sort: "weeks", descending: true },
    { sort: "", descending: false },
  ]);
});
