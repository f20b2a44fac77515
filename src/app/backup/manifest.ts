import { z } from "zod";

/** The one way a backup is written today. A later one gets another number. */
export const FORMAT = "springbraet backup 1";

/** Where the manifest stands in the archive: first, so that what a file is shows at once. */
export const MANIFEST = "manifest.json";

const part = z.strictObject({
  /** Path in the archive, and for all but the records in the data folder. */
  name: z
    .string()
    .regex(/^(records|snapshots)\/[\w.-]+(\/[\w.-]+)*$|^(springbraet|keys)\.json$/)
    .refine((name) => !name.includes("..")),
  bytes: z.int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What a backup says about itself. */
export const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  /** The program that made it. */
  version: z.string(),
  madeAt: z.string(),
  engine: z.enum(["embedded", "server"]),
  withKeys: z.boolean(),
  records: z.strictObject({
    migrations: z.array(z.strictObject({ file: z.string(), hash: z.string() })),
    tables: z.array(z.strictObject({ name: z.string(), columns: z.array(z.string()), rows: z.int() })),
    sequences: z.array(z.strictObject({ name: z.string(), last: z.int().nullable() })),
    snapshots: z.array(z.string()),
  }),
  parts: z.array(part),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** One file in a backup with its checksum. */
export type Part = z.infer<typeof part>;

/** Where a table's rows stand in the archive. */
export function partOfTable(table: string): string {
  return `records/${table}.csv`;
}
