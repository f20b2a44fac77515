import { expect, it } from "vitest";
import { day, isoDay } from "../../platform/kernel/day.ts";
import { daysOf, SPANS } from "./span.ts";

it("goes back from a day, that day included: the year so far, thirteen weeks, twelve months", () => {
  const said = SPANS.map((span) => daysOf(span, day("2021-06-30"))).map(({ from, until }) => [from, until].map(isoDay));
  expect(said).toEqual([
    ["2021-01-01", "2021-07-01"],
    ["2021-04-01", "2021-07-01"],
    ["2020-07-01", "2021-07-01"],
  ]);
});
