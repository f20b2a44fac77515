import { describe, expect, it } from "vitest";
import { readPdf } from "../../platform/testing/read-pdf.ts";
import { letterPdf, type PrintedLetter } from "./letter-pdf.ts";

const LETTER: PrintedLetter = {
  language: "da",
  content: {
    on: "2021-12-31",
    staff: "Sagsbehandler Et",
    subject: "Indkaldelse: jobsamtale 03.01.2022",
    paragraphs: ["Du er indkaldt.", "#panic() *fed* $x$ \\ @navn"],
  },
  sender: { name: "Jobcenter Prøve", address: ["Prøvevej 1", "0000 Prøveby"], phone: "00 00 00 00" },
  receiver: { name: "Åse Prøve", address: ["Åbenvej 1", "0000 Åbenby"] },
};

const plain = (text: string): string => text.replaceAll(/\s+/g, "");

describe("a letter on paper", () => {
  it("says who it is from and to, when, what, and who signs, and can be read aloud", async () => {
    const { pages, language, marked, info } = await readPdf(await letterPdf(LETTER));
    expect(pages).toHaveLength(1);
    for (const said of [
      "Jobcenter Prøve",
      "Åse Prøve",
      "0000 Åbenby",
      "31.12.2021",
      LETTER.content.subject,
      "Kære Åse Prøve",
      "Du er indkaldt.",
      "Sagsbehandler Et",
    ])
      expect(plain(pages.join(""))).toContain(plain(said));
    expect([language, marked, info.Title]).toEqual(["da", true, LETTER.content.subject]);
  });

  it("prints what somebody typed as text, whatever signs are in it", async () => {
    const { pages } = await readPdf(await letterPdf(LETTER));
    expect(plain(pages.join(""))).toContain(plain(LETTER.content.paragraphs[1] ?? ""));
  });

  it("greets somebody protected without a name, in the letter's language, with an empty window (PRI-UI)", async () => {
    const { pages } = await readPdf(
      await letterPdf({ ...LETTER, language: "en", receiver: { name: null, address: [] } }),
    );
    expect(plain(pages.join(""))).toContain("Dearcitizen");
    expect(plain(pages.join(""))).not.toContain("Åse");
  });

  it("is the same to the byte when it is made again", async () => {
    expect(Buffer.from(await letterPdf(LETTER)).equals(await letterPdf(LETTER))).toBe(true);
  });
});
