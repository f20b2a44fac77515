import type { Bilingual } from "../../platform/kernel/fact.ts";
import { fill } from "../../platform/texts/catalogue.ts";
import { expectations } from "./texts.ts";

/** A mistake in a request as Zod tells it, through Fastify. */
export type Issue = {
  readonly keyword?: string | undefined;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
};

type Expectation = keyof typeof expectations;

const TYPES: Readonly<Record<string, Expectation>> = {
  string: "text",
  number: "number",
  int: "whole",
  boolean: "yes_no",
  array: "list",
  object: "object",
  record: "object",
  null: "nothing",
};

const FORMATS: Readonly<Record<string, Expectation>> = {
  date: "day",
  datetime: "moment",
  uuid: "uuid",
  guid: "uuid",
  url: "address",
  email: "email",
};

/** Sizes of a value that is too large or too small, by what it is. */
const SIZES: Readonly<Record<string, readonly [least: Expectation, most: Expectation]>> = {
  string: ["longer", "shorter"],
  array: ["more", "fewer"],
  number: ["least", "most"],
  int: ["least", "most"],
};

const MOST_WORDS = 12;

/** What was expected in the place of a mistake. What was sent is never repeated: it may be a name or a number of a person. */
export function expectationOf({ keyword, params = {} }: Issue): Bilingual {
  switch (keyword) {
    case "invalid_type":
      return said(TYPES[String(params.expected)] ?? "other");
    case "invalid_format":
      return said(FORMATS[String(params.format)] ?? "form");
    case "invalid_value":
      return oneOf(params.values);
    case "too_small":
    case "too_big":
      return size(keyword, params);
    case "unrecognized_keys":
      return said("fewer_fields", { count: Array.isArray(params.keys) ? params.keys.length : 1 });
    case "custom":
      return said(isOfCpr(params) ? "no_cpr" : "other");
    default:
      return said("other");
  }
}

/** Whether a text was refused because it holds a CPR number, as `freeText` says. */
function isOfCpr({ params }: Readonly<Record<string, unknown>>): boolean {
  return (params as { readonly lacks?: unknown } | undefined)?.lacks === "cpr";
}

function oneOf(values: unknown): Bilingual {
  const words = Array.isArray(values) ? values.map(String) : [];
  return words.length === 0 || words.length > MOST_WORDS ? said("other") : said("one_of", { words: words.join(", ") });
}

function size(keyword: "too_small" | "too_big", params: Readonly<Record<string, unknown>>): Bilingual {
  const [least, most] = SIZES[String(params.origin)] ?? ["other", "other"];
  return keyword === "too_small"
    ? said(least, { limit: String(params.minimum) })
    : said(most, { limit: String(params.maximum) });
}

function said(what: Expectation, values: Readonly<Record<string, string | number>> = {}): Bilingual {
  const { da, en } = expectations[what];
  return { da: fill(da, values), en: fill(en, values) };
}
