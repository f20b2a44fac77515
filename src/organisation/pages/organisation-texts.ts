import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";

/** What the pages about the organisation say. */
export const organisationTexts = { da, en };
