import type { RecordValue } from "../../courses/contract.ts";
import { addDays, type Day, day, FOREVER } from "../../platform/kernel/day.ts";
import type { CaseFile, CourseRecord } from "../contract.ts";
import { sicknessData } from "../data.ts";

/** What the rules turn on, as the product has it. */
export const DATA = sicknessData;

let made = 0;

/** A record from a day; without a last day it holds on that day alone. */
export function record(from: string, values: Readonly<Record<string, RecordValue>>, until?: string): CourseRecord {
  made += 1;
  const begins = day(from);
  const ends = until === undefined ? addDays(begins, 1) : until === "" ? FOREVER : day(until);
  return { id: `r${made}`, version: "1", from: begins, until: ends, values, known: from };
}

type Said = {
  /** First and first day after of the benefit; no end while it runs. */
  readonly sick?: readonly (readonly [from: string, until?: string])[];
  readonly spells?: CaseFile["timeline"]["spells"];
  readonly fromJob?: boolean;
  readonly talks?: readonly {
    readonly kind: string;
    readonly day: string;
    readonly form?: string;
    readonly status?: string;
  }[];
  readonly records?: CaseFile["records"];
  readonly ahead?: readonly { readonly rule: string; readonly start: string; readonly due: string }[];
};

/** A citizen's file with sickness benefit, records and talks. */
export function fileWith({
  sick = [["2021-12-01"]],
  spells = [],
  fromJob = true,
  talks = [],
  ...rest
}: Said): CaseFile {
  const own = sick.flatMap(([from, until]): CaseFile["timeline"]["spells"][number][] => {
    const stretch = { from: day(from), until: until === undefined ? FOREVER : day(until) };
    return [
      { family: "benefit", code: "sygedagpenge", ...stretch },
      ...(fromJob ? [{ family: "circumstance", code: "ansat", ...stretch } as const] : []),
    ];
  });
  return {
    citizen: "c1",
    born: day("1980-05-01"),
    sex: "kvinde",
    timeline: { spells: [...own, ...spells], events: [] },
    talks: talks.map(({ kind, day: on, form = "fremmoede", status = "holdt" }) => ({
      kind,
      form,
      status,
      day: day(on),
      guided: false,
    })),
    work: [],
    education: [],
    records: rest.records ?? {},
    ahead: (rest.ahead ?? []).map(({ rule, start, due }) => ({
      rule,
      duty: null,
      area: "sickness",
      start: day(start),
      due: day(due),
    })),
  };
}

/** A circumstance for a time. */
export function circumstance(code: string, from: string, until?: string): CaseFile["timeline"]["spells"][number] {
  return { family: "circumstance", code, from: day(from), until: until === undefined ? FOREVER : day(until) };
}

/** A day, short. */
export const on = (iso: string): Day => day(iso);
