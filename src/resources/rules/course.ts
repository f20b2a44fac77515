import { asDay } from "../../courses/rules.ts";
import type { Day } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import { covers } from "../../platform/kernel/period.ts";
import type { CaseFile, Course, CourseRecord, Fresh, Line, Phrase, Prompt, ResourcesData } from "../contract.ts";

const WEEK = 7;

/** What the page says of resources and barriers. Places in braces are filled with days and numbers. */
const PHRASES = {
  none: {
    da: "Ingen ressourcer eller barrierer er beskrevet endnu.",
    en: "No resources or barriers are described yet.",
  },
  says: {
    da: "{resources} ressourcer og {barriers} barrierer er beskrevet.",
    en: "{resources} resources and {barriers} barriers are described.",
  },
  described: { da: "Senest beskrevet", en: "Last described" },
  cv: { da: "CV gennemgået", en: "CV gone through" },
  promptDescribe: {
    da: "Beskriv sammen med borgeren, hvad der hjælper, og hvad der står i vejen.",
    en: "Describe with the citizen what helps and what stands in the way.",
  },
  promptOld: {
    da: "Beskrivelsen er fra {day}. Passer den stadig?",
    en: "The description is from {day}. Does it still fit?",
  },
  promptCv: {
    da: "CV'et er ikke gennemgået sammen med borgeren. Gør det, og notér dagen.",
    en: "The CV has not been gone through with the citizen. Do it, and note the day.",
  },
  promptOldCv: {
    da: "CV'et er sidst gennemgået {day}. Er det stadig rigtigt?",
    en: "The CV was last gone through on {day}. Is it still right?",
  },
} as const satisfies Record<string, Bilingual>;

/** The labels of the fields. */
export type Labels = Readonly<Record<string, Bilingual>>;
type Known = { readonly data: ResourcesData; readonly labels: Labels };

const weighs =
  (...weights: readonly string[]) =>
  ({ values }: CourseRecord): boolean =>
    weights.includes(String(values.weight));
function latest(records: readonly CourseRecord[]): Day | null {
  return records.length === 0 ? null : (Math.max(...records.map(({ from }) => from)) as Day);
}

function isOld(day: Day | null, { weeks }: Fresh, on: Day): boolean {
  return day !== null && on - day >= weeks * WEEK;
}

function promptOf(says: Phrase, form: string, { source }: Fresh): Prompt {
  return { says, form, source };
}

type Seen = { readonly described: Day | null; readonly cv: Day | null };

function promptsFor({ data }: Known, { described, cv }: Seen, on: Day): readonly Prompt[] {
  return [
    ...(described === null ? [promptOf({ text: PHRASES.promptDescribe }, "resource_notes", data.described)] : []),
    ...(described !== null && isOld(described, data.described, on)
      ? [promptOf({ text: PHRASES.promptOld, with: { day: { day: described } } }, "resource_notes", data.described)]
      : []),
    ...(cv === null ? [promptOf({ text: PHRASES.promptCv }, "cv_updates", data.cv)] : []),
    ...(cv !== null && isOld(cv, data.cv, on)
      ? [promptOf({ text: PHRASES.promptOldCv, with: { day: { day: cv } } }, "cv_updates", data.cv)]
      : []),
  ];
}

function linesOf({ labels }: Known, now: readonly CourseRecord[], { described, cv }: Seen): readonly Line[] {
  return [
    { label: PHRASES.described, value: asDay(described) },
    { label: PHRASES.cv, value: asDay(cv) },
    ...now.flatMap(({ values }): Line[] => {
      const label = labels[String(values.field)];
      const weight = WEIGHTS[String(values.weight)];
      return label && weight ? [{ label, value: { text: weight } }] : [];
    }),
  ];
}

const WEIGHTS: Labels = {
  ressource: { da: "ressource", en: "resource" },
  barriere: { da: "barriere", en: "barrier" },
  begge: { da: "ressource og barriere", en: "resource and barrier" },
};

/** What helps a citizen and what stands in the way on a day, when it was last described, and the CV (CIT-11, CIT-14). Everybody with a case has it. */
export function resourcesCourse(known: Known, file: CaseFile, on: Day): Course {
  const all = (file.records.resource_notes ?? []).filter(({ from }) => from <= on);
  const now = all.filter((record) => covers(record, on));
  const seen = { described: latest(all), cv: latest((file.records.cv_updates ?? []).filter(({ from }) => from <= on)) };
  const resources = now.filter(weighs("ressource", "begge")).length;
  const barriers = now.filter(weighs("barriere", "begge")).length;
  return {
    isNow: true,
    says:
      now.length === 0
        ? { text: PHRASES.none }
        : { text: PHRASES.says, with: { resources: { number: resources }, barriers: { number: barriers } } },
    lines: linesOf(known, now, seen),
    prompts: promptsFor(known, seen, on),
    curve: null,
    cells: {},
    filters: [],
  };
}
