import { asText, dayIn, labelOf } from "../../courses/rules.ts";
import type { Day } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import { covers } from "../../platform/kernel/period.ts";
import type { Labels, Line } from "../contract.ts";
import type { Activity } from "./activity.ts";
import { isOrder } from "./judge.ts";
import { PHRASES } from "./phrases.ts";
import { type Given, idleDays } from "./prompts.ts";
import type { Standing } from "./standing.ts";

/** Several words as one. */
function listed(all: readonly Bilingual[]): Bilingual {
  const once = all.filter(({ da }, at) => all.findIndex((other) => other.da === da) === at);
  return { da: once.map(({ da }) => da).join(", "), en: once.map(({ en }) => en).join(", ") };
}

/** What somebody does, in words. */
export function inWords(labels: Labels, activities: readonly Activity[]): Bilingual {
  return listed(activities.flatMap(({ family, code }) => labelOf(labels[family], code) ?? []));
}

const LACKING: Pick<Line, "value" | "tone"> = { value: { text: PHRASES.lacking }, tone: "warning" };

function doingLine(given: Given): Line {
  const { data, labels, standing } = given;
  const { running, idleSince } = standing;
  if (idleSince === null) return { label: PHRASES.running, value: { text: inWords(labels, running) } };
  const line: Line = { label: PHRASES.idleSince, value: { day: idleSince } };
  const days = idleDays(given);
  if (days === null) return line;
  return { ...line, tone: days >= data.gap.days ? "danger" : "warning" };
}

function assessmentLines({ labels, standing: { assessment } }: Given): readonly Line[] {
  if (assessment === null) return [{ label: PHRASES.direction, ...LACKING }];
  const { direction, other_problems: problems, reading, competences } = assessment.values;
  return [
    { label: PHRASES.direction, value: asText(labelOf(labels.direction, direction)) },
    ...(problems === null
      ? []
      : [{ label: PHRASES.problems, value: { text: problems === true ? PHRASES.yes : PHRASES.no } }]),
    reading === null
      ? { label: PHRASES.reading, ...LACKING }
      : { label: PHRASES.reading, value: asText(labelOf(labels.reading, reading)) },
    ...(competences === null
      ? []
      : [{ label: PHRASES.competences, value: asText(labelOf(labels.competences, competences)) }]),
  ];
}

function deadlineTone(deadline: Day, on: Day, soonDays: number): Pick<Line, "tone"> {
  if (deadline < on) return { tone: "danger" };
  return deadline - on <= soonDays ? { tone: "warning" } : {};
}

function orderLines({ data, labels, on, standing: { open, orders } }: Given): readonly Line[] {
  const { rule, soonDays } = data.order;
  const [first] = open;
  if (first) {
    const deadline = dayIn(first.values.deadline);
    const demands = open.flatMap(({ values }) => labelOf(labels.demand, values.demand) ?? []);
    return [
      { label: PHRASES.order, value: { text: listed(demands) }, rule },
      ...(deadline === null
        ? []
        : [{ label: PHRASES.deadline, value: { day: deadline }, ...deadlineTone(deadline, on, soonDays) }]),
    ];
  }
  const [newest] = orders;
  if (!newest || isOrder(newest)) return [];
  return [{ label: PHRASES.guidance, value: { day: newest.from } }];
}

/** What came of the newest application, in words. */
export function applicationOf(labels: Labels, { applications }: Standing): Bilingual | null {
  const [newest] = applications;
  if (!newest) return null;
  const kind = labelOf(labels.applied, newest.values.kind) ?? { da: "", en: "" };
  const answer = labelOf(labels.answer, newest.values.answer) ?? PHRASES.noAnswer;
  return { da: `${kind.da}: ${answer.da}`, en: `${kind.en}: ${answer.en}` };
}

function studyLines({ labels, standing }: Given): readonly Line[] {
  const application = applicationOf(labels, standing);
  const { admitted } = standing;
  return [
    ...(application ? [{ label: PHRASES.application, value: { text: application } }] : []),
    ...(admitted && admitted.begins !== null ? [{ label: PHRASES.begins, value: { day: admitted.begins } }] : []),
  ];
}

function absenceLine({ data, standing: { absences } }: Given): readonly Line[] {
  const { days, times } = data.absence;
  if (absences === 0) return [];
  const { da, en } = PHRASES.absences;
  const label = { da: da.replace("{days}", String(days)), en: en.replace("{days}", String(days)) };
  const line: Line = { label, value: { number: absences } };
  return [absences >= times ? { ...line, tone: "warning" } : line];
}

function readinessLine({ labels, on, standing: { readiness } }: Given): Line {
  if (readiness === null) return { label: PHRASES.readiness, ...LACKING };
  const line: Line = { label: PHRASES.readiness, value: asText(labelOf(labels.readiness, readiness.code)) };
  return covers(readiness, on) ? { ...line, rule: readiness.rule } : line;
}

/** How a young person's course stands, line by line. */
export function linesOf(given: Given): readonly Line[] {
  const { labels, file, standing } = given;
  const { age, spell, days, tried } = standing;
  const level = labelOf(labels.level, file.timeline.education ?? null);
  return [
    { label: PHRASES.age, value: { number: age, unit: PHRASES.years } },
    { label: PHRASES.firstDay, value: { day: spell.from } },
    { label: PHRASES.days, value: { number: days } },
    readinessLine(given),
    ...(level ? [{ label: PHRASES.level, value: { text: level } }] : []),
    ...assessmentLines(given),
    doingLine(given),
    ...orderLines(given),
    ...studyLines(given),
    ...absenceLine(given),
    ...(tried.length === 0 ? [] : [{ label: PHRASES.tried, value: { text: inWords(labels, tried) } }]),
  ];
}
