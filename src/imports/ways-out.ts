import type { ProblemCode } from "./problem.ts";

/**
 * What can be done about a problem: correct it in the file or in the row, say once how the column or the code is to be read, or set the
 * row aside by name with a reason ("accept").
 */
export type WayOut = "fix" | "map" | "accept";

/** Answered once for a whole column or code: how it is read, or what it is called here. */
const MAPPED = new Set<ProblemCode>([
  "unknown_file",
  "unknown_column",
  "missing_column",
  "unknown_code",
  "unknown_area",
  "not_yes_or_no",
  "not_a_day",
  "ambiguous_day",
  "has_clock",
  "not_a_number",
  "ambiguous_number",
  "ambiguous_amount",
  "not_a_period",
  "not_an_age",
]);

/** The whole file or its header: there is no row to set aside. */
const WHOLE_FILE = new Set<ProblemCode>([
  "no_folder",
  "no_files",
  "unknown_file",
  "no_header",
  "unknown_column",
  "missing_column",
  "doubled_column",
  "wrong_encoding",
  "mixed_encoding",
  "twice_encoded",
  "lost_letters",
  "not_text",
  "damaged_file",
  "packed_too_much",
  "packed_files",
  "locked_file",
  "old_spreadsheet",
  "other_document",
  "formula_without_value",
  "row_too_long",
  "too_many_columns",
  "unterminated_quote",
  "stray_quote",
]);

/** The ways out of a problem. */
export function waysOut(code: ProblemCode): readonly WayOut[] {
  const ways: WayOut[] = ["fix"];
  if (MAPPED.has(code)) ways.push("map");
  if (!WHOLE_FILE.has(code)) ways.push("accept");
  return ways;
}
