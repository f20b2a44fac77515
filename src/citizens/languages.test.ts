import { expect, it } from "vitest";
import { languageLabel, languages, readLanguages } from "./languages.ts";

it("has Danish first, which nobody needs an interpreter in, and calls an unknown code by itself (ASK-27)", () => {
  expect(languages[0]).toMatchObject({ code: "dansk", interpreted: false });
  expect(languages.filter(({ interpreted }) => !interpreted)).toHaveLength(1);
  expect(languageLabel("tigrinya").en).toBe("Tigrinya");
  expect(languageLabel("klingon")).toEqual({ da: "klingon", en: "klingon" });
});

it("stops the start when the file is bad, with file, line and reason", () => {
  expect(() => readLanguages("source: x\nlanguages:\n  Dansk: {da: dansk, en: Danish}")).toThrow(
    /languages\.yaml:3 languages\.Dansk/,
  );
  expect(() => readLanguages("source: x\nlanguages:\n  dansk: {da: dansk}")).toThrow(
    /languages\.yaml:3 languages\.dansk\.en/,
  );
  expect(() => readLanguages("languages: {}")).toThrow(/languages\.yaml:1 source/);
});
