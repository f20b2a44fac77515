import type { FieldAnswer, FormAnswer, RecordAnswer } from "../contract.ts";

/** What stands in the fields of a form: everything is text until it is sent. */
export type RecordValues = {
  readonly from: string;
  readonly to: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** Empty fields, on a day. */
export function emptyValues(form: FormAnswer, day: string): RecordValues {
  return { from: day, to: "", fields: Object.fromEntries(form.fields.map(({ name }) => [name, ""])) };
}

/** The fields as a record has them. */
export function valuesOf(form: FormAnswer, record: RecordAnswer, decimal: "," | "."): RecordValues {
  const text = ({ name, type }: FieldAnswer): string => {
    const value = record.values[name] ?? null;
    if (value === null) return "";
    return type === "hours" ? String(value).replace(".", decimal) : String(value);
  };
  return {
    from: record.from,
    to: record.to ?? "",
    fields: Object.fromEntries(form.fields.map((field) => [field.name, text(field)])),
  };
}

/** The fields that are asked for as the others stand. */
export function askedFor(form: FormAnswer, { fields }: RecordValues): readonly FieldAnswer[] {
  return form.fields.filter(({ when }) => when === null || when.is.includes(fields[when.field] ?? ""));
}

type Sent = { readonly from: string; readonly to: string | null; readonly values: Record<string, SentValue> };
type SentValue = string | number | boolean | null;

/** What is sent: fields that are not asked for, and empty ones, are missing. A number that cannot be read is sent as it was typed, so that the server names it. */
export function toSend(form: FormAnswer, values: RecordValues): Sent {
  const asked = askedFor(form, values).map((field) => [field.name, sentValue(field, values.fields[field.name] ?? "")]);
  return {
    from: values.from,
    to: form.lasts && values.to !== "" ? values.to : null,
    values: Object.fromEntries(asked),
  };
}

function sentValue({ type }: FieldAnswer, typed: string): SentValue {
  const text = typed.trim();
  if (text === "") return null;
  if (type === "bool") return text === "true";
  if (type !== "hours" && type !== "int") return text;
  const number = Number(text.replace(",", "."));
  return Number.isFinite(number) ? number : text;
}

/** A draft as text, and back; what cannot be read is no draft. */
export function readDraft(text: string): RecordValues | null {
  try {
    const read: unknown = JSON.parse(text);
    return isValues(read) ? read : null;
  } catch {
    return null;
  }
}

function isValues(read: unknown): read is RecordValues {
  if (typeof read !== "object" || read === null || !("fields" in read) || !("from" in read) || !("to" in read))
    return false;
  return (
    typeof read.from === "string" &&
    typeof read.to === "string" &&
    typeof read.fields === "object" &&
    read.fields !== null
  );
}
