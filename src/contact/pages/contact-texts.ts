import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";

/** Texts about conversations in both languages. */
export const contactTexts = { da, en };
