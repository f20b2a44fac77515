import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { type Reading, reading } from "../contract.ts";

const wording = z.strictObject({ da: z.string(), en: z.string() });
const choice = z.strictObject({
  from: z.array(z.string()),
  values: z.array(z.string()),
  optional: z.boolean().optional(),
});
const columnSchema = z.strictObject({
  field: z.string(),
  from: z.array(z.string()).optional(),
  constant: z.string().optional(),
  optional: z.boolean().optional(),
  strict: z.boolean().optional(),
  codes: z.record(z.string(), z.string()).optional(),
  read: reading.optional(),
});
const layoutSchema = z.strictObject({
  label: wording,
  about: wording,
  source: z.string(),
  fact: z.string(),
  columns: z.array(columnSchema),
  only: z.array(choice).optional(),
  except: z.array(choice).optional(),
});
const named = z.strictObject({ names: z.array(z.string()).optional(), read: reading.optional() });
const lists = z.record(z.string(), z.union([named, z.array(named)]));
const namesSchema = z.strictObject({
  reads: z.record(z.string(), reading),
  fields: lists,
  facts: z.record(z.string(), lists),
});

/** A file as others make it: how its header is known and how it becomes rows of a fact. `name` is the file in `layouts/`. */
export type Layout = z.infer<typeof layoutSchema> & { readonly name: string };

/** What a field may be called in a header, and how it is then read. */
export type FieldNames = { readonly names?: readonly string[] | undefined; readonly read?: Reading | undefined };

const folder = new URL("../layouts/", import.meta.url);

/** The layouts of others, one file each in `layouts/`. */
export const layouts: readonly Layout[] = readdirSync(folder)
  .filter((file) => file.endsWith(".yaml"))
  .sort()
  .map((file) => ({ name: basename(file, ".yaml"), ...layoutSchema.parse(read(new URL(file, folder))) }));

const names = namesSchema.parse(read(new URL("./names.yaml", import.meta.url)));

/** Other names of a fact's field, those of the fact before those of all. */
export function otherNames(fact: string, field: string): readonly FieldNames[] {
  const found = [names.facts[fact]?.[field] ?? [], names.fields[field] ?? []].flat();
  return found;
}

/** How a field is read whatever its column is called. */
export function usualReading(field: string): Reading {
  return names.reads[field] ?? {};
}

function read(file: URL): unknown {
  return parse(readFileSync(file, "utf8"));
}
