import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";

/** Texts about citizens in both languages. */
export const citizenTexts = { da, en };
