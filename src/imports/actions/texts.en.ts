import type { SameTexts } from "../../platform/texts/catalogue.ts";
import type { da } from "./texts.da.ts";

/** Why something cannot be done with an import. */
export const en: SameTexts<typeof da> = {
  unknown_import: "There is no such import. See the list of imports.",
  unknown_import_file: "There is no such file in the import.",
  unknown_import_row:
    "The row is not among those that can be mended here. Mend it in the file and upload the file again.",
  unknown_mapping: "There is no such mapping. It may have been forgotten meanwhile.",
  import_elsewhere: "That cannot be done now, for the import is {state}.",
  import_edit_conflict:
    "Somebody has mended the cell meanwhile; it now says “{theirs}”. Look at it again and mend it if it is still needed.",
  import_changed: "The import has changed since you saw it. Look at it again before you go on.",
  import_has_rejected:
    "There are {rejected} rows that cannot be imported. Mend them, set them aside, or leave the file out.",
  import_nothing_left: "There are no files to import: all are left out.",
  import_no_files: "There were no files. Choose a folder or some files.",
  import_too_many_files: "There are more than {most} files. Upload them in several goes.",
  import_too_large: "The file “{name}” is larger than {most} MB. Split it into several files.",
  import_not_acceptable: "The row breaks a rule that has no exceptions. Mend it or set it aside.",
  import_bad_mapping: "The mapping cannot be used: {why}",
  import_was_built_on:
    "The import cannot be taken back: {rows} rows of “{fact}” have been corrected since or are used by something that came later. Take that back first.",
  import_not_whole:
    "The import cannot be taken back: its rows of “{fact}” are no longer as they were (deleted by the rules, or restored from a copy).",
  import_failed: "The import did not finish: {why} Nothing was stored. Try again.",
  import_undo_failed: "The import was not taken back: {why} Nothing was changed. Try again.",
  import_reconcile_failed: "The comparison did not finish: there was an error on our side. Try again.",
  import_unexpected: "there was an error on our side.",
  states: {
    receiving: "being uploaded",
    received: "not wholly understood yet",
    mapped: "not checked yet",
    checking: "being checked",
    checked: "checked",
    running: "being stored",
    done: "done",
    undoing: "being taken back",
    failed: "stuck",
    undone: "taken back",
    given_up: "given up",
  },
};
