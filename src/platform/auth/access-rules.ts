import { readFileSync } from "node:fs";
import { z } from "zod";
import { namedError } from "../db/public.ts";
import { readYaml, type YamlFault } from "../files/public.ts";
import type { Bilingual } from "../kernel/fact.ts";
import { fill } from "../texts/catalogue.ts";
import { ROLES } from "./role.ts";
import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";

const claimName = z.string().min(1);
const code = z.string().regex(/^\d{4}$/);
const byValue = z.strictObject({ claim: claimName, are: z.record(z.string(), code) });
const unit = z.string().min(1);
const units = z.union([
  z.array(unit),
  z.strictObject({ claim: claimName, are: z.record(z.string(), unit).optional() }),
  z.strictObject({
    constraint: claimName,
    are: z.record(z.string(), unit).optional(),
    /** The units of somebody whose right carries no such constraint. */
    otherwise: z.array(unit).default([]),
  }),
]);

/** One way to a role: a claim with a value, perhaps for some tasks (KLE) and units only. */
const rule = z.strictObject({
  claim: claimName,
  value: z.string().min(1),
  role: z.enum(ROLES),
  municipality: z.union([code, byValue]).optional(),
  /** The right must cover this KLE number; a right without a KLE constraint covers all. */
  kle: z
    .string()
    .regex(/^\d\d(\.\d\d){0,2}$/)
    .optional(),
  units: units.default([]),
});

const accessFile = z
  .strictObject({
    /** Whom to ask for access, as the page says it to somebody without a role. */
    ask: z.strictObject({ da: z.string(), en: z.string() }),
    municipality: z.union([code, byValue]).optional(),
    /** The claim people are called by in logs and notes. */
    user: claimName.default("preferred_username"),
    /** The claim with the id of the member of staff. */
    staff: claimName.optional(),
    rules: z.array(rule).min(1),
  })
  .superRefine((file, context) => {
    file.rules.forEach((each, i) => {
      if (each.municipality === undefined && file.municipality === undefined)
        context.addIssue({ code: "custom", path: ["rules", i], params: { text: "no_municipality" }, message: "" });
    });
  });

/** Whom the identity provider's claims make somebody. */
export type AccessRules = z.infer<typeof accessFile>;
export type AccessRule = z.infer<typeof rule>;

/** Reads the access file. Throws `access_unreadable`, or `access_bad` with every mistake, its line and what was expected. */
export function readAccessRules(path: string): AccessRules {
  return accessRulesFrom(textOf(path), path);
}

/** The rules in the text of an access file (YAML; JSON is YAML too). */
export function accessRulesFrom(text: string, file: string): AccessRules {
  const read = readYaml(text, accessFile);
  if (read.ok) return read.data;
  throw bad(
    file,
    read.faults.map((fault) => ({ ...fault, message: messageOf(fault) })),
  );
}

function messageOf({ issue, detail }: YamlFault): Bilingual {
  if (issue?.code === "custom") return both("no_municipality", {});
  if (issue?.code === "invalid_value" && issue.path.at(-1) === "role")
    return both("unknown_role", { roles: ROLES.join(", ") });
  return both("expected", { detail });
}

type Fault = { readonly line: number; readonly path: string; readonly message: Bilingual };

function bad(file: string, faults: readonly Fault[]): Error {
  const told = (language: "da" | "en"): string => {
    const texts = language === "da" ? da : en;
    const list = faults.map(({ line, path, message }) =>
      fill(texts.access_fault, { line, path, message: message[language] }),
    );
    return fill(texts.access_bad, { file, faults: list.join("\n") });
  };
  return namedError("access_bad", { da: told("da"), en: told("en") });
}

function both(key: keyof typeof da, values: Readonly<Record<string, string>>): Bilingual {
  return { da: fill(da[key], values), en: fill(en[key], values) };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw namedError("access_unreadable", both("access_unreadable", { file: path }));
  }
}
