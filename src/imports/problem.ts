import type { Bilingual } from "../platform/kernel/fact.ts";
import { fill } from "../platform/texts/catalogue.ts";
import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";

/** What can be wrong with a file. */
export type ProblemCode = Exclude<keyof typeof da, "did_you_mean" | "choose_among">;

/** A mistake in a file with its place. Lines count from 1, the header being line 1; 0 stands for the whole file. */
export type Problem = {
  readonly file: string;
  readonly line: number;
  readonly column: string | null;
  /** What stood there; null when it might identify someone. */
  readonly value: string | null;
  readonly code: ProblemCode;
  readonly message: Bilingual;
};

/** What is wrong, before it is known where. */
export type Fault = {
  readonly code: ProblemCode;
  readonly values?: Readonly<Record<string, string | number>>;
  /** The nearest right name, or the few that are right. */
  readonly suggestion?: string | null;
  readonly choices?: readonly string[];
};

/** Where a fault stands. `shown` is the value, when showing it is harmless. */
export type Place = { readonly file: string; readonly line: number; readonly column?: string; readonly shown?: string };

/** Problems found so far: all are counted, the first hundred kept. */
export type Problems = {
  readonly list: Problem[];
  readonly files: Set<string>;
  total: number;
  /** What the reader should know though nothing is wrong: rows left out on purpose, formulas whose last value was used. */
  readonly remarks: Problem[];
  /** Takes every problem instead of the list, which then stays empty. */
  readonly take?: (problem: Problem) => void;
  /** Takes every remark instead of the list of them. */
  readonly takeRemark?: (remark: Problem) => void;
};

const KEPT = 100;
const SHOWN_LENGTH = 60;
const FEW = 12;
const CPR_SHAPE = /(?<!\w)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?!\w)/;

export function noProblems(): Problems {
  return { list: [], files: new Set(), total: 0, remarks: [] };
}

/** Counts a fault and keeps it while there are few. */
export function note(problems: Problems, place: Place, fault: Fault): void {
  problems.total += 1;
  problems.files.add(place.file);
  if (!problems.take && problems.list.length >= KEPT) return;
  const problem = problemOf(place, fault);
  if (problems.take) problems.take(problem);
  else problems.list.push(problem);
}

/** Keeps something the reader should know; it stops nothing. */
export function remark(problems: Problems, place: Place, fault: Fault): void {
  if (problems.takeRemark) problems.takeRemark(problemOf(place, fault));
  else if (problems.remarks.length < KEPT) problems.remarks.push(problemOf(place, fault));
}

function problemOf(place: Place, fault: Fault): Problem {
  return {
    file: place.file,
    line: place.line,
    column: place.column ?? null,
    value: harmless(place.shown),
    code: fault.code,
    message: { da: worded(da, fault), en: worded(en, fault) },
  };
}

/** Does a value hold a birthday and four digits, as a CPR number does? */
export function looksLikeCpr(value: string): boolean {
  return CPR_SHAPE.test(value);
}

function harmless(value: string | undefined): string | null {
  if (value === undefined || looksLikeCpr(value)) return null;
  return value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}…` : value;
}

function worded(texts: typeof da | typeof en, fault: Fault): string {
  return fill(texts[fault.code], { ...fault.values, hint: hint(texts, fault) });
}

function hint(texts: typeof da | typeof en, { suggestion, choices = [] }: Fault): string {
  if (suggestion) return fill(texts.did_you_mean, { suggestion });
  return choices.length > 0 && choices.length <= FEW ? fill(texts.choose_among, { choices: choices.join(", ") }) : "";
}
