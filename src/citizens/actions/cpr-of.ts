import { day } from "../../platform/kernel/day.ts";
import { contextOf } from "../../platform/secrets/public.ts";
import type { CitizenRecord } from "../contract.ts";
import type { PersonBelief } from "../queries/record.ts";
import { maskedCpr, readCpr } from "../rules/cpr.ts";
import { CPR, type Looking } from "./looking.ts";

/** A citizen's number in the open, for those who unfolded it; null when none is recorded. */
export function openCpr(person: PersonBelief, { keyring, municipality }: Looking): string | null {
  if (person.cpr_encrypted === null) return null;
  return keyring.decrypt(person.cpr_encrypted, contextOf(CPR, municipality)).toString();
}

/** A sealed number in the open, and whether it is a CPR number or a replacement for one. Log the look. */
export function openSealedNumber(
  sealed: Buffer,
  { keyring, municipality }: Pick<Looking, "keyring" | "municipality">,
): { readonly number: string; readonly isCpr: boolean } {
  const number = keyring.decrypt(Buffer.from(sealed), contextOf(CPR, municipality)).toString();
  return { number, isCpr: readCpr(number).kind === "cpr" };
}

/** A citizen's number as pages show it, with reasons to look twice. */
export function cprOf(person: PersonBelief, who: Looking): CitizenRecord["cpr"] {
  const number = openCpr(person, who);
  if (number === null) return null;
  const read = readCpr(number);
  const masked = maskedCpr(number);
  if (read.kind !== "cpr") return { masked, kind: "replacement", warnings: [] };
  const warnings: NonNullable<CitizenRecord["cpr"]>["warnings"] = [];
  if (!read.passesModulus11) warnings.push("modulus11");
  if (person.born !== null && day(person.born) !== read.born) warnings.push("birthday");
  if (person.sex !== null && person.sex !== read.sex) warnings.push("sex");
  return { masked, kind: "cpr", warnings };
}
