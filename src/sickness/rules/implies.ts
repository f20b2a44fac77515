import { dayIn } from "../../courses/rules.ts";
import { addDays, type Day } from "../../platform/kernel/day.ts";
import type { CaseFile, CourseRecord, Implied } from "../contract.ts";
import { spellAround } from "./sick-spell.ts";

type All = readonly CourseRecord[];
type Follows = ReadonlyMap<string, readonly Implied[]>;

/** The first day on which what a record says of a case no longer stands: the next record, the case's end, or the end of the benefit. */
function standsUntil({ from }: CourseRecord, records: All, file: CaseFile): Day {
  const next = records.filter((other) => other.from > from).map((other) => other.from);
  const ended = (file.records.sickness_ends ?? []).filter((end) => end.from >= from).map((end) => addDays(end.from, 1));
  const spell = spellAround(file, from);
  return Math.min(...next, ...ended, spell?.until ?? addDays(from, 1)) as Day;
}

/** An assessment says which category a case is in, and what is expected, until the next one. */
export function followsAssessments(records: All, file: CaseFile): Follows {
  return new Map(
    records.map((record) => {
      const { from, values } = record;
      const until = standsUntil(record, records, file);
      const codes = [
        ...(typeof values.category === "string" ? [values.category] : []),
        ...(values.well_in_13_weeks === true ? ["rask_inden_13_uger"] : []),
        ...(values.under_26_weeks === true ? ["syg_under_26_uger"] : []),
      ];
      const entries = until > from ? codes.map((code): Implied => ({ kind: "circumstance", code, from, until })) : [];
      return [record.id, entries];
    }),
  );
}

/** A request by employer or citizen starts the two weeks; a no, or a request without basis, ends them. A preventive one starts nothing. */
export function followsFastTrack(records: All): Follows {
  return new Map(
    records.map(({ id, from, values }) => {
      if (values.asked_by === "forebyggende") return [id, []];
      const settled = dayIn(values.outcome_day);
      const fellAway = values.outcome === "afslaaet" || values.outcome === "ikke_relevant";
      const entries: readonly Implied[] = [
        { kind: "step", code: "fast_track_anmodning", from },
        ...(fellAway && settled !== null
          ? [{ kind: "step", code: "fast_track_bortfaldet", from: settled } as const]
          : []),
      ];
      return [id, entries];
    }),
  );
}

/** A reassessment is a step of the case; an extension holds until its last day, the next reassessment or the end of the benefit. */
export function followsReassessments(records: All, file: CaseFile): Follows {
  return new Map(
    records.map((record) => {
      const { id, from, values } = record;
      const step: Implied = { kind: "step", code: "revurdering_sygedagpenge", from };
      if (values.decision !== "forlaenget") return [id, [step]];
      const last = dayIn(values.extended_to);
      const stands = standsUntil(record, records, file);
      const until = last === null ? stands : (Math.min(stands, addDays(last, 1)) as Day);
      return [id, until > from ? [step, { kind: "circumstance", code: "forlaenget_27", from, until }] : [step]];
    }),
  );
}
