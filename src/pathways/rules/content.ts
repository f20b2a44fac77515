import { parseDay } from "../../platform/kernel/day.ts";
import type { Goal, PlanContent, PlanField, PlanKind, Step } from "../contract.ts";

/** What is wrong in a plan: where, as the steps of a JSON pointer, and what. */
export type ContentFault = {
  readonly at: string;
  readonly code:
    | "unknown_field"
    | "unknown_choice"
    | "no_day"
    | "empty_row"
    | "step_without_words"
    | "due_before_from"
    | "dropped_without_reason"
    | "same_id"
    | "goals_left_out"
    | "review_without_day";
};

type Known = { readonly kind: PlanKind; readonly stepKinds: readonly { readonly code: string }[] };

/** What is wrong in what a plan says, whatever it may lack: an unfinished plan can be kept, a wrong one cannot. */
export function contentFaults(content: PlanContent, { kind, stepKinds }: Known): readonly ContentFault[] {
  const codes = new Set(stepKinds.map(({ code }) => code));
  return [
    ...answerFaults(kind, content),
    ...listFaults(kind, content),
    ...content.goals.flatMap(goalFaults),
    ...(content.goals.length > 0 && content.goalsLeftOut !== "" ? [fault("goalsLeftOut", "goals_left_out")] : []),
    ...content.steps.flatMap((step, at) => stepFaults(step, `steps/${at}`, codes)),
    ...sameIds("goals", content.goals),
    ...sameIds("steps", content.steps),
  ];
}

function answerFaults({ sections }: PlanKind, { answers }: PlanContent): readonly ContentFault[] {
  const fields = new Map(sections.flatMap((section) => section.fields).map((field) => [field.code, field]));
  const words = new Set(sections.map(({ ownWords }) => ownWords));
  return Object.entries(answers).flatMap(([code, value]) => {
    if (words.has(code)) return [];
    const field = fields.get(code);
    if (!field || field.type === "list") return [fault(`answers/${code}`, "unknown_field")];
    return valueFaults(field, value, `answers/${code}`);
  });
}

function listFaults({ sections }: PlanKind, { lists }: PlanContent): readonly ContentFault[] {
  const fields = new Map(sections.flatMap((section) => section.fields).map((field) => [field.code, field]));
  return Object.entries(lists).flatMap(([code, rows]) => {
    const field = fields.get(code);
    if (field?.type !== "list") return [fault(`lists/${code}`, "unknown_field")];
    return [
      ...sameIds(`lists/${code}`, rows),
      ...rows.flatMap(({ values }, at) => rowFaults(field, values, `lists/${code}/${at}`)),
    ];
  });
}

function rowFaults(
  { columns }: PlanField,
  values: Readonly<Record<string, string>>,
  place: string,
): readonly ContentFault[] {
  if (Object.values(values).every((value) => value === "")) return [fault(place, "empty_row")];
  return Object.entries(values).flatMap(([code, value]) => {
    const column = columns.find((one) => one.code === code);
    return column ? valueFaults(column, value, `${place}/${code}`) : [fault(`${place}/${code}`, "unknown_field")];
  });
}

function valueFaults(
  { type, options }: Pick<PlanField, "type" | "options">,
  value: string,
  place: string,
): readonly ContentFault[] {
  if (value === "") return [];
  if (type === "day" && !isDay(value)) return [fault(place, "no_day")];
  const isKnown = type !== "choice" || options.some(({ code }) => code === value);
  return isKnown ? [] : [fault(place, "unknown_choice")];
}

/** Is a text a day of our time? What is not could not be compared with others. */
function isDay(text: string): boolean {
  return parseDay(text) !== null && text >= "1900-01-01" && text <= "2199-12-31";
}

function goalFaults({ review, reviewed }: Goal, at: number): readonly ContentFault[] {
  const place = `goals/${at}/reviewed`;
  if (reviewed === null) return review === "" ? [] : [fault(place, "review_without_day")];
  return isDay(reviewed) ? [] : [fault(place, "no_day")];
}

function stepFaults(step: Step, place: string, codes: ReadonlySet<string>): readonly ContentFault[] {
  const { kind, text, from, due, state, reason } = step;
  return [
    ...(["from", "due"] as const).flatMap((end) => {
      const given = step[end];
      return given === null || isDay(given) ? [] : [fault(`${place}/${end}`, "no_day")];
    }),
    ...(kind !== null && !codes.has(kind) ? [fault(`${place}/kind`, "unknown_choice")] : []),
    ...(kind === null && text === "" ? [fault(`${place}/text`, "step_without_words")] : []),
    ...(from !== null && due !== null && due < from ? [fault(`${place}/due`, "due_before_from")] : []),
    ...(state === "dropped" && reason === "" ? [fault(`${place}/reason`, "dropped_without_reason")] : []),
  ];
}

/** Two of one name could not be told apart when versions are compared. */
function sameIds(place: string, rows: readonly { readonly id: string }[]): readonly ContentFault[] {
  return new Set(rows.map(({ id }) => id)).size < rows.length ? [fault(place, "same_id")] : [];
}

function fault(at: string, code: ContentFault["code"]): ContentFault {
  return { at, code };
}
