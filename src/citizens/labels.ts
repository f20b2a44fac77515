import { benefitCodes } from "../law/public.ts";
import type { Bilingual } from "../platform/kernel/fact.ts";
import { facts } from "./facts.ts";

/** A code with what it is called. */
export type Coded = { readonly code: string; readonly label: { da: string; en: string } };

/** A code of one of this word's columns with its label; a code nobody knows is its own label. */
export function codedIn(fact: string, column: string, code: string): Coded {
  const codes = facts.find(({ name }) => name === fact)?.columns.find(({ name }) => name === column)?.codes;
  return coded(codes, code);
}

/** A benefit with its label, ended ones included. */
export function codedBenefit(code: string): Coded {
  return coded(benefitCodes, code);
}

function coded(codes: Readonly<Record<string, Bilingual>> | undefined, code: string): Coded {
  const { da, en } = codes?.[code] ?? { da: code, en: code };
  return { code, label: { da, en } };
}

/** The codes each column of one of this word's facts may have. */
export function codesIn(fact: string): Readonly<Record<string, readonly string[]>> {
  const columns = facts.find(({ name }) => name === fact)?.columns ?? [];
  return Object.fromEntries(columns.flatMap(({ name, codes }) => (codes ? [[name, Object.keys(codes)]] : [])));
}

/** The codes of what is recorded of people themselves, in their order, with what they are called. */
export function personCodes(column: "sex" | "origin" | "education"): Readonly<Record<string, Coded["label"]>> {
  const { codes = {} } =
    facts.find(({ name }) => name === "citizens")?.columns.find(({ name }) => name === column) ?? {};
  return codes;
}
