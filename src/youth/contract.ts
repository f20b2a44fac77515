import type { RuleDays } from "../law/contract.ts";
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
} from "../courses/contract.ts";

/** A target group that says how ready a young person is, and the filter of the list it belongs to. */
export type Readiness = RuleDays & { readonly code: string; readonly filter: "ready" | "activity" | null };

type Words = Readonly<Record<string, Bilingual>>;

/** What the effort for young people turns on: `youth.yaml` with the days of the rows of the law it names. Ages in years, the rest in days. */
export type YouthData = {
  readonly who: { readonly belowAge: number; readonly benefits: readonly string[] };
  readonly areas: readonly string[];
  readonly newcomers: { readonly source: string; readonly days: number };
  readonly readiness: readonly Readiness[];
  readonly direction: { readonly source: string; readonly educated: readonly string[] };
  readonly gap: RuleDays & {
    readonly source: string;
    readonly days: number;
    readonly offers: readonly string[];
    readonly rests: readonly string[];
  };
  readonly order: RuleDays & {
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
