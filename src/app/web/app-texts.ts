import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";

/** The frame's texts in both languages. */
export const appTexts = { da, en };
