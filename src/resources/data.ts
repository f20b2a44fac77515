import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { ResourcesData } from "./contract.ts";

const fresh = z.strictObject({ weeks: z.int().min(1).max(520), source: z.string().min(1) });
const file = z.strictObject({ described: fresh, cv: fresh });

/** What the page of resources and barriers turns on. Source: `resources.yaml`; a file that cannot be read stops the start. */
export const resourcesData: ResourcesData = file.parse(
  parse(readFileSync(new URL("./resources.yaml", import.meta.url), "utf8"), { schema: "core" }),
);
