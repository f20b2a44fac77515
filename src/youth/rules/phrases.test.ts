import { expect, it } from "vitest";
import { PHRASES } from "./phrases.ts";

const places = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").sort();

it("says the same in both languages: the same days and numbers have a place in each", () => {
  for (const [id, { da, en }] of Object.entries(PHRASES)) expect([id, places(da)]).toEqual([id, places(en)]);
});
