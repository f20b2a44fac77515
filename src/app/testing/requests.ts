import { type Chance, HOSTILE_TEXTS, hostileJson, hostileValue } from "./hostile-values.ts";

type Schema = {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
};

type Parameter = { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: Schema };
type Described = {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
};

/** The parts of an OpenAPI document that requests are made from. */
export type OpenApi = { readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>> };

/** One operation of the document. */
export type Operation = {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | null;
};

/** A request before it is bytes. `target` is the path and query as they are sent. */
export type Drawn = {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer | null;
};

/** Every operation of a document. */
export function operationsIn({ paths }: OpenApi): readonly Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      method: method.toUpperCase(),
      path,
      parameters,
      body: requestBody?.content?.["application/json"]?.schema ?? null,
    })),
  );
}

/** Values that exist in the records, by the name of the place: what makes a request valid rather than merely well formed. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

/** How wild a request is: 0 is well formed, 1 has something hostile in every place. */
export function drawRequest(operation: Operation, draw: Chance, given: { known: Known; wild: number }): Drawn {
  const wild = (): boolean => draw.likely(given.wild);
  const valueAt = (name: string, schema: Schema | undefined): unknown =>
    wild() ? hostileValue(draw) : validValue(name, schema ?? {}, { draw, known: given.known, wild });
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const found = operation.parameters.find((one) => one.in === "path" && one.name === name);
    return asSegment(valueAt(name, found?.schema), draw, wild());
  });
  const query = operation.parameters
    .filter((one) => one.in === "query" && (one.required || draw.likely(0.4)))
    .map((one) => `${one.name}=${asSegment(valueAt(one.name, one.schema), draw, wild())}`);
  if (wild() && query.length > 0) query.push(draw.one([query[0] ?? "", "a[]=1", "=", "&&", "__proto__=1", "q=%"]));
  const target = query.length > 0 ? `${path}?${query.join("&")}` : path;
  const method =
    wild() && draw.likely(0.3) ? draw.one(["HEAD", "OPTIONS", "TRACE", "PUT", "PATCH", "PURGE"]) : operation.method;
  return { method, target, ...bodyOf(operation, { draw, wild, valueAt }) };
}

function bodyOf(
  { method, body }: Operation,
  { draw, wild, valueAt }: { draw: Chance; wild: () => boolean; valueAt: (name: string, schema: Schema) => unknown },
): Pick<Drawn, "headers" | "body"> {
  if (body === null && (method === "GET" || !draw.likely(0.3))) return { headers: [], body: null };
  const type = wild()
    ? draw.one([
        "text/plain",
        "application/xml",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-7",
        "",
        "x",
      ])
    : "application/json";
  const text = wild() ? hostileJson(draw) : (JSON.stringify(valueAt("body", body ?? {})) ?? "");
  const bytes =
    wild() && draw.likely(0.2)
      ? Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe, 0xc3])])
      : Buffer.from(text);
  return { headers: [["content-type", type]], body: bytes };
}

/** A value as part of an address: escaped as it should be, or not. */
function asSegment(value: unknown, draw: Chance, raw: boolean): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const short = text.slice(0, 6_000);
  if (raw) return draw.one([unspaced(short), "%", "%c3%28", "..%2f", `${short.slice(0, 5)}%00`]);
  try {
    return encodeURIComponent(short);
  } catch {
    return "%ED%A0%80";
  }
}

/** Without what would end the request's first line. */
function unspaced(text: string): string {
  return [...text].filter((letter) => letter > " ").join("");
}

type Drawing = { readonly draw: Chance; readonly known: Known; readonly wild: () => boolean };

/** A value that fits a schema, or nearly: parts of it may be hostile when the drawing is wild. */
function validValue(name: string, schema: Schema, drawing: Drawing): unknown {
  const { draw, known } = drawing;
  const exists = known[name];
  if (exists && draw.likely(0.8)) return draw.one(exists);
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return validValue(name, draw.one(choice), drawing);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return draw.one(schema.enum);
  switch (schema.type) {
    case "object":
      return objectOf(schema, drawing);
    case "array":
      return Array.from({ length: draw.below(4) }, () => validValue(name, schema.items ?? {}, drawing));
    case "integer":
    case "number":
      return numberOf(schema, draw);
    case "boolean":
      return draw.likely(0.5);
    case "null":
      return null;
    default:
      return textOf(schema, draw);
  }
}

function objectOf({ properties = {}, required = [] }: Schema, drawing: Drawing): Readonly<Record<string, unknown>> {
  const { draw, wild } = drawing;
  const names = Object.keys(properties).filter((name) => (required.includes(name) ? !wild() : draw.likely(0.6)));
  const fields = names.map((name) => [
    name,
    wild() ? hostileValue(draw) : validValue(name, properties[name] ?? {}, drawing),
  ]);
  if (wild()) fields.push([draw.one(HOSTILE_TEXTS), hostileValue(draw)]);
  return Object.fromEntries(fields) as Readonly<Record<string, unknown>>;
}

function numberOf({ minimum = -10, maximum = 1_000 }: Schema, draw: Chance): number {
  return draw.one([minimum, maximum, minimum + draw.below(Math.max(1, Math.min(1_000, maximum - minimum)))]);
}

function textOf({ format, minLength = 0, maxLength = 60 }: Schema, draw: Chance): string {
  if (format === "date") return draw.one(["2021-06-30", "2021-12-31", "1900-01-01", "2400-01-01"]);
  if (format === "uuid")
    return draw.one(["00000000-0000-4000-8000-000000000000", "4fa1d3a1-4a5c-4c0a-9d53-1f6f4f5a1b11"]);
  if (format === "date-time") return "2021-06-30T08:00:00Z";
  const length = draw.one([minLength, Math.min(maxLength, 2_000), minLength + draw.below(20)]);
  return draw.likely(0.5) ? "ord på dansk ".repeat(200).slice(0, Math.min(length, maxLength)) : "7".repeat(length);
}

/** The bytes of a request. The length told is the true one unless it says otherwise. */
export function bytesOf({ method, target, headers, body }: Drawn): Buffer {
  const lines = [
    `${method} ${target} HTTP/1.1`,
    "host: 127.0.0.1",
    "connection: close",
    ...headers.map(([name, value]) => `${name}: ${value.replaceAll(/[\r\n]/g, " ")}`),
    ...(body === null ? [] : [`content-length: ${body.length}`]),
    "",
    "",
  ];
  return Buffer.concat([Buffer.from(lines.join("\r\n"), "utf8"), body ?? Buffer.alloc(0)]);
}
