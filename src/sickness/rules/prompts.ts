import { prompt } from "../../courses/rules.ts";
import { addDays, type Day } from "../../platform/kernel/day.ts";
import { covers } from "../../platform/kernel/period.ts";
import type { CaseFile, Prompt, SicknessData } from "../contract.ts";
import { categoriesOn } from "./judge.ts";
import { PHRASES } from "./phrases.ts";
import type { Standing } from "./standing.ts";

const WEEK = 7;
const HUNDREDTHS = 100;

type Given = { readonly data: SicknessData; readonly file: CaseFile; readonly on: Day; readonly standing: Standing };
type Rule = (given: Given) => readonly Prompt[];

const ASSESS = { form: "sickness_assessments" };

/** Nobody has said what is expected, or what was expected has not come. */
const assess: Rule = ({ on, standing: { assessment, expected } }) => {
  if (!assessment) return prompt(PHRASES.promptAssess, {}, ASSESS);
  return expected !== null && expected < on
    ? prompt(PHRASES.promptExpectedPassed, { day: { day: expected } }, ASSESS)
    : [];
};

/** The category against what the assessment itself says; the caseworker decides. */
const category: Rule = ({ data, file, on, standing: { assessment, expected, spell } }) => {
  const categories = categoriesOn(data, on);
  if (categories.length === 0) return [];
  const { rule } = data.visitation.find((one) => covers(one, on)) ?? {};
  const behind = { ...ASSESS, ...(rule === undefined ? {} : { rule }) };
  const now = categories.find((code) => file.timeline.spells.some((one) => one.code === code && covers(one, on)));
  if (now === undefined) return prompt(PHRASES.promptCategory, {}, behind);
  const weeks = { number: data.shortWeeks };
  const isShort = expected !== null && expected - spell.from < data.shortWeeks * WEEK;
  if (expected !== null && !isShort && now === "sygekategori_1")
    return prompt(PHRASES.promptCategoryOne, { weeks, day: { day: expected } }, behind);
  if (expected !== null && isShort && now !== "sygekategori_1")
    return prompt(PHRASES.promptCategoryLong, { weeks, day: { day: expected } }, behind);
  const isUnclear = assessment?.values.clear_course === false && categories.includes("sygekategori_3");
  return isUnclear && now === "sygekategori_2" ? prompt(PHRASES.promptCategoryUnclear, {}, behind) : [];
};

const isSerious = ({ standing: { assessment } }: Given): boolean => assessment?.values.serious === true;

/** Partial return first, and its hours growing (SICK-03, SICK-04). */
const partial: Rule = (given) => {
  const { data, on, standing } = given;
  const behind = { form: "partial_returns", source: data.partial.source };
  if (standing.partial === null)
    return standing.isFromJob && !isSerious(given) ? prompt(PHRASES.promptPartial, {}, behind) : [];
  const { since } = standing.partial;
  return on - since >= data.partial.unchangedWeeks * WEEK
    ? prompt(PHRASES.promptUnchanged, { day: { day: since } }, behind)
    : [];
};

/** Requests that wait for an answer, and those that came late (SICK-02). */
const fastTrack: Rule = ({ data, file, standing: { requests, spell } }) =>
  requests.flatMap(({ record, isOpen }) => {
    const day = { day: record.from };
    const form = { form: "fast_track_requests" };
    if (record.values.asked_by === "forebyggende") return isOpen ? prompt(PHRASES.promptPreventive, { day }, form) : [];
    const { rule, answerRule, weeks } = data.fastTrack;
    const due = file.ahead.find((one) => one.rule === answerRule && one.start === record.from)?.due ?? null;
    return [
      ...(isOpen && due !== null
        ? prompt(PHRASES.promptFastTrack, { day, due: { day: due } }, { ...form, rule: answerRule })
        : []),
      ...(isOpen && record.from - spell.from > weeks * WEEK
        ? prompt(PHRASES.promptFastTrackLate, { day, weeks: { number: weeks } }, { ...form, rule })
        : []),
    ];
  });

/** The reassessment before the benefit stops, and what comes after it (SDPL §§ 24 and 27, SICK-10). */
const reassess: Rule = ({ data, on, standing: { stops, extendedTo, isExtended, reassessment } }) => {
  const behind = { form: "benefit_reassessments", rule: data.reassess.rule };
  const soon = addDays(on, data.reassess.aheadWeeks * WEEK);
  const ground = data.grounds.find(({ code }) => code === reassessment?.values.ground);
  return [
    ...(stops !== null && stops <= soon && !isExtended
      ? prompt(PHRASES.promptReassess, { day: { day: stops } }, behind)
      : []),
    ...(extendedTo !== null && extendedTo <= soon
      ? prompt(PHRASES.promptExtensionEnds, { day: { day: extendedTo } }, behind)
      : []),
    ...(isExtended && ground?.weeks && !ground.fromReassessment
      ? prompt(PHRASES.promptLimitUnverified, { weeks: { number: ground.weeks } }, { rule: ground.rule })
      : []),
    ...(reassessment?.values.decision === "jobafklaring"
      ? prompt(PHRASES.promptAwaits, { day: { day: reassessment.from } }, { rule: data.reassess.rule })
      : []),
  ];
};

/** After half a year the effort is stepped up (SICK-09). */
const stepUp: Rule = (given) => {
  const { data, file, on, standing } = given;
  const [first] = data.long.weeks;
  if (first === undefined || standing.weeks < first || isSerious(given)) return [];
  const isActive = file.timeline.spells.some(
    (one) => one.family === "offer" && data.long.stepUpOffers.includes(one.code) && covers(one, on),
  );
  return isActive || standing.partial !== null
    ? []
    : prompt(PHRASES.promptStepUp, { weeks: { number: first } }, { source: data.long.source });
};

/** The first talk is in person but for two exceptions (CON-13), and nobody waits for a call (VIS-04). */
const talk: Rule = (given) => {
  const { data, standing } = given;
  const { firstFollowUp: first, talks, partial: returned, weeks } = standing;
  if (talks.length === 0 && weeks < data.call.weeks)
    return prompt(PHRASES.promptCall, {}, { source: data.call.source });
  const isExcepted = isSerious(given) || (returned !== null && returned.hours >= data.firstTalk.hours * HUNDREDTHS);
  const isPersonal = first?.form === "fremmoede" || first?.form === "arbejdsplads" || first?.form === null;
  return first === null || isPersonal || isExcepted
    ? []
    : prompt(
        PHRASES.promptFirstTalk,
        { day: { day: first.day } },
        { rule: data.firstTalk.rule, source: data.firstTalk.source },
      );
};

const RUNNING: readonly Rule[] = [fastTrack, reassess, assess, category, talk, partial, stepUp];

/** What is worth doing in a sickness case, the most pressing first. */
export function promptsFor(given: Given): readonly Prompt[] {
  const { isNow, end, spell } = given.standing;
  if (isNow) return RUNNING.flatMap((rule) => rule(given));
  return end === null
    ? prompt(PHRASES.promptEnd, { day: { day: addDays(spell.until, -1) } }, { form: "sickness_ends" })
    : [];
}
