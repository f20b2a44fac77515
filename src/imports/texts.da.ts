import type { Texts } from "../platform/texts/catalogue.ts";

/** What is wrong with files that were to be loaded, by problem code. */
export const da = {
  no_folder: "Mappen findes ikke. Angiv en mappe med CSV-filer.",
  no_files: "Der er ingen CSV-filer i mappen, så der er intet at indlæse. Filnavne og kolonner står i docs/records.md.",
  unknown_file: "Filen hører ikke til nogen slags oplysning.{hint}",
  no_header: "Filen er tom. Første linje skal være kolonnenavnene: {columns}.",
  unknown_column: "Kolonnen “{name}” findes ikke i denne fil.{hint}",
  missing_column: "Kolonnen “{name}” mangler.",
  doubled_column: "Kolonnen “{name}” står der to gange.",
  wrong_encoding:
    "Linjen har tegn, der hverken passer til UTF-8 eller til Windows. Gem filen som “CSV UTF-8” i det program, den kommer fra.",
  mixed_encoding:
    "Æ, ø og å er skrevet på én måde over denne linje og på en anden fra den. Filen er nok sat sammen af to. Gem dem hver for sig som “CSV UTF-8”.",
  twice_encoded:
    "Æ, ø og å er gået i stykker på denne linje, fordi filen er åbnet som Windows-tekst og gemt igen. Hent den på ny, eller gem den som “CSV UTF-8”.",
  lost_letters:
    "På denne linje er et bogstav gået tabt, før filen kom hertil, og der står � i stedet. Hent filen på ny i det system, den kommer fra.",
  not_text: "Linjen har tegn, der ikke er tekst. Filen er beskadiget eller er noget andet end en tabel.",
  too_many_columns: "Linjen har flere kolonner, end en tabel kan have. Mangler der et linjeskift?",
  row_too_long:
    "Linjen er for lang til at være en række. Mangler der et linjeskift eller et afsluttende anførselstegn?",
  unterminated_quote: "Et anførselstegn, der åbner på denne linje, lukkes aldrig.",
  stray_quote: "Der står et anførselstegn inde i et felt. Sæt hele feltet i anførselstegn, og skriv tegnet to gange.",
  wrong_field_count: "Linjen har {found} felter, men der er {expected} kolonner. Felter skilles af komma.",
  required: "Feltet må ikke være tomt.",
  not_a_day: "Det er ikke en dato. Skriv den som 2021-12-31.",
  not_a_number: "Det er ikke et tal. Skriv cifre, og brug punktum som decimaltegn.",
  not_whole: "Tallet skal være helt, uden decimaler.",
  too_many_decimals: "Tallet har for mange decimaler; her må højst være {most}.",
  too_small: "Tallet er for lille; det mindste er {min}.",
  too_large: "Tallet er for stort; det største er {max}.",
  not_yes_or_no: "Skriv “ja” eller “nej”.",
  unknown_code: "Koden findes ikke.{hint}",
  looks_like_cpr:
    "Værdien ligner et CPR-nummer. Det må ikke stå her; brug et id, der ikke kan føres tilbage til personen.",
  control_character: "Feltet indeholder et tegn, der ikke kan gemmes.",
  ends_before_start: "Sidste dag ligger før første dag.",
  known_in_future: "Dagen ligger efter i dag; man kan ikke vide noget endnu, som man først får at vide senere.",
  known_until_before_from: "known_until skal ligge efter known_from; uden known_from gælder dagen i dag.",
  doubled_id: "Samme id står også på linje {other}, og begge rækker gælder på samme tid.",
  unknown_reference: "Der er ingen række med dette id i {file} eller i det, der allerede er indlæst.",
  known_later: "Der er allerede indlæst nyere viden om dette id. Tag den med i filen, eller udelad rækken.",
  did_you_mean: " Mente du “{suggestion}”?",
  choose_among: " Mulighederne er {choices}.",
} as const satisfies Texts;
