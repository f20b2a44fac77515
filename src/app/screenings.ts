import { checkDefinitions } from "../screening/public.ts";
import { vocabulary } from "./vocabulary.ts";

/** What there is to screen for, checked against every word's vocabulary when the program starts: a mistake stops it. */
export const definitions = checkDefinitions(vocabulary);
