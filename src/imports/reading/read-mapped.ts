import { hash } from "node:crypto";
import type { Fact } from "../../platform/kernel/fact.ts";
import type { Mapping } from "../contract.ts";
import { type Field, fieldsOf } from "../layout.ts";
import { type Fault, note, type Problems, remark } from "../problem.ts";
import { folded } from "../rules/letters.ts";
import { doubtfulCpr, type Sealing } from "../sealing.ts";
import { type Against, readerFor } from "./field-reader.ts";
import { type Place, placesOf } from "./places.ts";
import { isFault, type RawRow, type Sheet } from "./sheet.ts";

/** What reading a sheet needs besides its mapping. */
export type ReadingContext = {
  readonly fact: Fact;
  /** The file's name, for messages. */
  readonly file: string;
  /** As `2021-12-31`: rows are known from this day when they do not say. */
  readonly today: string;
  readonly problems: Problems;
  /** With which keys CPR numbers are sealed; without them a file that has any cannot be read. */
  readonly sealing?: Partial<Sealing>;
  /** The id of the citizen with a CPR number: see `citizensByNumber`. Without it no CPR number is taken for a citizen. */
  readonly citizenOf?: Against["citizenOf"] | undefined;
  /** A row as it was corrected here, or null to leave it out. Lines tell rows apart. */
  readonly edit?: (row: RawRow) => RawRow | null;
};

const CHUNK = 1 << 19;
const FOREVER = "9999-12-31";
const EARLIEST = "1900-01-01";
const ID_LETTERS = 32;
const LONGEST_SUM = 40;
const SUM_LETTERS = "ITSHAGitshag";
const CELL_ERROR =
  /^#(?:N\/A|I\/T|REF!|REFERENCE!|VALUE!|V\u00c6RDI!|DIV\/0!|DIVISION\/0!|NAME\?|NAVN\?|NULL!|NUL!|NUM!|####+)$/i;
const CELL_FAULT: Fault = { code: "cell_error" };
const SUM = /^(?:i alt|ialt|total|sum|hele filen|antal rækker|grand total)\b/i;

/**
 * Reads a sheet by its mapping and gives the good rows as CSV for the staging table: line, were the known days given, the fields.
 * Problems are noted; the rows they are in are left out. Lines that only sum up the others are left out with a remark.
 */
export async function* readMapped(sheet: Sheet, mapping: Mapping, context: ReadingContext): AsyncGenerator<string> {
  const plan = planOf(sheet, mapping, context);
  for (const said of sheet.remarks) remark(context.problems, { file: context.file, line: 0 }, said);
  if (plan === null) return;
  let chunk = "";
  for await (const rows of sheet.rows()) {
    if (isFault(rows)) {
      note(context.problems, { file: context.file, line: rows.line }, rows.fault);
      break;
    }
    for (const row of rows) chunk += readRow(row, plan);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk) yield chunk;
}

/** Values of a column by which rows are taken or left out. */
type Choice = { readonly at: number; readonly values: ReadonlySet<string> };

type Plan = {
  readonly context: ReadingContext;
  readonly fields: readonly Field[];
  readonly places: readonly Place[];
  readonly width: number;
  readonly padded: boolean;
  /** Where in the stored fields the parts of the row's id are, when the file has none. */
  readonly key: readonly number[] | null;
  readonly only: readonly Choice[];
  readonly except: readonly Choice[];
  readonly isSpell: boolean;
};

function planOf(sheet: Sheet, mapping: Mapping, context: ReadingContext): Plan | null {
  const { fact } = context;
  const fields = fieldsOf(fact, context.sealing);
  const against = { ...context, earliest: fact.earliest ?? EARLIEST };
  const places = placesOf(sheet, { mapping, fields, fact }, context);
  if (places === null) return null;
  const key = places[0]?.mapped
    ? null
    : (fact.key ?? []).map((name) => fields.findIndex((field) => field.name === name));
  return {
    context,
    fields,
    places: places.map((place, index) => withReader(place, fields[index], against)),
    width: sheet.header.length,
    padded: sheet.form.kind === "xlsx",
    key,
    only: choices(sheet, mapping.only),
    except: choices(sheet, mapping.except),
    isSpell: fact.shape === "spell",
  };
}

function choices({ header }: Sheet, list: Mapping["only"] = []): readonly Choice[] {
  return list.map(({ from, values }) => ({ at: header.indexOf(from), values: new Set(values.map(compared)) }));
}

/** Values are alike in spite of case and spaces; those that are only marks, such as `..`, stay as they are. */
function compared(value: string): string {
  return folded(value) || value;
}

function withReader(place: Place, field: Field | undefined, against: Against): Place {
  if (!field || !place.mapped) return place;
  const isNumber = field.spec.type === "cpr" || place.mapped.read?.as === "cpr";
  const read = readerFor(field, place.mapped, against);
  return isNumber ? { ...place, read, doubt: doubtfulCpr } : { ...place, read };
}

