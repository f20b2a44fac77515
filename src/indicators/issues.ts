import { z } from "zod";
import type { Bilingual } from "../platform/kernel/fact.ts";
import { nearest } from "../platform/kernel/nearest.ts";

export type Path = readonly (string | number)[];

/** A mistake in an indicator: where (path in the YAML, offset inside a predicate), what was expected, and the nearest right name. */
export type IndicatorProblem = {
  readonly path: Path;
  readonly code: string;
  readonly message: Bilingual;
  readonly suggestion: string | null;
  /** Place inside a predicate's text. */
  readonly offset?: number;
};

type Issue = z.core.$ZodIssue;
type JsonSchema = z.core.JSONSchema.BaseSchema;

const KINDS: Readonly<Record<string, Bilingual>> = {
  string: { da: "tekst", en: "text" },
  number: { da: "et tal", en: "a number" },
  int: { da: "et helt tal", en: "a whole number" },
  boolean: { da: "true eller false", en: "true or false" },
  object: { da: "felter med navne", en: "fields with names" },
  array: { da: "en liste", en: "a list" },
};

/** A problem from a schema's issue: what was expected at which place, and the nearest name the schema has there. */
export function fromIssue(issue: Issue, path: Path, schema: z.ZodType): IndicatorProblem {
  const found = closest(issue, []);
  const at = [...path, ...found.path];
  if (found.issue.code === "unrecognized_keys") {
    const [name = ""] = found.issue.keys;
    const suggestion = nearest(name, [...namesAt(schema, found.path)]);
    const message = {
      da: `Feltet »${name}« kendes ikke her${suggestion ? `; mente du »${suggestion}«?` : ""}`,
      en: `The field "${name}" is not known here${suggestion ? `; did you mean "${suggestion}"?` : ""}`,
    };
    return { path: [...at, name], code: "unknown_field", message, suggestion };
  }
  const expected = expectedBy(found.issue);
  const lacks = found.issue.message.includes("received undefined") && typeof at.at(-1) === "string";
  const message = lacks
    ? {
        da: `Feltet »${at.at(-1)}« mangler; ventede ${expected.da}`,
        en: `The field "${at.at(-1)}" is missing; expected ${expected.en}`,
      }
    : { da: `Ventede ${expected.da}`, en: `Expected ${expected.en}` };
  return { path: at, code: lacks ? "missing_field" : "wrong_type", message, suggestion: null };
}

/** The issue that tells most: inside a union, that of the alternative which fits best. */
function closest(issue: Issue, above: Path): { readonly issue: Issue; readonly path: Path } {
  const path = [...above, ...issue.path.map((part) => (typeof part === "symbol" ? String(part) : part))];
  if (issue.code !== "invalid_union") return { issue, path };
  const misfit = (alternative: readonly Issue[]): number =>
    alternative.length + (alternative.some((one) => one.code === "unrecognized_keys") ? 100 : 0);
  const inside = issue.errors.filter((alternative) => alternative.some((one) => one.path.length > 0));
  const best = inside.toSorted((a, b) => misfit(a) - misfit(b))[0];
  const told = best?.find((one) => one.code === "unrecognized_keys") ?? best?.[0];
  return told ? closest(told, path) : { issue, path };
}

function expectedBy(issue: Issue): Bilingual {
  if (issue.code === "invalid_value")
    return listed(issue.values.map((value) => ({ da: String(value), en: String(value) })));
  if (issue.code === "invalid_union") return listed(issue.errors.flatMap(([one]) => (one ? [expectedBy(one)] : [])));
  if (issue.code === "invalid_type") return KINDS[issue.expected] ?? { da: issue.expected, en: issue.expected };
  if (issue.code === "invalid_format" && issue.format === "date")
    return { da: "en dato som 2021-12-31", en: "a date such as 2021-12-31" };
  const text = issue.message.replace(/^Invalid [a-z]+: (expected |must )?/, "");
  return { da: text, en: text };
}

function listed(options: readonly Bilingual[]): Bilingual {
  const join = (language: "da" | "en", or: string): string =>
    [...new Set(options.map((option) => option[language]))].join(or);
  return { da: join("da", " eller "), en: join("en", " or ") };
}

/** The field names a schema has at a path, in all its alternatives. */
function namesAt(schema: z.ZodType, path: Path): readonly string[] {
  const whole = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const nodes = path.reduce<readonly JsonSchema[]>(
    (at, part) => at.flatMap((node) => childrenOf(node, part)),
    alternativesOf(whole),
  );
  return [...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})))];
}

function childrenOf(node: JsonSchema, part: string | number): readonly JsonSchema[] {
  const child = typeof part === "number" ? node.items : node.properties?.[part];
  return typeof child === "object" && !Array.isArray(child) ? alternativesOf(child as JsonSchema) : [];
}

function alternativesOf(node: JsonSchema): readonly JsonSchema[] {
  const others = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])];
  return [node, ...others.flatMap((other) => (typeof other === "object" ? alternativesOf(other) : []))];
}
