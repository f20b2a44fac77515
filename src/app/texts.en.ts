import type { SameTexts } from "../platform/texts/catalogue.ts";
import type { da } from "./texts.da.ts";

/** What the command line says, in English. */
export const en: SameTexts<typeof da> = {
  logFaults: {
    entry_changed: "the content of an entry was changed",
    entry_missing: "an entry is missing",
    entry_inserted: "an entry was put in afterwards",
    entry_backdated: "an entry was written on another day than it says",
    link_changed: "a link of the chain was changed",
    link_missing: "a link of the chain is missing",
    day_changed: "the seal of a day was changed",
    day_missing: "the seal of a day is missing",
    index_changed: "the list of entries per citizen does not fit the log",
    kept_seal_differs: "the log does not fit a seal that is kept outside the database",
    kept_end_missing: "the log ends before what is kept outside the database",
  },
  cli: {
    goal: "Goal",
    status: "Status",
    value: "Value",
    target: "Target",
    title: "Title",
    rows: "{fact}: {added} new, {corrected} corrected, {unchanged} unchanged",
    refused: "Nothing was loaded: {total} mistakes.",
    planGood: "{plan} is in order: {goals} goals, {indicators} indicators.",
    rebuilt: "The warehouse has been built anew from the records.",
    verified: "The warehouse equals the records row by row, and every snapshot is unchanged.",
    deviates: "{fact}: {onlyInRecords} rows are missing in the warehouse, {onlyInWarehouse} are only there",
    changedSnapshot: 'The snapshot "{name}" is no longer what it was when it was made',
    snapshotMade: 'The snapshot "{name}" is made: {rows} rows as of {asOf}.',
    written: "Written: {file}",
    logWhole: "The log is unbroken: {days} sealed days, {entries} entries.",
    logBroken: "The log is broken: {count} faults. Touch nothing, and talk to the data-protection officer.",
    logFault: "day {day} (no. {number}), entry {entry}: {what}",
    logDropped: "{days} days were dropped by the rule, the last {last}; their seals are intact.",
    logWaiting: "{count} entries wait to be sealed, the oldest since {since}.",
    logSealerSleeps: "Nothing has sealed the log for over a quarter of an hour. See whether the server runs.",
    logSealed: "{sealed} entries sealed. Seals of {days} days are written to {file}; keep the file elsewhere.",
    logDropDone: "Dropped by the rule: {looks} looks and {changes} changes. The seals of the days are kept.",
    reapplied: "{rows} rows that had been deleted before are deleted again.",
    keysRotated: "New keys are in use, and {resealed} CPR numbers are sealed anew.",
    keysFinished: "An earlier rotation is finished: {resealed} CPR numbers are sealed anew.",
    keysGood: "{values} CPR numbers can be opened, {outdated} of them with older keys.",
    keysDamaged:
      "{damaged} of {values} CPR numbers cannot be opened or found; they were changed. Restore them from a backup.",
    demoMaking: "Making the synthetic municipality {municipality}: every person is made up ...",
    demoLoading: "Loading {rows} rows ...",
    demoReady: "The demo is ready.",
    demoKept: "The folder has records already; they were not touched.",
    serving: "Springbræt runs at {url}",
    stop: "Stop with Ctrl+C.",
    counts: "{good} of {all} goals are met or on track. {decide} need a decision.",
    unexpected: "Something went wrong: {message}",
    place: "{line}:{column}",
  },
  backup: {
    made: "Backed up to {file}: {rows} rows in {tables} tables, {snapshots} snapshots, {size} MB.",
    keysApart:
      "THE KEYS ARE NOT IN IT. Without them nobody can read the CPR numbers in this backup again: keep keys.json (or the keys from the environment) in another safe place.",
    keysInside: "THE KEYS ARE IN IT: who has this file can read everything. Keep it as you keep the keys.",
    missing: "The files of the snapshot {name} are gone and could not be backed up.",
    exists: "There is already something at {file}; it was not touched. Choose another name.",
    noFile: "There is no file {file}. Nothing was restored.",
    damaged:
      "The backup {file} is damaged (at {part}), and nothing was restored. Fetch the file again from where it is kept, or take the backup before it.",
    notOne: "{file} is not a backup made by Springbræt. Nothing was restored.",
    otherFormat:
      'The backup is of the kind "{format}", which this version cannot read. Nothing was restored. Use a newer version.',
    notEmpty:
      "The folder {data} is not empty, and nothing in it was touched. Restore into an empty folder with --data, and move it into place afterwards.",
    unfinished:
      "The restore into {data} was cut short, so what is in it is not whole. Run the same restore again (with a server also into an empty database).",
    restored: "Restored: {rows} rows in {tables} tables and {snapshots} snapshots, as of {madeAt} (version {version}).",
    keysNeeded:
      "The keys were not in the backup. Put keys.json into the data folder, or set the keys, before you start.",
  },
  status: {
    met: "met",
    on_track: "on track",
    at_risk: "at risk",
    off_track: "off track",
    missed: "missed",
    no_data: "no data",
  },
};
