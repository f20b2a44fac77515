import { SaxesParser } from "saxes";

/** What happens while a part is read. Names are without prefix; attributes by their own names. */
export type XmlEvents = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
};

/** Letters without a tag's end in between, beyond which a part is no spreadsheet's. */
const LONGEST_RUN = 2_000_000;

/** A part that is not what a spreadsheet has there. */
export class BadPart extends Error {}

/**
 * Feeds a part to `events` piece by piece, and stops for breath after each, so that what was found can be handed on. Entities
 * from outside are unknown to the parser and end the reading. Throws `BadPart` for anything that is not well-formed.
 */
export async function* readXml(bytes: AsyncIterable<Buffer>, events: XmlEvents): AsyncGenerator<null> {
  const parser = new SaxesParser({ xmlns: false, fragment: false });
  let fed = 0;
  let heard = 0;
  parser.on("error", (error) => {
    throw new BadPart(error.message);
  });
  parser.on("doctype", () => {
    throw new BadPart("a spreadsheet has no document type");
  });
  parser.on("opentag", ({ name, attributes }) => {
    heard = fed;
    events.open(local(name), attributes as Record<string, string>);
  });
  parser.on("closetag", ({ name }) => {
    heard = fed;
    events.close(local(name));
  });
  parser.on("text", events.text);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const piece of bytes) {
      const text = decoder.decode(piece, { stream: true });
      parser.write(text);
      fed += text.length;
      if (fed - heard > LONGEST_RUN) throw new BadPart("a text that does not end");
      yield null;
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    throw error instanceof BadPart ? error : new BadPart(String(error));
  }
}

function local(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
