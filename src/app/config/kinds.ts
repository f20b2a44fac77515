import { z } from "zod";
import { loginEnvironment } from "../../platform/auth/public.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import { fill } from "../../platform/texts/catalogue.ts";
import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";

/** What a variable of the environment may say, in Zod and in words. */
export type Kind<T = unknown> = { readonly schema: z.ZodType<T>; readonly expected: Bilingual };

function expected(key: keyof typeof en.expected, values: Readonly<Record<string, string | number>> = {}): Bilingual {
  return { da: fill(da.expected[key], values), en: fill(en.expected[key], values) };
}

/** A whole number between two, both included. */
export function whole(least: number, most: number): Kind<number> {
  const schema = z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().int().min(least).max(most));
  return { schema, expected: expected("whole", { least, most }) };
}

/** One of some words. */
export function choice<const T extends readonly [string, ...string[]]>(words: T): Kind<T[number]> {
  return { schema: z.enum(words), expected: expected("choice", { words: words.join(", ") }) };
}

/** Any text. */
export const text: Kind<string> = { schema: z.string().min(1).max(20_000), expected: expected("text") };

/** Address of a PostgreSQL server. */
export const databaseAddress: Kind<string> = {
  schema: z.url({ protocol: /^postgres(ql)?$/ }),
  expected: expected("database"),
};

/** Address of a mail server. */
export const mailAddress: Kind<string> = {
  schema: z.url({ protocol: /^smtps?$/ }),
  expected: expected("mail"),
};

/** An address that is encrypted on the way, or on this machine. */
export const safeAddress: Kind<string | undefined> = {
  schema: loginEnvironment.shape.SPRINGBRAET_URL,
  expected: expected("address"),
};

/** Our secret at the identity provider. */
export const longSecret: Kind<string> = { schema: z.string().min(16).max(20_000), expected: expected("secret") };

/** An address to listen on. */
export const hostName: Kind<string> = {
  schema: z.string().regex(/^[\w.:[\]-]{1,255}$/),
  expected: expected("host"),
};

/** The proxies whose word about the caller's address is believed: addresses or networks. */
export const proxies: Kind<readonly string[]> = {
  schema: z
    .string()
    .transform((list) => list.split(",").map((one) => one.trim()))
    .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6(), z.literal("loopback")])).min(1)),
  expected: expected("proxies"),
};

/** A day, for trials. */
export const trialDay: Kind<string> = { schema: z.iso.date(), expected: expected("day") };