/** A row as it is staged, or nothing after noting what is wrong with it. */
function readRow(raw: RawRow, plan: Plan): string {
  const { context, width, padded } = plan;
  const { problems } = context;
  const row = context.edit ? context.edit(raw) : raw;
  if (row === null || !isWanted(row, plan) || isSum(row, plan)) return "";
  if (!fits(row, width, padded)) {
    const values = { found: row.cells.length, expected: width };
    note(problems, { file: context.file, line: row.line }, { code: "wrong_field_count", values });
    return "";
  }
  const before = problems.total;
  const stored = plan.fields.map((field, index) => readField(row, { field, index }, plan));
  if (problems.total > before) return "";
  if (plan.key)
    stored[0] = idOf(
      context.fact,
      plan.key.map((at) => stored[at] ?? ""),
    );
  checkDays(row, stored, plan);
  if (problems.total > before) return "";
  const last = stored.length - 1;
  const explicit = stored[last - 1] !== "" || stored[last] !== "";
  const known = `${stored[last - 1] || context.today},${stored[last] || FOREVER}`;
  return `${row.line},${explicit},${stored.slice(0, last - 1).join(",")},${known}\n`;
}

function readField(row: RawRow, { field, index }: { field: Field; index: number }, plan: Plan): string {
  const place = plan.places[index];
  if (!place?.mapped) return field.whenEmpty;
  const text = place.at < 0 ? (place.mapped.constant ?? "") : (row.cells[place.at] ?? "");
  if (text === "") {
    if (field.required) note(plan.context.problems, placeOf(row, place, plan), { code: "required" });
    return field.whenEmpty;
  }
  const read = text.startsWith("#") && CELL_ERROR.test(text) ? CELL_FAULT : place.read(text);
  if (typeof read === "string") {
    remarkOn(row, { place, text }, plan);
    return read;
  }
  const shown = field.shown && place.mapped.read?.as !== "cpr" ? { shown: text } : {};
  note(plan.context.problems, { ...placeOf(row, place, plan), ...shown }, read);
  return "";
}

/** Says what is worth knowing of a cell that was read: a formula gave it, or it is right but unusual. */
function remarkOn(row: RawRow, { place, text }: { place: Place; text: string }, plan: Plan): void {
  const at = (): ReturnType<typeof placeOf> => placeOf(row, place, plan);
  if (row.formulas?.includes(place.at)) remark(plan.context.problems, at(), { code: "formulas_used" });
  const doubt = place.doubt?.(text) ?? null;
  if (doubt) remark(plan.context.problems, at(), doubt);
}

/** Rows with another number of fields than the header; empty ones after the last do not count, nor in a spreadsheet missing ones. */
function fits({ cells }: RawRow, width: number, padded: boolean): boolean {
  if (cells.length === width) return true;
  if (cells.length < width) return padded;
  for (let at = width; at < cells.length; at++) if (cells[at] !== "") return false;
  return true;
}

function isWanted({ cells }: RawRow, { only, except }: Plan): boolean {
  const has = ({ at, values }: Choice): boolean => values.has(compared(cells[at] ?? ""));
  return only.every(has) && !except.some(has);
}

/** Is it a line that sums up the others: it says so, and no citizen, company or day stands in it? It is left out with a remark. */
function isSum(row: RawRow, plan: Plan): boolean {
  if (!row.cells.some(saysSum) || !hasNoOwner(row, plan)) return false;
  remark(plan.context.problems, { file: plan.context.file, line: row.line }, { code: "total_line" });
  return true;
}

/** The first letter alone rules out nearly every cell. */
function saysSum(cell: string): boolean {
  return cell.length < LONGEST_SUM && SUM_LETTERS.includes(cell.charAt(0)) && cell !== "" && SUM.test(cell);
}

function hasNoOwner({ cells }: RawRow, { fields, places }: Plan): boolean {
  return fields.every(({ required, spec }, index) => {
    if (!required || (spec.type !== "key" && spec.type !== "day")) return true;
    const text = cells[places[index]?.at ?? -1] ?? "";
    return text === "" || SUM.test(text);
  });
}

/** An id that is always the same for the same key. Hexadecimal, so that it is never taken for a CPR number. */
function idOf(fact: Fact, parts: readonly string[]): string {
  return hash("sha256", `${fact.name}\u001f${parts.join("\u001f")}`).slice(0, ID_LETTERS);
}

function placeOf(row: RawRow, { mapped }: Place, { context }: Plan): { file: string; line: number; column: string } {
  return { file: context.file, line: row.line, column: mapped?.from ?? mapped?.field ?? "" };
}

/** Days that must come in order. ISO dates compare as texts; the fields stand as `fieldsOf` puts them. */
function checkDays(row: RawRow, stored: readonly string[], { context, places, isSpell }: Plan): void {
  const { today, problems, file } = context;
  const at = (index: number) => ({
    file,
    line: row.line,
    column: places.at(index)?.mapped?.from ?? (index === 2 ? "last_day" : index === -1 ? "known_until" : "known_from"),
  });
  const fault = (index: number, code: Fault["code"]): void => note(problems, at(index), { code });
  if (isSpell && (stored[1] ?? "") >= (stored[2] ?? "")) fault(2, "ends_before_start");
  const [knownFrom = "", knownUntil = ""] = stored.slice(-2);
  if (knownFrom > today) fault(-2, "known_in_future");
  if (knownUntil === "" || knownUntil === FOREVER) return;
  if (knownUntil > today) fault(-1, "known_in_future");
  else if (knownUntil <= (knownFrom || today)) fault(-1, "known_until_before_from");
}
