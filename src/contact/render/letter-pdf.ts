import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Sender } from "../../platform/post/public.ts";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { typeset } from "../../platform/typeset/public.ts";
import type { LetterContent } from "../rules/letter.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";

const TEMPLATE = readFileSync(new URL("./letter.typ", import.meta.url), "utf8");
const FOLDER = fileURLToPath(new URL("./", import.meta.url));

/** All that stands on a letter's page. A protected receiver has neither name nor address on it. */
export type PrintedLetter = {
  readonly language: "da" | "en";
  readonly content: LetterContent;
  readonly sender: Pick<Sender, "name" | "address" | "phone">;
  readonly receiver: { readonly name: string | null; readonly address: readonly string[] };
};

/** A letter as a tagged PDF on A4, for a window envelope. The same letter gives the same bytes. */
export function letterPdf({ language, content, sender, receiver }: PrintedLetter): Promise<Uint8Array> {
  const { letter: texts } = language === "da" ? da : en;
  const letter = {
    language,
    subject: content.subject,
    paragraphs: content.paragraphs,
    sender,
    receiver: receiver.name === null ? [] : [receiver.name, ...receiver.address],
    dear: receiver.name === null ? texts.dearCitizen : fill(texts.dear, { name: receiver.name }),
    written: formatDay(content.on, language),
    writtenOn: content.on,
    regards: [texts.regards, content.staff, sender.name],
    page: texts.page,
  };
  return typeset({ template: TEMPLATE, folder: FOLDER, inputs: { letter } });
}
