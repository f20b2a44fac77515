import { prompt } from "../../courses/rules.ts";
import { addMonths, type Day } from "../../platform/kernel/day.ts";
import { covers } from "../../platform/kernel/period.ts";
import type { CaseFile, IntegrationData, Labels, Prompt } from "../contract.ts";
import { isSigned } from "./judge.ts";
import { heightOf } from "./ladder.ts";
import { PHRASES } from "./phrases.ts";
import type { Standing } from "./standing.ts";

const WEEK = 7;

/** What prompts are made of. */
export type Given = {
  readonly data: IntegrationData;
  readonly labels: Labels;
  readonly file: CaseFile;
  readonly on: Day;
  readonly standing: Standing;
};
type Rule = (given: Given) => readonly Prompt[];

/** Without a status nobody knows the rights (CIT-19, INT-03). */
const status: Rule = ({ data, standing }) =>
  standing.status === null
    ? prompt(PHRASES.promptStatus, {}, { form: "integration_statuses", source: data.rights.source })
    : [];

/** The contract is signed, by the citizen too (INL § 19). Its deadline is the engine's. */
const contract: Rule = ({ data, file, on, standing: { contract: made, signedOn } }) => {
  const { rule } = data.contract;
  const behind = { form: "integration_contracts", ...(covers(data.contract, on) ? { rule } : {}) };
  if (made !== null && !isSigned(made)) return prompt(PHRASES.promptUnsigned, { day: { day: made.from } }, behind);
  if (signedOn !== null) return [];
  const due = file.ahead.find((duty) => duty.rule === rule)?.due;
  if (due !== undefined) return prompt(PHRASES.promptContractDue, { day: { day: due } }, behind);
  return covers(data.contract, on) ? prompt(PHRASES.promptContract, {}, behind) : [];
};

/** Guidance on returning home, at the first meeting and at each after it (INT-08). */
const guidance: Rule = ({ data, standing: { guidance: given, decision } }) => {
  const { source } = data.guidance;
  if (given.first === null || given.latest === null || given.without === 0 || decision !== null) return [];
  return given.lastGuided === null
    ? prompt(PHRASES.promptGuideFirst, { day: { day: given.first } }, { source })
    : prompt(PHRASES.promptGuideAgain, { day: { day: given.latest }, guided: { day: given.lastGuided } }, { source });
};

/** Danish is taught beside work (INT-02). */
const danish: Rule = ({ data, standing: { danish: taught, place } }) => {
  const behind = { form: "danish_teaching", source: data.danish.source };
  const { rung } = place;
  if (!taught.isTaught) {
    if (taught.isPassed) return [];
    return rung === null
      ? prompt(PHRASES.promptDanish, {}, behind)
      : prompt(PHRASES.promptDanishBeside, { rung: { text: rung.label } }, behind);
  }
  const isByDay = taught.record?.values.placed === "dag" && rung?.isWork === true;
  return isByDay ? prompt(PHRASES.promptDanishByDay, { rung: { text: rung.label } }, behind) : [];
};

/** Whole weeks without a rung, or on the lowest one; null for somebody higher up. */
export function weeksBelow({ data, on, standing: { place } }: Pick<Given, "data" | "on" | "standing">): number | null {
  return heightOf(data, place.rung) > 1 ? null : Math.floor((on - place.since) / WEEK);
}

/** From the lowest rung, or none, the way is up (INT-01). Whoever has offers on request alone, and no benefit, is asked nothing. */
const ladder: Rule = (given) => {
  const { data, standing } = given;
  const { place, right, isOnBenefit, igu, isStudying } = standing;
  const { source, stuckWeeks } = data.ladder;
  const weeks = weeksBelow(given);
  const isExcused = (right?.onRequest === true && !isOnBenefit) || igu !== null || isStudying;
  if (weeks === null || weeks < stuckWeeks || isExcused) return [];
  const told = { weeks: { number: weeks } };
  return place.rung === null
    ? prompt(PHRASES.promptNoRung, { day: { day: place.since }, ...told }, { source })
    : prompt(PHRASES.promptLowest, { rung: { text: place.rung.label }, ...told }, { source });
};

/** Young people without education have education in view (INT-11). */
const young: Rule = ({ data, standing: { isYoung, isStudying, contract: made, place } }) => {
  const hasAim = data.young.aims.includes(String(made?.values.aim ?? ""));
  if (!isYoung || isStudying || hasAim || place.rung?.isWork === true) return [];
  const { belowAge, source } = data.young;
  return prompt(PHRASES.promptYoung, { age: { number: belowAge } }, { form: "integration_contracts", source });
};

/** Beyond what the programme is planned for, while not in ordinary work. */
const length: Rule = ({ data, on, standing: { since, months, plannedMonths, place } }) => {
  if (months < plannedMonths || place.rung?.isWork === true) return [];
  const { rule } = data.programme;
  const behind = covers(data.programme, on) ? { rule } : {};
  return prompt(PHRASES.promptOverPlanned, { day: { day: addMonths(since, plannedMonths) } }, behind);
};

const RUNNING: readonly Rule[] = [contract, status, ladder, danish, young, guidance, length];

/** What is worth doing in a course under the Integration Act, the most pressing first; nothing in one that is over. */
export function promptsFor(given: Given): readonly Prompt[] {
  return given.standing.isNow ? RUNNING.flatMap((rule) => rule(given)) : [];
}
