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
  wrong_encoding:
    "The line has letters that fit neither UTF-8 nor Windows. Save the file as “CSV UTF-8” in the program it comes from.",
  mixed_encoding:
    "Æ, ø and å are written one way above this line and another way from it on. The file was probably put together from two. Save each as “CSV UTF-8”.",
  twice_encoded:
    "Æ, ø and å are broken on this line, because the file was opened as Windows text and saved again. Fetch it anew, or save it as “CSV UTF-8”.",
  lost_letters:
    "On this line a letter was lost before the file came here, and � stands in its place. Fetch the file anew from where it comes from.",
  not_text: "The line has characters that are no text. The file is damaged, or is something else than a table.",
  too_many_columns: "The line has more columns than a table can have. Is a line break missing?",
  row_too_long: "The line is too long to be a row. Is a line break or a closing quote missing?",
  unterminated_quote: "A quote that opens on this line is never closed.",
  stray_quote: "There is a quote inside a field. Put the whole field in quotes and write the quote twice.",
  wrong_field_count: "The line has {found} fields, but there are {expected} columns. Fields are separated by commas.",
  required: "The field must not be empty.",
  not_a_day: "This is not a date. Write it as 2021-12-31.",
  ambiguous_day: "The date can be day/month or month/day. Say once for the column what comes first.",
  has_clock: "There is a time of day where a date should be. Say for the column that the time is left out.",
  day_too_early: "The day is before {earliest}. Is the year right?",
  day_not_past: "The day is after today, which it cannot be here.",
  not_a_period: "This is not a period. Write it as 2021, 2021Q1, 2021M05 or 2021W07.",
  not_an_age: "This is not an age or a group of ages, such as 25-29 years.",
  not_a_number: "This is not a number. Write digits, with a point before decimals.",
  ambiguous_number:
    "The number can be thousands or decimals. Say once for the column whether the decimal mark is a comma or a point.",
  ambiguous_amount: "The amount can be kroner or øre. Say once for the column which it is.",
  not_whole: "The number must be whole, without decimals.",
  too_many_decimals: "The number has too many decimals; at most {most} are allowed.",
  too_small: "The number is too small; the least is {min}.",
  too_large: "The number is too large; the most is {max}.",
  not_yes_or_no: "Write “ja” or “nej”.",
  unknown_code: "There is no such code.{hint}",
  unknown_area: "There is no such area.{hint}",
  not_a_cvr: "This is not a CVR number: eight digits, the last of which fits the others.",
  not_a_p_number: "This is not a P-number: ten digits that begin with 1.",
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
  doubled_key: "The row on line {other} has the same {key}. If the two are different, the file must have an id.",
  total_line: "The line is a sum of the others and was left out.",
  overlaps: "The period covers days that {other} covers too.",
  before_birth: "The period begins before the citizen's birth.",
  unknown_reference: "There is no row with this id in {file} or in what was loaded before.",
  known_later: "Newer knowledge about this id is loaded already. Include it in the file, or leave the row out.",
  did_you_mean: " Did you mean “{suggestion}”?",
  choose_among: " The choices are {choices}.",
};
