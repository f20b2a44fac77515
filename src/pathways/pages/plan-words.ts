import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenPlans, Goal, ListRow, PlanField, PlanKind, Step } from "../contract.ts";
import type { Difference } from "../rules/parts.ts";
import { planTexts } from "./plan-texts.ts";

type Data = Pick<CitizenPlans, "kinds" | "stepKinds" | "plans">;

/** How plans are told in the reader's language. */
export type PlanWords = ReturnType<typeof usePlanWords>;

/** What steps, goals, fields and values are called, in the reader's language. */
export function usePlanWords(data: Data) {
  const texts = useTexts(planTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const day = (iso: string): string => formatDay(iso, language);
  const kindOf = (code: string): PlanKind | undefined => data.kinds.find((kind) => kind.code === code);
  const kind = (code: string): string => {
    const found = kindOf(code);
    return found ? both(found.label) : code;
  };
  const step = ({ kind: code, text }: Pick<Step, "kind" | "text">): string => {
    const found = data.stepKinds.find((one) => one.code === code);
    return [found ? both(found.label) : "", text].filter((words) => words !== "").join(": ");
  };
  const due = (iso: string | null): string => (iso === null ? texts.noDue : fill(texts.by, { day: day(iso) }));
  const value = ({ type, options }: Pick<PlanField, "type" | "options">, given: string): string => {
    const option = options.find(({ code }) => code === given);
    if (option) return both(option.label);
    return type === "day" && given !== "" ? day(given) : given;
  };
  const row = ({ columns }: PlanField, { values }: ListRow): string =>
    columns
      .filter(({ code }) => (values[code] ?? "") !== "")
      .map((column) => `${both(column.label)}: ${value(column, values[column.code] ?? "")}`)
      .join(" · ");
  const plan = (id: string): string => kind(data.plans.find((one) => one.id === id)?.kind ?? id);
  return { texts, language, both, day, kind, kindOf, step, due, value, row, plan };
}

/** A whole step in one line. */
export function stepLine(words: PlanWords, step: Step): string {
  const { texts } = words;
  const from = step.from === null ? [] : [`${texts.head.from} ${words.day(step.from)}`];
  const told = [words.step(step), texts.owners[step.owner], texts.tracks[step.track], ...from, words.due(step.due)];
  return [...told, texts.stepStates[step.state], ...(step.reason === "" ? [] : [step.reason])].join(" · ");
}

function goalLine({ texts, day }: PlanWords, goal: Goal): string {
  const reviewed = goal.reviewed === null ? [] : [fill(texts.parts.reviewed, { day: day(goal.reviewed) })];
  const told = [goal.text, texts.setBy[goal.setBy], texts.goalStates[goal.state], ...reviewed];
  return [...told, ...(goal.review === "" ? [] : [goal.review])].join(" · ");
}

/** A field of a kind, by its code. */
export function fieldOf(kind: PlanKind, code: string): PlanField | undefined {
  return kind.sections.flatMap(({ fields }) => fields).find((field) => field.code === code);
}

/** What a field that a plan lacks is called. */
export function nameOf({ texts, both }: PlanWords, kind: PlanKind, field: string): string {
  const { direction, citizenView, goals, steps } = texts.parts;
  const own = { direction, citizenView, goals, steps }[field];
  const found = fieldOf(kind, field);
  return own ?? (found ? both(found.label) : field);
}

/** What a part of a plan is called (its key is `answers.<field>`, `goals.<id>` and so on). */
export function partName(words: PlanWords, kind: PlanKind, key: string): string {
  const { texts, both } = words;
  const [place = "", code = ""] = key.split(".");
  if (place === "goals") return texts.head.goal;
  if (place === "steps") return texts.head.step;
  if (place === "answers" || place === "lists") {
    const section = kind.sections.find(({ ownWords }) => ownWords === code);
    return section ? `${both(section.label)}: ${texts.parts.ownWords}` : nameOf(words, kind, code);
  }
  const { direction, citizenView, goalsLeftOut, partOf } = texts.parts;
  return { direction, citizenView, goalsLeftOut, partOf }[place] ?? place;
}

/** What a part of a plan says; nothing where there is nothing. */
export function partText(
  words: PlanWords,
  kind: PlanKind,
  { key, json }: { readonly key: string; readonly json: string | null },
): string {
  if (json === null) return "";
  const [place = "", code = ""] = key.split(".");
  const value: unknown = JSON.parse(json);
  if (place === "goals") return goalLine(words, value as Goal);
  if (place === "steps") return stepLine(words, value as Step);
  const field = fieldOf(kind, code);
  if (place === "lists") return field ? words.row(field, value as ListRow) : json;
  if (place === "partOf") return words.plan(String(value));
  return field ? words.value(field, String(value)) : String(value);
}

/** Which text goes with a change. */
export function changeName({ texts }: PlanWords, { change }: Pick<Difference, "change">): string {
  return texts.versions[change];
}
