import { bookFonts } from "./fonts.ts";

/** A template of Typst with the folder its own files are in, and what it reads as `sys.inputs`, each as JSON. */
export type Typeset = {
  readonly template: string;
  readonly folder: string;
  readonly inputs: Readonly<Record<string, unknown>>;
};

/**
 * Sets a template as a tagged PDF (PDF/UA-1). All text reaches the typesetter as data, never as markup, so nothing anyone wrote can change
 * the page. The same inputs give the same bytes. Throws when the typesetter refuses the template.
 */
export async function typeset({ template, folder, inputs }: Typeset): Promise<Uint8Array> {
  // The typesetter is large: it is loaded at the first page.
  const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler");
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [...bookFonts()] }], workspace: folder });
  const texts = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, JSON.stringify(value)]));
  const result = compiler.compile({ mainFileContent: template, inputs: texts });
  if (result.result === null) {
    const problems = result.takeDiagnostics()?.shortDiagnostics ?? [];
    throw new Error(`the page could not be typeset: ${JSON.stringify(problems)}`);
  }
  const pdf = new Uint8Array(compiler.pdf(result.result, { pdfStandard: "ua-1" }));
  compiler.evictCache(0);
  return pdf;
}
