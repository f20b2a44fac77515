import { describe, expect, it } from "vitest";
import { vocabulary as everyWord } from "../app/vocabulary.ts";
import { vocabulary } from "./vocabulary.ts";
import { eventWords, offerWords } from "./words.ts";

describe("the words of the law's conditions", () => {
  it.each(vocabulary.map(({ id }) => id))("%s is the records' own word, with the same type and codes", (id) => {
    const ours = vocabulary.find((term) => term.id === id);
    const theirs = everyWord.find((term) => term.id === id);
    expect(ours?.type).toBe(theirs?.type);
    const codes = Object.keys(theirs?.codes ?? {});
    expect(Object.keys(ours?.codes ?? {})).toEqual(expect.arrayContaining(codes));
  });

  it("knows every conversation and offer that the records know", () => {
    const codesOf = (id: string): string[] => Object.keys(everyWord.find((term) => term.id === id)?.codes ?? {});
    expect(codesOf("conversation.kind").filter((code) => !(code in eventWords))).toEqual([]);
    expect(codesOf("offer.kind").filter((code) => !(code in offerWords))).toEqual([]);
  });
});
