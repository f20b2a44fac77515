import { z } from "zod";

/** A text in both languages, as the API gives it. */
export const bilingual = z.strictObject({ da: z.string(), en: z.string() });
