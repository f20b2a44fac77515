/** Hvorfor noget ikke kan gøres med en indlæsning. */
export const da = {
  unknown_import: "Indlæsningen findes ikke. Se listen over indlæsninger.",
  unknown_import_file: "Filen findes ikke i indlæsningen.",
  unknown_import_row: "Rækken står ikke på listen over rækker, der kan rettes. Ret den i filen, og læg filen op igen.",
  unknown_mapping: "Oversættelsen findes ikke. Den kan være glemt imens.",
  import_elsewhere: "Det kan ikke gøres nu, for indlæsningen er {state}.",
  import_edit_conflict:
    "Nogen har rettet cellen imens; der står nu “{theirs}”. Se på den igen, og ret, hvis det stadig er nødvendigt.",
  import_changed: "Indlæsningen er ændret, siden du så den. Se den igen, før du går videre.",
  import_has_rejected:
    "Der er {rejected} rækker, der ikke kan indlæses. Ret dem, sæt dem til side, eller udelad filen.",
  import_nothing_left: "Der er ingen filer at indlæse: alle er udeladt.",
  import_no_files: "Der var ingen filer. Vælg en mappe eller nogle filer.",
  import_too_many_files: "Der er flere end {most} filer. Læg dem op i flere omgange.",
  import_too_large: "Filen “{name}” er større end {most} MB. Del den i flere filer.",
  import_not_acceptable:
    "Rækken bryder en regel, der ikke kan gøres en undtagelse fra. Ret den, eller sæt den til side.",
  import_bad_mapping: "Oversættelsen kan ikke bruges: {why}",
  import_was_built_on:
    "Indlæsningen kan ikke tages tilbage: {rows} rækker i “{fact}” er rettet siden eller bruges af noget, der kom senere. Tag det senere tilbage først.",
  import_not_whole:
    "Indlæsningen kan ikke tages tilbage: dens rækker i “{fact}” er ikke længere, som de var (slettet efter reglerne eller gendannet fra en kopi).",
  import_failed: "Indlæsningen blev ikke færdig: {why} Intet er gemt. Prøv igen.",
  import_undo_failed: "Indlæsningen blev ikke taget tilbage: {why} Intet er ændret. Prøv igen.",
  import_reconcile_failed: "Sammenligningen blev ikke færdig, for der skete en fejl hos os. Prøv igen.",
  import_unexpected: "der skete en fejl hos os.",
  states: {
    receiving: "ved at blive lagt op",
    received: "ikke forstået helt endnu",
    mapped: "ikke tjekket endnu",
    checking: "ved at blive tjekket",
    checked: "tjekket",
    running: "ved at blive indlæst",
    done: "indlæst",
    undoing: "ved at blive taget tilbage",
    failed: "gået i stå",
    undone: "taget tilbage",
    given_up: "opgivet",
  },
};
