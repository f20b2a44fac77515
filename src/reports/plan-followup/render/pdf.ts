import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { reportFonts } from "../../assets/fonts.ts";
import { wordsOf } from "../compose/words.ts";
import type { Report } from "../contract.ts";
import { printable } from "./printable.ts";

const TEMPLATE = readFileSync(new URL("./report.typ", import.meta.url), "utf8");
const FOLDER = fileURLToPath(new URL("./", import.meta.url));

/**
 * The report as a tagged PDF on A4. All text reaches the typesetter as data, never as markup, so nothing anyone wrote can change
 * the page. The same report gives the same bytes. Throws when the typesetter refuses the template.
 */
export function renderPdf(report: Report): Promise<Uint8Array> {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [...reportFonts()] }], workspace: FOLDER });
  const { page, contents, subject, markShort, none, goal } = wordsOf(report.language).texts;
  const inputs = {
    report: JSON.stringify(printable(report)),
    words: JSON.stringify({ page, contents, subject, markShort, none, goal }),
  };
  const result = compiler.compile({ mainFileContent: TEMPLATE, inputs });
  if (result.result === null) {
    const problems = result.takeDiagnostics()?.shortDiagnostics ?? [];
    return Promise.reject(new Error(`the report could not be typeset: ${JSON.stringify(problems)}`));
  }
  const pdf = new Uint8Array(compiler.pdf(result.result, { pdfStandard: "ua-1" }));
  compiler.evictCache(0);
  return Promise.resolve(pdf);
}
