import { describe, expect, it } from "vitest";
import { asked, nextOrder, noChoice, readListSearch } from "./list-search.ts";

describe("the address of the list", () => {
  it("asks for what it says, and never holds what is looked for", () => {
    const search = readListSearch({
      ydelse: "kontanthjaelp",
      tid: "weeks_52",
      orden: "-name",
      side: "3",
      find: "610560-0000",
    });
    expect(search).toEqual({ ...noChoice, ydelse: "kontanthjaelp", tid: "weeks_52", orden: "-name", side: "3" });
    expect(asked(search, "prøve")).toMatchObject({
      find: "prøve",
      who: "current",
      benefit: "kontanthjaelp",
      time: "weeks_52",
      sort: "name",
      descending: true,
      page: 3,
    });
  });

  it("counts as not chosen what it has wrong", () => {
    const search = readListSearch({ alder: "gammel", tid: "evigt", orden: "navn", side: "-2" });
    expect(asked(search, "")).toMatchObject({ age: null, time: null, sort: "id", descending: false, page: 1 });
  });

  it("goes up, down and back when a head is pressed", () => {
    expect(["", "name", "-name"].map((order) => nextOrder(order, "name"))).toEqual(["name", "-name", ""]);
    expect(nextOrder("-age", "name")).toBe("name");
  });
});
