import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";

/** Texts about screenings and archetypes in both languages. */
export const screeningTexts = { da, en };
