import type { Texts } from "../texts/catalogue.ts";

/** What the records tell people when they cannot be opened. */
export const da = {
  data_folder_in_use:
    "Datamappen er i brug: {what} (proces {pid}). Kør kommandoen igen, mens serveren kører, så går den gennem den, eller stop den først.",
  server_runs: "en server på {url}",
  process_runs: "et andet program",
  migration_changed:
    "Databaseændringen {file} er rettet, efter at den blev kørt. Genskab filen, som den var, og læg rettelsen i en ny fil.",
  migration_missing:
    "Databasen er ændret af {file}, som dette program ikke kender. Brug en nyere udgave af programmet.",
  records_replaced:
    "Optegnelserne er ikke dem, tallagret sidst læste; de er nok genskabt fra en sikkerhedskopi. Genopbyg tallagret.",
  database_too_old: "Databasen er PostgreSQL {version}; programmet kræver version 15 eller nyere.",
} as const satisfies Texts;
