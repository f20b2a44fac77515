import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";

/** Texts about duties in both languages. */
export const dutyTexts = { da, en };
