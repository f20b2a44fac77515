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
  migration_failed:
    "Databaseændringen {file} kunne ikke gennemføres, og intet er ændret: {reason}. Programmet er ikke startet. Brug den forrige udgave, og meld fejlen.",
  records_replaced:
    "Optegnelserne er ikke dem, tallagret sidst læste; de er nok genskabt fra en sikkerhedskopi. Genopbyg tallagret.",
  records_not_empty:
    "Databasen har allerede optegnelser, og de er ikke rørt. Genskab i en tom database: opret en ny, og sæt DATABASE_URL til den.",
  backup_newer:
    "Sikkerhedskopien er lavet af en nyere udgave af programmet, og intet er ændret. Installér mindst den udgave, og prøv igen.",
  disk_full:
    "Der er ikke plads på disken, så optegnelserne kan ikke åbnes. Gør plads (mindst 48 MB), og prøv igen; det, der var gemt, er der stadig.",
  disk_full_ended:
    "Disken løb fuld midt i en stor ændring, og programmet er stoppet. Det, der var gemt, er der stadig; den store ændring er ikke. Gør plads, og start igen.",
  database_too_old: "Databasen er PostgreSQL {version}; programmet kræver version 15 eller nyere.",
} as const satisfies Texts;
