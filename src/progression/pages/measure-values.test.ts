import { expect, it } from "vitest";
import { newValues, placeOf, readKept, sent, valuesOf } from "./measure-values.ts";

const instrument = {
  code: "a",
  version: 1,
  label: { da: "", en: "" },
  about: { da: "", en: "" },
  source: "",
  assumption: null,
  answeredBy: "borger" as const,
  scale: { from: 1, to: 5, low: { da: "", en: "" }, high: { da: "", en: "" } },
  dimensions: [],
  isNow: true,
  fits: false,
};

it("a new measurement is with the first instrument made for the citizen that can be used, today", () => {
  const made = { ...instrument, code: "b", fits: true };
  expect(newValues({ on: "2021-06-30", instruments: [instrument, made] })).toEqual({
    instrument: "b",
    day: "2021-06-30",
    answers: {},
  });
  expect(newValues({ on: "2021-06-30", instruments: [instrument, { ...made, isNow: false }] }).instrument).toBe("a");
});

it("an answer that was not given is not sent: missing, not 0 (CPL-17)", () => {
  expect(sent({ instrument: "a", day: "2021-06-30", answers: { motivation: "3", netvaerk: "" } })).toEqual({
    motivation: 3,
  });
});

it("a measurement comes back as it was, and what is kept in the browser too; what is none of ours does not", () => {
  const one = { instrument: "a", day: "2021-06-30", version: "x", talk: null, values: { motivation: 3 } };
  const values = valuesOf(one);
  expect(sent(values)).toEqual(one.values);
  expect(readKept(JSON.stringify(values))).toEqual(values);
  for (const text of ["", "null", "{", '{"day":1}']) expect(readKept(text)).toBe(null);
  expect(placeOf("c 1", one)).toBe("/citizens/c%201/progression/a/2021-06-30");
});
