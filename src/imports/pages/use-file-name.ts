import { fill } from "../../platform/texts/catalogue.ts";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { BatchFile } from "../contract.ts";
import { importTexts } from "./import-texts.ts";

/** What a file is called: its name, and its sheet where it has several. */
export function useFileName(): (file: Pick<BatchFile, "name" | "sheet">) => string {
  const { files: texts } = useTexts(importTexts);
  return ({ name, sheet }) => (sheet === null ? name : fill(texts.sheet, { name, sheet }));
}
