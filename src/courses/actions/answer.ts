import { isCaseOpen, namesOfCitizens } from "../../citizens/public.ts";
import { dutyWords } from "../../law/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import { addDays, type Day, FOREVER, isoDay } from "../../platform/kernel/day.ts";
import type { Column, Fact } from "../../platform/kernel/fact.ts";
import type {
  CaseFile,
  CitizenCourses,
  Course,
  CourseAnswer,
  CourseRecord,
  FieldAnswer,
  RecordAnswer,
} from "../contract.ts";
import type { CourseKind, RecordForm } from "../course.ts";
import { fieldsOf } from "../rules/judge-record.ts";
import { caseFiles } from "./case-files.ts";
import { AROUND_DATA, CASE_WORK, type Keeping } from "./keeping.ts";
import { lastDayOf, lineOf, phraseOf, shownOf, typedOf } from "./shown.ts";

/** The facts of some kinds' forms. */
export function factsOf(kinds: readonly CourseKind[]): readonly Fact[] {
  return kinds.flatMap(({ forms }) => forms.map(({ fact }) => fact));
}

/**
 * A citizen's courses: how each stands, what can be done, what is noted, and what can be; null when nobody of that id is in sight. The look is logged.
 * Of somebody whose data may only be stored those who do not handle that see none.
 */
export async function readCourses(tx: Tx, citizen: string, who: Keeping): Promise<CitizenCourses | null> {
  if (!(await namesOfCitizens(tx, [citizen])).has(citizen)) return null;
  const { aside, restricted } = await who.heldBack(tx);
  const isAside = aside.has(citizen);
  const facts = factsOf(who.kinds);
  const file = isAside
    ? undefined
    : (await caseFiles(tx, { citizens: [citizen], facts, municipality: who.municipality, on: who.on })).get(citizen);
  const data = [...facts.map(({ name }) => name), ...AROUND_DATA];
  if (file) await logAccess(tx, { user: who.user, action: "courses.read", purpose: CASE_WORK, keys: [citizen], data });
  const courses = file ? who.kinds.flatMap((kind) => courseOf(kind, file, who.on)) : [];
  return {
    on: isoDay(who.on),
    may: { write: who.mayWrite && !restricted.has(citizen) },
    isOpen: await isCaseOpen(tx, citizen, who.on),
    isAside,
    courses,
  };
}

function courseOf(kind: CourseKind, file: CaseFile, on: Day): readonly CourseAnswer[] {
  const course = kind.course(file, on);
  return course === null ? [] : [{ ...standingOf(course), ...headOf(kind, { file, on, course }) }];
}

function standingOf(course: Course): Pick<CourseAnswer, "isNow" | "says" | "lines" | "prompts" | "curve"> {
  const { isNow, says, lines, prompts, curve } = course;
  return {
    isNow,
    says: phraseOf(says),
    lines: lines.map(({ label, value, rule, tone }) => ({
      label: { da: label.da, en: label.en },
      value: shownOf(value),
      rule: rule ?? null,
      tone: tone ?? null,
    })),
    prompts: prompts.map(({ says: text, form, rule, source }) => ({
      says: phraseOf(text),
      form: form ?? null,
      rule: rule ?? null,
      source: source ?? null,
    })),
    curve: curve && {
      label: curve.label,
      unit: curve.unit,
      steps: curve.steps.map(({ from, until, value }) => ({
        from: isoDay(from),
        to: isoDay(addDays(until, -1)),
        value,
      })),
    },
  };
}

type Standing = { readonly file: CaseFile; readonly on: Day; readonly course: Course };

function headOf(
  kind: CourseKind,
  { file, on, course }: Standing,
): Pick<CourseAnswer, "kind" | "label" | "ahead" | "forms"> {
  const isAsked = course.isNow && kind.areas.length > 0;
  const ahead = isAsked ? file.ahead.filter(({ area }) => kind.areas.includes(area)) : null;
  return {
    kind: kind.id,
    label: kind.label,
    ahead:
      ahead === null
        ? null
        : ahead.map(({ rule, duty, due }) => ({ rule, what: whatOf(duty), due: isoDay(due), isLate: due < on })),
    forms: kind.forms.map((form) => ({
      fact: form.fact.name,
      title: form.title,
      label: form.fact.label,
      meaning: form.fact.meaning,
      lasts: form.fact.shape === "spell",
      fields: fieldsOf(form.fact)
        .filter(({ name }) => form.hasField?.(name, on) ?? true)
        .map((column) => fieldOf(form, column, on)),
      records: (file.records[form.fact.name] ?? []).map((record) => recordOf(form.fact, record)),
    })),
  };
}

function whatOf(duty: string | null): { da: string; en: string } {
  const { da, en } = (duty === null ? undefined : dutyWords[duty]) ?? { da: duty ?? "", en: duty ?? "" };
  return { da, en };
}

const TYPES = ["code", "day", "hours", "bool", "text", "int"] as const;

function fieldOf(form: RecordForm, column: Column, on: Day): FieldAnswer {
  const { name, label, meaning, required, codes = {} } = column;
  const type = TYPES.find((one) => one === column.type);
  if (!type) throw new Error(`the column ${name} is of the type ${column.type}, which no form asks for`);
  const offered = form.offers?.(name, on) ?? null;
  const when = form.when?.[name];
  return {
    name,
    type,
    label,
    meaning,
    required: required || (form.needs?.(name, on) ?? false),
    choices: Object.entries(codes)
      .filter(([code]) => offered === null || offered.includes(code))
      .map(([code, { da, en }]) => ({ code, label: { da, en } })),
    when: when ? { field: when.field, is: [...when.is] } : null,
  };
}

function recordOf(fact: Fact, record: CourseRecord): RecordAnswer {
  const { id, version, from, known, values } = record;
  return {
    id,
    version,
    from: isoDay(from),
    to: lastDayOf(fact, record),
    values: Object.fromEntries(
      fieldsOf(fact).map((column) => [column.name, typedOf(column, values[column.name] ?? null)]),
    ),
    known,
    says: lineOf(fact, record),
  };
}

/** Does a record still run? */
export function isRunning({ until }: Pick<CourseRecord, "until">): boolean {
  return until === FOREVER;
}
