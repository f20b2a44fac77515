import type { Enclosure, Sender } from "./contract.ts";

/** A letter for Digital Post. */
export type MemoLetter = {
  /** The message's own id. */
  readonly id: string;
  readonly sender: Pick<Sender, "name" | "cvr">;
  /** The receiver's CPR number, ten digits. */
  readonly cpr: string;
  readonly label: string;
  readonly language: "da" | "en";
  /** When it was written, ISO with its time zone. */
  readonly written: string;
  readonly main: Enclosure;
};

/**
 * A letter as a MeMo message (version 1.1, `https://DigitalPost.dk/MeMo-1`): what Digital Post takes, with one document in it. It may go to those
 * who are exempt from Digital Post as well: the transport decides. The element `language` holds the document's language.
 */
export function memoMessage({ id, sender, cpr, label, language, written, main }: MemoLetter): string {
  const header =
    tag("messageType", "DIGITALPOST") +
    tag("messageUUID", id) +
    tag("label", label) +
    tag("mandatory", "false") +
    tag("legalNotification", "false") +
    wrap("Sender", tag("senderID", sender.cvr) + tag("idType", "CVR") + tag("label", sender.name)) +
    wrap("Recipient", tag("recipientID", cpr) + tag("idType", "CPR"));
  const file =
    tag("encodingFormat", main.type) +
    tag("filename", main.filename) +
    tag("language", language) +
    tag("content", Buffer.from(main.content).toString("base64"));
  const body = tag("createdDateTime", written) + wrap("MainDocument", wrap("File", file));
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<memo:Message xmlns:memo="https://DigitalPost.dk/MeMo-1" memoVersion="1.1" memoSchVersion="1.1.0">' +
    `${wrap("MessageHeader", header)}${wrap("MessageBody", body)}</memo:Message>\n`
  );
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

function wrap(name: string, inner: string): string {
  return `<memo:${name}>${inner}</memo:${name}>`;
}

/** Characters that XML cannot hold at all are left out. */
function tag(name: string, text: string): string {
  const clean = [...text].filter(isOfXml).join("");
  return wrap(
    name,
    clean.replaceAll(/[&<>"\r]/g, (sign) => ESCAPES[sign] ?? sign),
  );
}

/** XML 1.0, production 2: Char. Half a character is none. */
function isOfXml(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || code >= 0x1_0000;
}
