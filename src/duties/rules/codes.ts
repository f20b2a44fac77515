import type { Law } from "../../law/public.ts";
import type { Family } from "../contract.ts";

/** Codes as bits, so that a set of codes is one whole number. */
export type Bits = ReadonlyMap<string, number>;

export type CodeBits = Readonly<Record<Family | "event" | "group", Bits>>;

/** One bit per code. Throws beyond 31 codes of a kind: the sets are 32-bit integers. */
export function bitsOf(codes: Iterable<string>): Bits {
  const bits = new Map<string, number>();
  for (const code of codes) {
    if (bits.has(code)) continue;
    if (bits.size === 31) throw new Error(`More than 31 codes of a kind in the law's words, at "${code}"`);
    bits.set(code, 1 << bits.size);
  }
  return bits;
}

/** The bits of some codes together. A code without a bit is of no rule and counts as none. */
export function maskOf(codes: readonly string[], bits: Bits): number {
  return codes.reduce((mask, code) => mask | (bits.get(code) ?? 0), 0);
}

type Named = { readonly kind: Family | "event"; readonly codes: readonly string[] };

/** The bits of every code that a law's rules mention, and of its target groups. */
export function codeBits(law: Law, mentioned: readonly Named[]): CodeBits {
  const of = (kind: Family | "event"): Bits =>
    bitsOf(mentioned.filter((named) => named.kind === kind).flatMap(({ codes }) => codes));
  return {
    benefit: of("benefit"),
    target_group: of("target_group"),
    circumstance: of("circumstance"),
    offer: of("offer"),
    event: of("event"),
    group: bitsOf(law.groups.map(({ code }) => code)),
  };
}
