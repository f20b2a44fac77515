import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, it } from "vitest";
import { type MemoLetter, memoMessage } from "./memo.ts";

const LETTER: MemoLetter = {
  id: "7b4f5f0e-9f0e-4c55-9f52-0d4d2f4ab001",
  sender: { name: "Jobcenter Prøve & Søn", cvr: "00000000" },
  cpr: "7111900001",
  label: "Indkaldelse: jobsamtale <03.01.2022>",
  language: "da",
  written: "2021-12-31T09:00:00.000Z",
  main: { filename: "indkaldelse.pdf", type: "application/pdf", content: Buffer.from("%PDF-1.7 prøve") },
};

/** The texts of a message by the path of their elements. */
function read(xml: string): ReadonlyMap<string, string> {
  const path: string[] = [];
  const texts = new Map<string, string>();
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ local, uri }) => {
    expect(uri).toBe("https://DigitalPost.dk/MeMo-1");
    path.push(local);
  });
  parser.on("text", (text) => texts.set(path.join("/"), `${texts.get(path.join("/")) ?? ""}${text}`));
  parser.on("closetag", () => path.pop());
  parser.write(xml).close();
  return texts;
}

it("is a MeMo message with its sender, receiver and document", () => {
  const texts = read(memoMessage(LETTER));
  const of = (path: string): string | undefined => texts.get(`Message/${path}`);
  expect(of("MessageHeader/messageType")).toBe("DIGITALPOST");
  expect(of("MessageHeader/messageUUID")).toBe(LETTER.id);
  expect(of("MessageHeader/label")).toBe(LETTER.label);
  expect(of("MessageHeader/Sender/senderID")).toBe("00000000");
  expect(of("MessageHeader/Sender/label")).toBe(LETTER.sender.name);
  expect(of("MessageHeader/Recipient/recipientID")).toBe("7111900001");
  expect(of("MessageHeader/Recipient/idType")).toBe("CPR");
  expect(Buffer.from(of("MessageBody/MainDocument/File/content") ?? "", "base64").toString()).toBe("%PDF-1.7 prøve");
});

it("says what it was given, whatever signs are in it, and is always XML", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (label) => {
      const said = read(memoMessage({ ...LETTER, label })).get("Message/MessageHeader/label") ?? "";
      // What XML cannot hold is left out.
      const kept = [...label].filter((sign) => sign >= " " || "\t\n\r".includes(sign)).join("");
      expect(said).toBe(kept.replaceAll(/[\ufffe\uffff]/g, ""));
    }),
  );
});
