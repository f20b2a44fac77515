import { da } from "../meeting-texts.da.ts";
import { en } from "../meeting-texts.en.ts";

/** Texts about group meetings in both languages. */
export const meetingTexts = { da, en };
