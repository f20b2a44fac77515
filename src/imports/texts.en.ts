import type { SameTexts } from "../platform/texts/catalogue.ts";
import type { da } from "./texts.da.ts";

/** What is wrong with files that were to be loaded, by problem code. */
export const en: SameTexts<typeof da> = {
  no_folder: "There is no such folder. Name a folder of CSV files.",
  no_files:
    "There are no CSV files in the folder, so there is nothing to load. docs/records.md has the file names and columns.",
  unknown_file: "The file belongs to no kind of fact.{hint}",
  no_header: "The file is empty. Its first line must be the column names: {columns}.",
  unknown_column: "This file has no column “{name}”.{hint}",
  missing_column: "The column “{name}” is missing.",
  doubled_column: "The column “{name}” is there twice.",
  wrong_encoding: "The line is not UTF-8. Save the file as “CSV UTF-8”.",
  row_too_long: "The line is too long to be a row. Is a line break or a closing quote missing?",
  unterminated_quote: "A quote that opens on this line is never closed.",
  stray_quote: "There is a quote inside a field. Put the whole field in quotes and write the quote twice.",
  wrong_field_count: "The line has {found} fields, but there are {expected} columns. Fields are separated by commas.",
  required: "The field must not be empty.",
  not_a_day: "This is not a date. Write it as 2021-12-31.",
  not_a_number: "This is not a number. Write digits, with a point before decimals.",
  not_whole: "The number must be whole, without decimals.",
  too_many_decimals: "The number has too many decimals; at most {most} are allowed.",
  too_small: "The number is too small; the least is {min}.",
  too_large: "The number is too large; the most is {max}.",
  not_yes_or_no: "Write “ja” or “nej”.",
  unknown_code: "There is no such code.{hint}",
  looks_like_cpr:
    "The value looks like a CPR number. It must not stand here; use an id that does not lead to the person.",
  not_a_cpr:
    "This is not a CPR number. Write it as DDMMYY-SSSS or ten digits; a replacement number has ten characters too.",
  cpr_without_zero:
    "The CPR number has nine digits only. The spreadsheet probably took away a zero in front; make the column text and save again.",
  cpr_without_birthday: "The first six digits are no date, and it is no replacement number (day + 60) either.",
  doubled_number: "The same CPR number also stands on line {other} under another id.",
  number_taken: "The CPR number is already recorded on a citizen with another id. Use that id, or correct the other.",
  control_character: "The field holds a character that cannot be stored.",
  ends_before_start: "The last day is before the first day.",
  known_in_future: "The day is after today; nothing can be known yet that is learned later.",
  known_until_before_from: "known_until must be after known_from; without a known_from that is today.",
  doubled_id: "The same id is on line {other}, and both rows hold at the same time.",
  unknown_reference: "There is no row with this id in {file} or in what was loaded before.",
  known_later: "Newer knowledge about this id is loaded already. Include it in the file, or leave the row out.",
  overlaps: "The row holds at the same time as another about the same. Mend the days, or take it with a reason.",
  did_you_mean: " Did you mean “{suggestion}”?",
  choose_among: " The choices are {choices}.",
};
