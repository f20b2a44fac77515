import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";

/** The texts of the shared parts in both languages. */
export const uiTexts = { da, en };
