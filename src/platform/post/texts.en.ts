import type { SameTexts } from "../texts/catalogue.ts";
import type { da } from "./texts.da.ts";

/** What operators are told about letters. */
export const en: SameTexts<typeof da> = {
  senders_unreadable:
    "The file of senders {file} cannot be read. Mend the path in SPRINGBRAET_SENDERS, and see that the program may read it.",
  senders_bad: "The file of senders {file} cannot be used:\n{faults}\nMend them and start again.",
  senders_fault: "line {line}: {path}: {detail}",
};
