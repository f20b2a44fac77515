import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";

/** The import pages' texts in both languages. */
export const importTexts = { da, en };
