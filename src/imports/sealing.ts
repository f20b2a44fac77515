import { readCpr } from "../citizens/public.ts";
import type { Column, Fact } from "../platform/kernel/fact.ts";
import { contextOf, type Keyring } from "../platform/secrets/public.ts";
import type { Fault } from "./problem.ts";
import type { Reader } from "./values.ts";

/** With which keys and for whom CPR numbers are sealed. */
export type Sealing = { readonly keyring: Keyring; readonly municipality: string };

/** What is said about a text that is no CPR number. */
export const CPR_FAULTS = {
  shape: "not_a_cpr",
  missing_zero: "cpr_without_zero",
  date: "cpr_without_birthday",
} as const;

/** A number that fails modulus 11 is right since 2007 (S106), but also what a mistyped digit looks like: a reason to look twice. */
export function doubtfulCpr(text: string): Fault | null {
  const read = readCpr(text);
  return read.kind === "cpr" && !read.passesModulus11 ? { code: "fails_modulus_11" } : null;
}

/**
 * Reads a CPR number as the two values it is stored as, sealed and indexed: the number itself goes no further. A failed modulus 11
 * is no fault, and a replacement number is taken as it is.
 */
export function cprReader(
  where: { readonly fact: Fact; readonly column: Column },
  { keyring, municipality }: Partial<Sealing>,
): Reader {
  const place = { table: `${where.fact.word}.${where.fact.name}`, column: where.column.name };
  return (text) => {
    if (!keyring || municipality === undefined) throw new Error("CPR numbers need the key ring to be loaded");
    const read = readCpr(text);
    if (read.kind === "wrong") return { code: CPR_FAULTS[read.fault] };
    const sealed = keyring.encrypt(Buffer.from(read.number), contextOf(place, municipality));
    return [sealed, keyring.indexOf(municipality, read.number)].map((bytes) => `\\x${bytes.toString("hex")}`).join(",");
  };
}
