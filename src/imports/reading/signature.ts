import { createHash } from "node:crypto";
import type { Mapping } from "../contract.ts";
import { folded } from "../rules/letters.ts";

/** What a header is remembered by: its names, whatever their case, spaces and marks. */
export function signatureOf(header: readonly string[]): string {
  return createHash("sha256").update(header.map(folded).join("\u001f")).digest("hex");
}

/** A mapping made for a header of the same signature, with the columns spelled as they are here. */
export function spelledAs(header: readonly string[], mapping: Mapping): Mapping {
  const spelled = new Map(header.map((name) => [folded(name), name]));
  const here = <T extends { readonly from: string | null }>(one: T): T =>
    one.from === null ? one : { ...one, from: spelled.get(folded(one.from)) ?? one.from };
  return {
    ...mapping,
    columns: mapping.columns.map(here),
    ...(mapping.only ? { only: mapping.only.map(here) } : {}),
    ...(mapping.except ? { except: mapping.except.map(here) } : {}),
  };
}
