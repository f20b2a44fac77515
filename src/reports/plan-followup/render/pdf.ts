import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { typeset } from "../../../platform/typeset/public.ts";
import { wordsOf } from "../compose/words.ts";
import type { Report } from "../contract.ts";
import { printable } from "./printable.ts";

const TEMPLATE = readFileSync(new URL("./report.typ", import.meta.url), "utf8");
const FOLDER = fileURLToPath(new URL("./", import.meta.url));

/** The report as a tagged PDF on A4. The same report gives the same bytes. Throws when the typesetter refuses the template. */
export function renderPdf(report: Report): Promise<Uint8Array> {
  const { page, contents, subject, markShort, none, goal } = wordsOf(report.language).texts;
  const inputs = { report: printable(report), words: { page, contents, subject, markShort, none, goal } };
  return typeset({ template: TEMPLATE, folder: FOLDER, inputs });
}
