import { describe, expect, it } from "vitest";
import { type Findable, isFound, type Sought } from "./find-rules.ts";

const rule: Findable = {
  id: "LAB-1WK",
  area: "contact",
  groups: ["jobparat", "aktivitetsparat"],
  subject: "citizen",
  fields: [
    { text: { da: "Den første samtale holdes senest en uge efter", en: "The first talk is held within a week" } },
  ],
};
const looking = (sought: Partial<Sought>): Sought => ({ group: "", area: "", text: "", language: "da", ...sought });

describe("rules that are looked for", () => {
  it("are all of them when nothing is said", () => expect(isFound(rule, looking({}))).toBe(true));

  it("are of one area", () => {
    expect(isFound(rule, looking({ area: "contact" }))).toBe(true);
    expect(isFound(rule, looking({ area: "offers" }))).toBe(false);
  });

  it("name the target group or are for everyone, and are about citizens", () => {
    expect(isFound(rule, looking({ group: "jobparat" }))).toBe(true);
    expect(isFound(rule, looking({ group: "syg" }))).toBe(false);
    expect(isFound({ ...rule, groups: null }, looking({ group: "syg" }))).toBe(true);
    expect(isFound({ ...rule, groups: null, subject: "municipality" }, looking({ group: "syg" }))).toBe(false);
    expect(isFound({ ...rule, groups: null, subject: "municipality" }, looking({}))).toBe(true);
  });

  it("have every word somewhere, in the reader's language, whatever its size", () => {
    expect(isFound(rule, looking({ text: "UGE første" }))).toBe(true);
    expect(isFound(rule, looking({ text: "lab-1wk" }))).toBe(true);
    expect(isFound(rule, looking({ text: "week" }))).toBe(false);
    expect(isFound(rule, looking({ text: "week", language: "en" }))).toBe(true);
    expect(isFound(rule, looking({ text: "uge måned" }))).toBe(false);
  });
});
