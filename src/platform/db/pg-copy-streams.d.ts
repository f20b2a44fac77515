declare module "pg-copy-streams" {
  import type { Readable, Writable } from "node:stream";
  import type { Submittable } from "pg";

  export type CopyFromStream = Writable & Submittable & { readonly rowCount: number };
  export type CopyToStream = Readable & Submittable & { readonly rowCount: number };
  export function from(sql: string): CopyFromStream;
  export function to(sql: string): CopyToStream;
}
