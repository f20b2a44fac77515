import type { Catalogue } from "../../platform/texts/catalogue.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";

/** Texts about the law in both languages. */
export const lawTexts: Catalogue<typeof da> = { da, en };
