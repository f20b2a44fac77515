import { holdsOn, prompt } from "../../courses/rules.ts";
import { addDays, type Day } from "../../platform/kernel/day.ts";
import { covers } from "../../platform/kernel/period.ts";
import type { CaseFile, Labels, Prompt, YouthData } from "../contract.ts";
import { promptsOfOrders } from "./order-prompts.ts";
import { PHRASES } from "./phrases.ts";
import type { Standing } from "./standing.ts";

/** What prompts are made of. */
export type Given = {
  readonly data: YouthData;
  readonly labels: Labels;
  readonly file: CaseFile;
  readonly on: Day;
  readonly standing: Standing;
};
type Rule = (given: Given) => readonly Prompt[];

/** Offers in a company, or like one. */
const PLACED = ["virksomhedspraktik", "loentilskud", "nytteindsats"];

/** The direction is decided, and fits what the citizen has (YOU-02, VIS-08). */
const direction: Rule = ({ data, standing: { assessment, isEducated } }) => {
  const behind = { form: "youth_assessments", source: data.direction.source };
  if (assessment === null) return prompt(PHRASES.promptDirection, {}, behind);
  return assessment.values.direction === "uddannelse" && isEducated ? prompt(PHRASES.promptEducated, {}, behind) : [];
};

/** Is a gap one that may be: exempt, or on leave? */
export function isResting({ gap }: YouthData, file: CaseFile, on: Day): boolean {
  return gap.rests.some((code) => holdsOn(file, code, on));
}

/** How many days nothing has run, where something should (YOU-01); null while something runs or may rest. */
export function idleDays({ data, file, on, standing }: Omit<Given, "labels">): number | null {
  return standing.idleSince === null || isResting(data, file, on) ? null : on - standing.idleSince;
}

/** The wait before studies is not spent on nothing (YOU-03). */
function whileWaiting({ data, standing: { applied, admitted } }: Given): readonly Prompt[] {
  const source = { source: data.wait.source };
  if (admitted && admitted.begins !== null)
    return prompt(PHRASES.promptWait, { day: { day: admitted.begins } }, source);
  return applied ? prompt(PHRASES.promptApplied, { day: { day: applied.from } }, source) : [];
}

/** No young person does nothing (YOU-01, CON-11). */
const gap: Rule = (given) => {
  const { data, on, standing } = given;
  const { spell, idleSince, next } = standing;
  const days = idleDays(given);
  if (days === null || idleSince === null) return [];
  const waiting = whileWaiting(given);
  if (waiting.length > 0) return waiting;
  const isNew = on - spell.from < data.newcomers.days;
  if (isNew && next === null) {
    const by = { day: addDays(spell.from, data.newcomers.days) };
    return prompt(PHRASES.promptNew, { day: by }, { source: data.newcomers.source });
  }
  if (days < data.gap.days) return [];
  const { rule, source } = data.gap;
  const behind = covers(data.gap, on) && standing.readiness !== null ? { rule, source } : { source };
  return next === null
    ? prompt(PHRASES.promptGap, { day: { day: idleSince }, days: { number: days } }, behind)
    : prompt(PHRASES.promptGapNext, { day: { day: idleSince }, next: { day: next.from } }, behind);
};

/** From admission to start, and on to completion (YOU-03). */
const studies: Rule = ({ data, standing: { admitted, missedStart, brokenOff } }) => {
  const form = { form: "education_applications" };
  return [
    ...(admitted && admitted.begins === null ? prompt(PHRASES.promptBegins, {}, form) : []),
    ...(missedStart === null ? [] : prompt(PHRASES.promptMissedStart, { day: { day: missedStart } }, form)),
    ...(brokenOff === null
      ? []
      : prompt(PHRASES.promptBrokenOff, { day: { day: addDays(brokenOff, -1) } }, { source: data.completion.source })),
  ];
};

/** Reading and writing are screened, and who needs help gets it (VIS-08). */
const reading: Rule = ({ data, standing: { assessment, tried } }) => {
  if (assessment === null) return [];
  const { source, offers } = data.reading;
  const shown = assessment.values.reading;
  if (shown === null) return prompt(PHRASES.promptScreen, {}, { form: "youth_assessments", source });
  const isHelped = tried.some(({ code }) => offers.includes(code));
  return shown === "klarer_sig" || isHelped ? [] : prompt(PHRASES.promptReadingHelp, {}, { source });
};

/** Who stays away is followed closely (YOU-08). */
const absence: Rule = ({ data, standing: { absences, running } }) => {
  const { times, days, source } = data.absence;
  if (absences < times) return [];
  const isPlaced = running.some(({ family, code }) => family === "offer" && PLACED.includes(code));
  const text = isPlaced ? PHRASES.promptAbsentPlaced : PHRASES.promptAbsent;
  return prompt(text, { times: { number: absences }, days: { number: days } }, { source });
};

const RUNNING: readonly Rule[] = [gap, promptsOfOrders, direction, studies, absence, reading];

/** What is worth doing in a young person's course, the most pressing first. */
export function promptsFor(given: Given): readonly Prompt[] {
  return given.standing.isNow ? RUNNING.flatMap((rule) => rule(given)) : promptsOfOrders(given);
}
