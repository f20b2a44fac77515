import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";

/** Privacy's texts in both languages. */
export const privacyTexts = { da, en };
