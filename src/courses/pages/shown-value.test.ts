import { expect, it } from "vitest";
import { phraseText, shownText } from "./shown-value.ts";

const hours = { number: 12.5, decimals: 1, unit: { da: "timer", en: "hours" } };

it("writes days and numbers as the reader's language does, and says when there is none", () => {
  expect([shownText(hours, "da"), shownText(hours, "en")]).toEqual(["12,5 timer", "12.5 hours"]);
  expect(shownText({ day: "2026-06-30" }, "da")).toBe("30.06.2026");
  expect(shownText(null, "da")).toBe("–");
});

it("fills the places of a sentence", () => {
  const said = { text: { da: "Klar {day}.", en: "Ready {day}." }, with: { day: { day: "2026-06-30" } } };
  expect(phraseText(said, "da")).toBe("Klar 30.06.2026.");
});
