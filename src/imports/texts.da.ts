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
  wrong_encoding: "Linjen er ikke UTF-8. Gem filen som “CSV UTF-8”.",
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
  not_a_cpr:
    "Det er ikke et CPR-nummer. Skriv det som DDMMÅÅ-SSSS eller ti cifre; et erstatningsnummer har også ti tegn.",
  cpr_without_zero:
    "CPR-nummeret har kun ni cifre. Regnearket har nok fjernet et nul forrest; gør kolonnen til tekst, og gem filen igen.",
  cpr_without_birthday: "De første seks cifre er ikke en dato, og det er heller ikke et erstatningsnummer (dag + 60).",
  doubled_number: "Samme CPR-nummer står også på linje {other} under et andet id.",
  number_taken: "CPR-nummeret er allerede registreret på en borger med et andet id. Brug dét id, eller ret den anden.",
  control_character: "Feltet indeholder et tegn, der ikke kan gemmes.",
  ends_before_start: "Sidste dag ligger før første dag.",
  known_in_future: "Dagen ligger efter i dag; man kan ikke vide noget endnu, som man først får at vide senere.",
  known_until_before_from: "known_until skal ligge efter known_from; uden known_from gælder dagen i dag.",
  doubled_id: "Samme id står også på linje {other}, og begge rækker gælder på samme tid.",
  unknown_reference: "Der er ingen række med dette id i {file} eller i det, der allerede er indlæst.",
  known_later: "Der er allerede indlæst nyere viden om dette id. Tag den med i filen, eller udelad rækken.",
  overlaps: "Rækken gælder samtidig med en anden om det samme. Ret dagene, eller tag den med en begrundelse.",
  did_you_mean: " Mente du “{suggestion}”?",
  choose_among: " Mulighederne er {choices}.",
} as const satisfies Texts;
