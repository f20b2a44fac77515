import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A PDF as a program that reads it aloud gets it. */
export type PdfText = {
  readonly pages: readonly string[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly language: unknown;
  /** Is it tagged? */
  readonly marked: boolean;
};

/** Reads the text of a PDF, page by page. */
export async function readPdf(pdf: Uint8Array): Promise<PdfText> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0, useSystemFonts: false }).promise;
  const pages: string[] = [];
  for (let at = 1; at <= document.numPages; at += 1) {
    const content = await (await document.getPage(at)).getTextContent();
    pages.push(content.items.map((item) => ("str" in item ? item.str : "")).join(""));
  }
  const info = (await document.getMetadata()).info as Readonly<Record<string, unknown>>;
  const marked = (await document.getMarkInfo())?.Marked === true;
  await document.destroy();
  return { pages, info, language: info.Language, marked };
}
