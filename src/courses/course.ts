import type { Day } from "../platform/kernel/day.ts";
import type { Bilingual, Fact } from "../platform/kernel/fact.ts";
import type { CaseFile, Course, CourseRecord, Implied, RecordFault } from "./contract.ts";

/** A record as it is asked for, before it has an id. */
export type Draft = Pick<CourseRecord, "from" | "until" | "values">;

/** Around a draft: the citizen's file without the record that is changed, and the day it is. */
export type Around = { readonly file: CaseFile; readonly on: Day };

/** How records of a fact are noted by hand. The fact's columns are the fields. */
export type RecordForm = {
  readonly fact: Fact;
  /** What noting one is called. */
  readonly title: Bilingual;
  /** What one is called. */
  readonly one: Bilingual;
  /** Fields that must be filled in on a day though their column may be empty on others. `judge` sees to it; the form says so. */
  readonly needs?: (name: string, on: Day) => boolean;
  /** Fields that are asked for only while another has one of these values. */
  readonly when?: Readonly<Record<string, { readonly field: string; readonly is: readonly string[] }>>;
  /** Fields the law of a day does not have are left out of the form and refused. */
  readonly hasField?: (name: string, on: Day) => boolean;
  /** Values of a field that can be chosen on a day; all when left out. */
  readonly offers?: (name: string, on: Day) => readonly string[] | null;
  /** Why it cannot be noted, beyond what the columns say. */
  readonly judge?: (draft: Draft, around: Around) => readonly RecordFault[];
  /** What all records of this fact together mean for the case: steps and circumstances that duties turn on. */
  readonly implies?: (records: readonly CourseRecord[], file: CaseFile) => ReadonlyMap<string, readonly Implied[]>;
  /** Circumstances of which only one holds at a time: one that is implied ends another from the day it begins. */
  readonly excludes?: readonly string[];
  /** A new record that lasts ends the running one the day it begins, of those that say the same in these columns; none of them: of all. */
  readonly follows?: readonly string[];
};

/** Whom a group can have in it, to read no more people than needed: those of any of these, with an open case. */
export type Candidates = {
  readonly benefits?: readonly string[];
  readonly targetGroups?: readonly string[];
  /** Only those born after this day. */
  readonly bornAfter?: Day;
};

/** The list of a group: whom it can have in it, and what it shows of them. */
export type GroupList = {
  /** Its part of the page's address, Danish. */
  readonly path: string;
  /** What the list is of, in a sentence. */
  readonly about: Bilingual;
  readonly columns: readonly {
    readonly id: string;
    readonly label: Bilingual;
    readonly isNumber?: boolean;
    /** Holds a last day in time: one that has passed is marked. */
    readonly isDeadline?: boolean;
  }[];
  /** The column the list is in the order of until another is chosen. */
  readonly sort: string;
  readonly filters: readonly { readonly id: string; readonly label: Bilingual; readonly help?: Bilingual }[];
  readonly candidates: (on: Day) => Candidates;
};

/** What is noted of citizens and what it comes to, with rules and steps of its own: of the sick, young people, those under the Integration Act. */
export type CourseKind = {
  readonly id: string;
  readonly label: Bilingual;
  /** The areas of the law its duties are in. */
  readonly areas: readonly string[];
  readonly forms: readonly RecordForm[];
  /** Null when the kind is nobody's group. */
  readonly list: GroupList | null;
  /** How a citizen's course stands; null for somebody who has none. */
  readonly course: (file: CaseFile, on: Day) => Course | null;
};

/** A kind that is a group of citizens, with a list of them. */
export type Group = CourseKind & { readonly list: GroupList };

/** Is the kind a group, with a list? */
export function isGroup(kind: CourseKind): kind is Group {
  return kind.list !== null;
}
