import { expect, test } from "vitest";
import { filtersOf, groupingOf, readOverviewSearch, readView } from "./view.ts";

test("an address brings back the same filters (ASK-12)", () => {
  const search = readOverviewSearch({ shown: "at_risk", text: "syge", sort: "status", group: "owner" });
  expect(filtersOf(search)).toEqual({ shown: "at_risk", text: "syge", sort: "status" });
  expect(groupingOf(search)).toBe("owner");
});

test("an address somebody has mistyped shows the usual instead of nothing", () => {
  const search = readOverviewSearch({ shown: "everything", sort: "colour", group: 7 });
  expect(filtersOf(search)).toEqual({ shown: "all", text: "", sort: "plan" });
  expect(groupingOf(search)).toBe("track");
  expect(readView({ asOf: "2021-02-30", knownAt: "yesterday" })).toEqual({ asOf: "", knownAt: "", snapshot: "" });
});
