import { expect, it } from "vitest";
import { agesOf } from "./ages.ts";

it.each([
  ["Age, total", [0, 130]],
  ["I alt", [0, 130]],
  ["25-29 years", [25, 29]],
  ["16-24 år", [16, 24]],
  ["16 til 24", [16, 24]],
  ["100 years and over", [100, 130]],
  ["67 år", [67, 67]],
  ["67+", [67, 130]],
])("ages of statistics: %s", (text, ages) => expect(agesOf(text)).toEqual(ages));

it.each(["", "unge", "29-25"])("no ages: %s", (text) => expect(agesOf(text)).toEqual({ code: "not_an_age" }));
