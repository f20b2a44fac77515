import type { SameTexts } from "../texts/catalogue.ts";
import type { da } from "./texts.da.ts";

/** What every page says in the same way, in English. */
export const en: SameTexts<typeof da> = {
  product: "Springbræt",
  columns: "Columns",
  loading: "Fetching",
  problem: {
    title: "It could not be fetched",
    noAnswer: "The server does not answer. See whether it is running, and try again.",
    unknown: "The server could not answer that ({code}). Try again, or tell the person who looks after Springbræt.",
    again: "Try again",
    forbidden: "Your role may not do that. Change role if you need it.",
  },
  merge: {
    title: "Somebody has changed this meanwhile",
    explain: "Nothing has been overwritten. Choose what is to stand, and save. What you typed is kept.",
    by: "{who}, {when}",
    unknown: "Somebody else",
    mine: "What I wrote",
    theirs: "What stands now",
    both: "Both, one after the other",
    gone: "It was taken away meanwhile. What you typed is kept.",
    save: "Save my choice",
    drop: "Keep what stands now",
  },
  pages: "Pages",
  file: { as: "Fetch as", xlsx: "Spreadsheet (XLSX)", csv: "CSV" },
  scrollable: "{name}, can be scrolled sideways",
};
