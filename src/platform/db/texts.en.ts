import type { SameTexts } from "../texts/catalogue.ts";
import type { da } from "./texts.da.ts";

/** What the records tell people when they cannot be opened. */
export const en: SameTexts<typeof da> = {
  data_folder_in_use:
    "The data folder is in use by {what} (process {pid}). Run the command again while the server runs and it goes through it, or stop it first.",
  server_runs: "a server at {url}",
  process_runs: "another program",
  migration_changed:
    "The migration {file} was edited after it had been applied. Put the file back as it was and write the change as a new file.",
  migration_missing: "The database was changed by {file}, which this program does not know. Use a newer version of it.",
  migration_failed:
    "The migration {file} failed and nothing was changed: {reason}. The program has not started. Use the version before, and report the error.",
  records_replaced:
    "These are not the records the warehouse last read; they were probably restored from a backup. Rebuild the warehouse.",
  records_not_empty:
    "The database has records already, and they were not touched. Restore into an empty database: make a new one and set DATABASE_URL to it.",
  backup_newer:
    "The backup was made by a newer version of the program, and nothing was changed. Install that version or a newer one, and try again.",
  disk_full:
    "The disk is full, so the records cannot be opened. Make room (48 MB at least) and try again; what was saved is still there.",
  disk_full_ended:
    "The disk ran full in the middle of a large change, and the program has been ended. What was saved is still there; the large change is not. Make room and start again.",
  database_too_old: "The database is PostgreSQL {version}; the program needs version 15 or newer.",
};
