import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";

/** Texts about the citizens' plans in both languages. */
export const planTexts = { da, en };
