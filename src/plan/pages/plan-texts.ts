import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";

/** The plan's texts in both languages. */
export const planTexts = { da, en };
