import { describe, expect, it } from "vitest";
import { folded, fromWindows1252, looksLikeWindows1252 } from "./letters.ts";

const latin = (text: string): Uint8Array => Buffer.from(text, "latin1");

describe("letters of a Windows file (ASK-33)", () => {
  it("are what Windows shows", () => {
    expect(fromWindows1252("\x80 \x93S\xf8ren\x94 \x96 \xe6\xf8\xe5")).toBe("€ “Søren” – æøå");
  });

  it("are taken as such when somebody could have written them", () => {
    for (const line of ["Søren Ærø Åse", "caf\xe9 \x96 \xa7 4", "CV\x92et", "\x93citat\x94"]) {
      expect(looksLikeWindows1252(latin(line)), line).toBe(true);
    }
  });

  it("are doubted when they are æ, ø and å of a DOS or Mac file", () => {
    for (const line of ["bl\x86b\x91r", "br\x9bd", "bl\x8c", "\xbfre", "K\xbelder", "a\x81b"]) {
      expect(looksLikeWindows1252(latin(line)), line).toBe(false);
    }
  });
});

describe("names as they are compared", () => {
  it("do not mind case, spaces, marks and how æ, ø and å are spelled", () => {
    for (const name of ["CPR-nummer", "Cpr nummer", "cprnummer"]) expect(folded(name)).toBe("cprnummer");
    expect(folded("Ydelsesforløb")).toBe(folded("ydelses_forloeb"));
    expect(folded("Første dag")).toBe("foerstedag");
  });
});
