import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";

/** Texts about progression in both languages. */
export const progressionTexts = { da, en };
