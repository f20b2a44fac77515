import { asHours, dayIn, labelOf } from "../../courses/rules.ts";
import { addMonths } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import { covers } from "../../platform/kernel/period.ts";
import type { Labels, Line, Shown } from "../contract.ts";
import { PHRASES } from "./phrases.ts";
import { type Given, weeksBelow } from "./prompts.ts";
import type { Standing } from "./standing.ts";

const LACKING: Pick<Line, "value" | "tone"> = { value: { text: PHRASES.lacking }, tone: "warning" };

function statusLines({ data, labels, on, standing: { status, right } }: Given): readonly Line[] {
  const label = labelOf(labels.status, status?.values.status);
  if (!label) return [{ label: PHRASES.status, ...LACKING }];
  const arrived = dayIn(status?.values.arrived);
  const programme = data.programmes.find(
    (one) => one.statuses.includes(String(status?.values.status)) && covers(one, on),
  );
  const { source } = data.rights;
  return [
    { label: PHRASES.status, value: { text: label } },
    ...(programme ? [{ label: PHRASES.programme, value: { text: programme.label }, rule: programme.rule }] : []),
    ...(right
      ? [
          {
            label: PHRASES.right,
            value: { text: { da: `${right.label.da} (${source})`, en: `${right.label.en} (${source})` } },
          },
        ]
      : []),
    ...(arrived === null ? [] : [{ label: PHRASES.arrived, value: { day: arrived } }]),
  ];
}

function lengthLines({ data, on, standing }: Given): readonly Line[] {
  const { status, since, months, plannedMonths, mostMonths, introduced } = standing;
  const rule = covers(data.programme, on) ? { rule: data.programme.rule } : {};
  const line: Line = { label: PHRASES.months, value: { number: months }, ...rule };
  const isOverMost = mostMonths !== null && months >= mostMonths;
  const isOver = months >= plannedMonths;
  return [
    { label: status === null ? PHRASES.firstDay : PHRASES.since, value: { day: since } },
    isOver ? { ...line, tone: isOverMost ? "danger" : "warning" } : line,
    { label: PHRASES.planned, value: { day: addMonths(since, plannedMonths) } },
    ...(mostMonths !== null && isOver
      ? [{ label: PHRASES.most, value: { day: addMonths(since, mostMonths) }, ...rule }]
      : []),
    ...(introduced !== null ? [{ label: PHRASES.introduced, value: { day: introduced } }] : []),
  ];
}

function contractLines({ labels, standing: { contract, signedOn } }: Given): readonly Line[] {
  const aim = labelOf(labels.aim, contract?.values.aim);
  return [
    signedOn === null ? { label: PHRASES.contract, ...LACKING } : { label: PHRASES.contract, value: { day: signedOn } },
    ...(aim ? [{ label: PHRASES.aim, value: { text: aim } }] : []),
  ];
}

function ladderLines(given: Given): readonly Line[] {
  const { data, standing } = given;
  const { rung, since, before, isUp } = standing.place;
  const label = rung?.label ?? PHRASES.noRung;
  const line: Line = { label: PHRASES.rung, value: { text: label } };
  const isLong = (weeksBelow(given) ?? -1) >= data.ladder.stuckWeeks;
  const first: Line = isLong ? { ...line, tone: "warning" } : line;
  if (before === undefined) return [first];
  const from = before?.label ?? PHRASES.noRung;
  const move: Bilingual = {
    da: PHRASES.fromTo.da.replace("{before}", from.da).replace("{rung}", label.da),
    en: PHRASES.fromTo.en.replace("{before}", from.en).replace("{rung}", label.en),
  };
  return [
    first,
    { label: PHRASES.rungSince, value: { day: since } },
    { label: isUp ? PHRASES.movedUp : PHRASES.movedDown, value: { text: move } },
  ];
}

/** Danish teaching, with its hours where they are known and what else is. */
export function danishValue(labels: Labels, { danish }: Standing): Shown {
  const { record, isTaught, isPassed } = danish;
  if (!isTaught) return { text: isPassed ? PHRASES.passed : PHRASES.none };
  const level = labelOf(labels.level, record?.values.level);
  const placed = labelOf(labels.placed, record?.values.placed);
  const words = [level, placed].filter((word) => word !== null);
  const hours = record?.values.hours;
  const said = (language: "da" | "en", first: string): string =>
    [first, ...words.map((word) => word[language])].join(", ");
  if (typeof hours !== "number")
    return { text: { da: said("da", PHRASES.taught.da), en: said("en", PHRASES.taught.en) } };
  return asHours(hours, { da: said("da", PHRASES.hoursAWeek.da), en: said("en", PHRASES.hoursAWeek.en) });
}

function danishLine({ labels, standing }: Given): Line {
  const { isTaught, isPassed } = standing.danish;
  const line: Line = { label: PHRASES.danish, value: danishValue(labels, standing) };
  return isTaught || isPassed ? line : { ...line, tone: "warning" };
}

function guidanceLines({ standing: { guidance } }: Given): readonly Line[] {
  const { first, latest, lastGuided, without } = guidance;
  if (latest === null && lastGuided === null) return [];
  const guided: Line = {
    label: PHRASES.guided,
    value: lastGuided === null ? { text: PHRASES.notGuided } : { day: lastGuided },
  };
  return [
    ...(latest === null ? [] : [{ label: PHRASES.talk, value: { day: latest } }]),
    lastGuided === null && first !== null ? { ...guided, tone: "warning" } : guided,
    ...(lastGuided !== null && without > 0 ? [{ label: PHRASES.meetings, value: { number: without } }] : []),
  ];
}

/** How a course under the Integration Act stands, line by line. */
export function linesOf(given: Given): readonly Line[] {
  const { data, standing } = given;
  const { igu, decision } = standing;
  return [
    ...statusLines(given),
    ...lengthLines(given),
    ...contractLines(given),
    ...ladderLines(given),
    danishLine(given),
    ...(igu === null ? [] : [{ label: PHRASES.igu, value: { day: igu }, rule: data.igu.rule }]),
    ...guidanceLines(given),
    ...(decision === null ? [] : [{ label: PHRASES.decided, value: { day: decision.from } }]),
  ];
}
