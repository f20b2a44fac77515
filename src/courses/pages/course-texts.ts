import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";

/** Texts about courses in both languages. */
export const courseTexts = { da, en };
