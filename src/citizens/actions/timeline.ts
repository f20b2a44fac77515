import type { benefits as lawBenefits } from "../../law/public.ts";
import type { Tx } from "../../platform/db/public.ts";
import { addDays, type Day, day, isoDay } from "../../platform/kernel/day.ts";
import type { CitizenRecord, TimelineEntry } from "../contract.ts";
import { codedBenefit, codedIn } from "../labels.ts";
import { type RecordRow, rowsOf, stepsOf } from "../queries/record.ts";

const FOREVER = "9999-12-31";
const FULL = 1000;

/** The last day of a row that lasts, as people say it; null while it runs. */
export function lastDay(row: RecordRow): string | null {
  const until = String(row.until_day);
  return until === FOREVER ? null : isoDay(addDays(day(until), -1));
}

/** A benefit spell with what it is counted as and whether the benefit existed on all its days so far (CIT-01, CIT-02). */
export function benefitLine(row: RecordRow, benefits: typeof lawBenefits, on: Day): CitizenRecord["benefits"][number] {
  const code = String(row.benefit);
  const known = benefits.find((benefit) => benefit.code === code);
  const to = lastDay(row);
  const from = String(row.from_day);
  const early = known !== undefined && from < known.from;
  const late = known?.until !== undefined && (to ?? isoDay(on)) >= known.until;
  return {
    benefit: codedBenefit(code),
    from,
    to,
    share: Number(row.share ?? FULL) / FULL,
    countedAs: known && known.row !== code ? codedBenefit(known.row) : null,
    outsideItsDays: early || late,
  };
}

type Own = {
  readonly spells: readonly RecordRow[];
  readonly groups: readonly RecordRow[];
  readonly cv: readonly RecordRow[];
};

/** What this word's records tell happened, as lines of the timeline. */
export async function ownTimeline(tx: Tx, citizen: string, { spells, groups, cv }: Own): Promise<TimelineEntry[]> {
  const employments = await rowsOf(tx, "employments", citizen);
  const education = await rowsOf(tx, "education_spells", citizen);
  const circumstances = await rowsOf(tx, "circumstances", citizen);
  const steps = await stepsOf(tx, citizen);
  return [
    ...spells.map((row) => line("benefit", row, { what: codedBenefit(String(row.benefit)).label })),
    ...groups.map((row) => line("target_group", row, { what: labelIn("target_group_spells", "target_group", row) })),
    ...employments.map((row) =>
      line("employment", row, { what: labelIn("employments", "kind", row), detail: hours(row) }),
    ),
    ...education.map((row) =>
      line("education", row, { what: labelIn("education_spells", "kind", row), detail: outcome(row) }),
    ),
    ...circumstances.map((row) =>
      line("circumstance", row, { what: labelIn("circumstances", "circumstance", row), detail: reason(row) }),
    ),
    ...steps.map((row) => ({
      kind: "step" as const,
      from: String(row.day),
      to: String(row.day),
      what: labelIn("case_steps", "step", row),
      detail: null,
    })),
    ...cv.map((row) => ({
      kind: "cv" as const,
      from: String(row.day),
      to: String(row.day),
      what: { da: "CV opdateret", en: "CV brought up to date" },
      detail: null,
    })),
  ];
}

type Label = TimelineEntry["what"];

function line(
  kind: TimelineEntry["kind"],
  row: RecordRow,
  said: { what: Label; detail?: Label | null },
): TimelineEntry {
  return { kind, from: String(row.from_day), to: lastDay(row), what: said.what, detail: said.detail ?? null };
}

function labelIn(fact: string, column: string, row: RecordRow): Label {
  return codedIn(fact, column, String(row[column])).label;
}

function hours({ hours: hundredths }: RecordRow): Label | null {
  if (hundredths === null || hundredths === undefined) return null;
  const number = Number(hundredths) / 100;
  return { da: `${String(number).replace(".", ",")} timer om ugen`, en: `${number} hours a week` };
}

/** The caseworker's own words, the same in every language. */
function reason({ reason: words }: RecordRow): Label | null {
  return typeof words === "string" ? { da: words, en: words } : null;
}

function outcome(row: RecordRow): Label | null {
  return row.outcome === null ? null : labelIn("education_spells", "outcome", row);
}
