/** A JSON schema as the API's document has it. */
export type Schema = {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly format?: string;
  readonly minLength?: number;
  readonly minimum?: number;
};

const BY_FORMAT: Readonly<Record<string, string>> = {
  date: "2021-12-31",
  "date-time": "2021-12-31T12:00:00Z",
  uuid: "00000000-0000-4000-8000-000000000001",
};

/** A body an operation takes, made from its schema: known names get known values, everything else the smallest that fits. */
export function bodyOf(schema: Schema, known: Readonly<Record<string, unknown>>, name = ""): unknown {
  if (name in known) return known[name];
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (choice) return bodyOf(choice, known, name);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case "object": {
      const required = Object.entries(schema.properties ?? {}).filter(
        ([each]) => schema.required?.includes(each) || each in known,
      );
      return Object.fromEntries(required.map(([each, inner]) => [each, bodyOf(inner, known, each)]));
    }
    case "array":
      return [];
    case "boolean":
      return false;
    case "integer":
    case "number":
      return Math.max(1, schema.minimum ?? 1);
    case "null":
      return null;
    default:
      return BY_FORMAT[schema.format ?? ""] ?? "x".repeat(schema.minLength ?? 1);
  }
}
