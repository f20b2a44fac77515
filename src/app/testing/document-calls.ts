import { readFileSync } from "node:fs";
import type { Answer, Visitor } from "./visitor.ts";

type Schema = {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly format?: string;
};
type Operation = {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
};
type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A request to a route of the API's document that fits its schemas. */
export type Call = {
  /** As the document names it: `POST /snapshots`. */
  readonly route: string;
  readonly send: (visitor: Visitor) => Promise<Answer<{ readonly code?: string }>>;
};

/** Texts that lead somewhere in the demo; what is not named here gets a value that fits and leads nowhere. */
const KNOWN: Readonly<Record<string, string>> = {
  plan: "holbaek-2020-21",
  goal: "G-HO20-01",
  format: "xlsx",
  indicator: "measure: persons\nof: offers\nwindow: month\n",
  asOf: "2021-06-30",
  version: "1",
};

/** One request for every route in `docs/openapi.json`. */
export function documentCalls(): readonly Call[] {
  const text = readFileSync(new URL("../../../docs/openapi.json", import.meta.url), "utf8");
  const { paths } = JSON.parse(text) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) =>
      callOf(path.replace("/api/v1", ""), method.toUpperCase() as Method, operation),
    ),
  );
}

function callOf(path: string, method: Method, { parameters = [], requestBody }: Operation): Call {
  const given = (where: string) => parameters.filter((each) => each.in === where);
  const filled = given("path").reduce(
    (address, { name, schema }) => address.replace(`{${name}}`, encodeURIComponent(String(sample(schema, name)))),
    path,
  );
  const asked = given("query").filter(({ required }) => required);
  const query = new URLSearchParams(asked.map(({ name, schema }) => [name, String(sample(schema, name))])).toString();
  const address = query === "" ? filled : `${filled}?${query}`;
  const schema = requestBody?.content["application/json"]?.schema;
  const body = schema && sample(schema, "");
  return {
    route: `${method} ${path}`,
    send: (visitor) => (method === "GET" ? visitor.get(address) : visitor.send(method, address, body)),
  };
}

/** A small value that fits a schema. */
function sample(schema: Schema, name: string): unknown {
  if (Object.hasOwn(KNOWN, name) && schema.type === "string") return KNOWN[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = (schema.anyOf ?? schema.oneOf)?.[0];
  return choice ? sample(choice, name) : ofType(schema, name);
}

function ofType(schema: Schema, name: string): unknown {
  const { properties = {}, required = [], items = {}, minItems = 0, minimum = 1 } = schema;
  switch (typeof schema.type === "object" ? schema.type[0] : schema.type) {
    case "array":
      return Array.from({ length: minItems }, () => sample(items, name));
    case "integer":
    case "number":
      return Math.max(1, minimum);
    case "boolean":
      return true;
    case "string":
      return textSample(schema);
    default:
      return Object.fromEntries(required.map((key) => [key, sample(properties[key] ?? {}, key)]));
  }
}

function textSample({ format, minLength = 1 }: Schema): string {
  const formats: Readonly<Record<string, string>> = {
    uuid: "00000000-0000-4000-8000-000000000000",
    date: "2021-06-30",
    "date-time": "2021-06-30T12:00:00Z",
    email: "x@example.dk",
    uri: "https://example.dk/",
  };
  return formats[format ?? ""] ?? "x".repeat(Math.max(1, minLength));
}
