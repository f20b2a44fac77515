import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { bilingual } from "../platform/http/contract.ts";

const shape = z.strictObject({
  hours_a_week: z.int().min(1).max(37),
  without: z.array(z.string()),
  says: bilingual,
});

const read = shape.parse(parse(readFileSync(new URL("./capacity.yaml", import.meta.url), "utf8"), { schema: "core" }));
const inWords = (text: string): string => text.replace("{hours}", String(read.hours_a_week));

/** The assumption behind every load: hours of conversations a full-time employee can hold a week, whose time is not counted, and both in words. */
export const capacity = {
  hoursAWeek: read.hours_a_week,
  without: new Set(read.without),
  says: { da: inWords(read.says.da), en: inWords(read.says.en) },
};
