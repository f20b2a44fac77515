import { z } from "zod";
import { readDataFile } from "../platform/files/public.ts";
import type { ResourcesData } from "./contract.ts";

const fresh = z.strictObject({ weeks: z.int().min(1).max(520), source: z.string().min(1) });
const file = z.strictObject({ described: fresh, cv: fresh });

/** What the page of resources and barriers turns on. Source: `resources.yaml`; a file that cannot be read stops the start. */
export const resourcesData: ResourcesData = readDataFile(new URL("./resources.yaml", import.meta.url), file);
