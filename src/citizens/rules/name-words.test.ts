import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameWords } from "./name-words.ts";

describe("words of a name, to find it by", () => {
  it("are the same however somebody writes them", () => {
    expect(nameWords("  Åse-Marie  ØSTERGAARD ")).toEqual(["}se", "marie", "|sterg}rd"]);
    expect(nameWords("Aase")).toEqual(nameWords("Åse"));
    expect(nameWords("Müller André")).toEqual(["myller", "andre"]);
    expect(nameWords("%_'; --")).toEqual([]);
  });

  it("stand in Danish order: å last, æ and ø before it, Aa as Å", () => {
    const names = ["Zenia", "Ærø", "Østen", "Åse", "Aage", "Anna", "Aksel", "Ove", "Ågot"];
    const byKey = names.toSorted((a, b) => (nameWords(a).join(" ") < nameWords(b).join(" ") ? -1 : 1));
    expect(byKey).toEqual(["Aksel", "Anna", "Ove", "Zenia", "Ærø", "Østen", "Aage", "Ågot", "Åse"]);
  });

  it("order words of the Danish letters as Danes do", () => {
    const collator = new Intl.Collator("da");
    const word = fc.string({ unit: fc.constantFrom(..."bdefgiklmnoprstuvæøå"), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const [a = "", b = ""] = [nameWords(one)[0], nameWords(other)[0]];
        expect(Math.sign(a < b ? -1 : a > b ? 1 : 0)).toBe(Math.sign(collator.compare(one, other)));
      }),
    );
  });
});
