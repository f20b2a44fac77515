import { type Day, parseDay } from "../../platform/kernel/day.ts";
import type { Correction } from "../contract.ts";
import { holdsCpr, readCpr } from "./cpr.ts";

/** What is wrong with a field of a correction. */
export type CorrectionFault = {
  readonly field: string;
  readonly code:
    | "not_a_day"
    | "born_later"
    | "unknown_code"
    | "not_cpr"
    | "cpr_without_zero"
    | "not_mail"
    | "holds_cpr";
};

type Against = { readonly today: Day; readonly codes: Readonly<Record<string, readonly string[]>> };

const CPR_FAULTS = { shape: "not_cpr", date: "not_cpr", missing_zero: "cpr_without_zero" } as const;

/** What is wrong with a correction, field by field; empty texts are missing values and no fault. */
export function faultsIn(change: Correction, against: Against): readonly CorrectionFault[] {
  const given = Object.entries(change.values).filter(([, text]) => text !== "");
  return given.flatMap(([field, text]): CorrectionFault[] => {
    const code = change.part === "person" ? personFault(field, text, against) : contactFault(field, text);
    return code === null ? [] : [{ field, code }];
  });
}

function personFault(field: string, text: string, { today, codes }: Against): CorrectionFault["code"] | null {
  if (field === "cpr") {
    const read = readCpr(text);
    return read.kind === "wrong" ? CPR_FAULTS[read.fault] : null;
  }
  if (field === "born") {
    const born = parseDay(text);
    if (born === null) return "not_a_day";
    return born > today ? "born_later" : null;
  }
  if (codes[field]) return codes[field].includes(text) ? null : "unknown_code";
  return holdsCpr(text) ? "holds_cpr" : null;
}

function contactFault(field: string, text: string): CorrectionFault["code"] | null {
  if (field === "mail" && !/^\S+@\S+$/.test(text)) return "not_mail";
  return holdsCpr(text) ? "holds_cpr" : null;
}
