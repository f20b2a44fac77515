import { addDays, type Day, day, FOREVER } from "../../platform/kernel/day.ts";
import type { CaseFile, CourseRecord, RecordValue } from "../contract.ts";
import { youthData } from "../data.ts";
import type { Given } from "../rules/prompts.ts";
import { standingOn } from "../rules/standing.ts";

type Spell = CaseFile["timeline"]["spells"][number];
type Family = Spell["family"];

/** What holds from a day to a last day, or runs on. */
export function spell(family: Family, code: string, ...[from, to]: readonly [from: string, to?: string]): Spell {
  return { family, code, from: day(from), until: to === undefined ? FOREVER : addDays(day(to), 1) };
}

/** Work or education from a day to a last day, or running. */
export function stretch(kind: string, from: string, to?: string): CaseFile["work"][number] {
  const until = to === undefined ? FOREVER : addDays(day(to), 1);
  return { kind, from: day(from), until, hours: null, outcome: null };
}

/** Something noted on a day. */
export function noted(from: string, values: Readonly<Record<string, RecordValue>>): CourseRecord {
  const on = day(from);
  return { id: `r${from}`, version: "1", from: on, until: addDays(on, 1), values, known: from };
}

/** An assessment with everything said of it. */
export function assessed(from: string, values: Readonly<Record<string, RecordValue>> = {}): CourseRecord {
  const whole = { direction: "uddannelse", other_problems: null, reading: "klarer_sig", competences: null };
  return noted(from, { ...whole, reason: null, ...values });
}

/** An order to do something, by a deadline. */
export function ordered(from: string, values: Readonly<Record<string, RecordValue>> = {}): CourseRecord {
  const whole = { demand: "soeg", deadline: "2021-12-20", ruled_out_by: null, outcome: null, outcome_day: null };
  return noted(from, { ...whole, reason: null, ...values });
}

/** An application that waits for its answer. */
export function applied(from: string, values: Readonly<Record<string, RecordValue>> = {}): CourseRecord {
  return noted(from, { kind: "erhvervsuddannelse", answer: null, begins: null, reason: null, ...values });
}

type Said = Partial<Omit<CaseFile, "timeline" | "born">> & {
  readonly born?: string | null;
  readonly spells?: readonly Spell[];
  readonly level?: string | null;
};

/** The file of somebody born in 2000 on education benefit since 1 September 2021, without education, with what is said beside. */
export function youngFile({ born = "2000-03-01", spells = [], level = "ufaglaert", ...said }: Said = {}): CaseFile {
  const support = spell("benefit", "uddannelseshjaelp", "2021-09-01");
  const isOnOther = spells.some(({ family }) => family === "benefit");
  return {
    citizen: "u1",
    born: born === null ? null : day(born),
    sex: null,
    timeline: { spells: isOnOther ? spells : [support, ...spells], events: [], education: level },
    talks: [],
    work: [],
    education: [],
    records: {},
    ahead: [],
    ...said,
  };
}

const none = {};

/** Words for nothing: codes stand as they are. */
export const noLabels: Given["labels"] = {
  level: none,
  work: none,
  education: none,
  offer: none,
  readiness: none,
  direction: none,
  reading: none,
  competences: none,
  demand: none,
  applied: none,
  answer: none,
};

/** What rules are given of somebody on a day. Throws when they have no course. */
export function givenOn(file: CaseFile, on: Day): Given {
  const standing = standingOn(youthData, file, on);
  if (!standing) throw new Error("no course");
  return { data: youthData, labels: noLabels, file, on, standing };
}
