import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";

/** The report page's texts in both languages. */
export const reportTexts = { da, en };
