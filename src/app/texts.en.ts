import type { SameTexts } from "../platform/texts/catalogue.ts";
import type { da } from "./texts.da.ts";

/** What the command line says, in English. */
export const en: SameTexts<typeof da> = {
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
  status: {
    met: "met",
    on_track: "on track",
    at_risk: "at risk",
    off_track: "off track",
    missed: "missed",
    no_data: "no data",
  },
};
