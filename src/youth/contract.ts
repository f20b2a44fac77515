import type { Day } from "../platform/kernel/day.ts";
import type { Bilingual } from "../platform/kernel/fact.ts";

/** What rules about young people read of the citizen. */
export type {
  CaseFile,
  Course,
  CourseRecord,
  Line,
  Phrase,
  Prompt,
  RecordFault,
  RecordValue,
  Shown,
} from "../courses/contract.ts";

/** The days a row of the law is in force: from the first up to but not including the second. */
export type InForce = { readonly rule: string; readonly from: Day; readonly until: Day };

/** A target group that says how ready a young person is, and the filter of the list it belongs to. */
export type Readiness = InForce & { readonly code: string; readonly filter: "ready" | "activity" | null };

type Words = Readonly<Record<string, Bilingual>>;

/** What the effort for young people turns on: `youth.yaml` with the days of the rows of the law it names. Ages in years, the rest in days. */
export type YouthData = {
  readonly who: { readonly belowAge: number; readonly benefits: readonly string[] };
  readonly areas: readonly string[];
  readonly newcomers: { readonly source: string; readonly days: number };
  readonly readiness: readonly Readiness[];
  readonly direction: { readonly source: string; readonly educated: readonly string[] };
  readonly gap: InForce & {
    readonly source: string;
    readonly days: number;
    readonly offers: readonly string[];
    readonly rests: readonly string[];
  };
  readonly order: InForce & {
    readonly source: string;
    readonly belowAge: number;
    readonly demands: readonly string[];
    readonly soonDays: number;
  };
  readonly wait: { readonly source: string };
  readonly completion: { readonly source: string; readonly recentDays: number };
  readonly reading: { readonly source: string; readonly offers: readonly string[] };
  readonly absence: { readonly source: string; readonly times: number; readonly days: number };
};

/** What the codes of the records around a young person are called. */
export type Labels = Readonly<
  Record<
    | "level"
    | "work"
    | "education"
    | "offer"
    | "readiness"
    | "direction"
    | "reading"
    | "competences"
    | "demand"
    | "applied"
    | "answer",
    Words
  >
>;
