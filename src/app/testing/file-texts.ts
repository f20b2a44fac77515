import { buffer } from "node:stream/consumers";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import yauzl from "yauzl";

/** All that can be read in a file of any kind the product makes: workbooks and documents unpacked, a PDF page by page. */
export function textOf(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 2).toString() === "PK") return unzipped(bytes);
  if (bytes.subarray(0, 4).toString() === "%PDF") return pdfText(bytes);
  return Promise.resolve(bytes.toString("utf8"));
}

function unzipped(bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const parts: string[] = [];
      zip.on("error", reject);
      zip.on("end", () => resolve(parts.join("\n")));
      zip.on("entry", (entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          buffer(stream).then((content) => {
            parts.push(content.toString("utf8"));
            zip.readEntry();
          }, reject);
        });
      });
      zip.readEntry();
    });
  });
}

async function pdfText(bytes: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false }).promise;
  const pages: string[] = [];
  for (let at = 1; at <= document.numPages; at += 1) {
    const content = await (await document.getPage(at)).getTextContent();
    pages.push(content.items.map((item) => ("str" in item ? item.str : "")).join(""));
  }
  await document.destroy();
  return pages.join("\n");
}
