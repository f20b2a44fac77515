import { type Day, isoDay } from "../../platform/kernel/day.ts";
import { aloud, type Criterion, evidenceOf, type Screening } from "../checked.ts";
import type { ShownConclusion, ShownCriterion, ShownScreening } from "../contract.ts";
import type { Known } from "../queries/people.ts";
import type { AnswerRow, ConclusionRow } from "../queries/recorded.ts";
import { type Case, caseOn, lastNewDay, latestIn, type Stretch, stageOf } from "../rules/cases.ts";
import { answered, type RuleSaid, ruleSays } from "../rules/risk.ts";
import { judge } from "../rules/three-valued.ts";

/** What is recorded of a citizen's screenings. */
export type Recorded = { readonly answers: readonly AnswerRow[]; readonly conclusions: readonly ConclusionRow[] };

/** A citizen as a screening meets them. */
export type Met = { readonly known: Known; readonly recorded: Recorded; readonly on: Day };

/** How a screening stands for a citizen: the case, each criterion, what the rule says, and what was concluded. */
export type Standing = {
  readonly screening: Screening;
  readonly its: Case;
  readonly isLate: boolean;
  readonly isFor: "met" | "unknown";
  readonly criteria: readonly (Pick<Criterion, "row" | "isOff" | "decision" | "condition"> & {
    readonly state: ShownCriterion["state"];
    readonly answer: AnswerRow | null;
  })[];
  readonly said: RuleSaid;
  readonly conclusion: ConclusionRow | null;
};

/** A person's stretches on benefits, as they are read for conditions. */
export function stretchesOf({ rows }: Known): readonly Stretch[] {
  return (rows.get("benefit_spells") ?? []).map(({ benefit, from_day: from, until_day: until }) => ({
    benefit: String(benefit),
    from: Number(from) as Day,
    until: Number(until) as Day,
  }));
}

/** How a screening stands for a citizen on a day; null when there is no case to screen, or it is not for them. */
export function standingOf(screening: Screening, { known, recorded, on }: Met): Standing | null {
  const { row, who, criteria } = screening;
  const its = caseOn(stretchesOf(known), row.case, on);
  if (its === null) return null;
  const conclusion = latestIn(recorded.conclusions.filter(isOf(row.id)), its, on);
  const evidence = evidenceOf(known.citizen, known.rows, on);
  const isFor = judge(who, evidence);
  const stage = stageOf(its, row.case, on);
  if (conclusion === null && (isFor === "not_met" || stage === "past")) return null;
  const answers = recorded.answers.filter(isOf(row.id));
  const stood = criteria.map((one) => {
    const answer = latestIn(
      answers.filter(({ question }) => question === one.row.id),
      its,
      on,
    );
    const { isOff, condition, row: of } = one;
    if (isOff) return { ...one, state: "off" as const, answer: null };
    if (condition !== null) return { ...one, state: judge(condition, evidence), answer: null };
    return { ...one, state: answered(answer?.answer ?? null, of.counts ?? "ja"), answer };
  });
  const said = ruleSays(
    row.at_risk,
    stood.map(({ row: { id }, state }) => ({ id, state })),
  );
  return {
    screening,
    its,
    isLate: stage === "late" && conclusion === null,
    isFor: isFor === "unknown" ? "unknown" : "met",
    criteria: stood,
    said,
    conclusion,
  };
}

function isOf(screening: string): (row: { readonly screening: string }) => boolean {
  return (row) => row.screening === screening;
}

/** A standing as the API gives it. */
export function shown({ screening, its, ...standing }: Standing): ShownScreening {
  const { row, who } = screening;
  const named = new Map(row.criteria.map(({ id, label }) => [id, label]));
  return {
    id: row.id,
    label: row.label,
    says: row.says,
    source: row.source,
    assumption: row.assumption ?? null,
    version: isoDay(row.from),
    from: isoDay(its.from),
    newUntil: isoDay(lastNewDay(its, row.case)),
    isLate: standing.isLate,
    isFor: standing.isFor,
    who: who.kind === "always" ? null : aloud(who),
    rule: { atLeast: row.at_risk.at_least ?? null, any: row.at_risk.any.flatMap((id) => named.get(id) ?? []) },
    said: standing.said,
    criteria: standing.criteria.map(shownCriterion),
    leadsTo: row.leads_to,
    conclusion: standing.conclusion && shownConclusion(standing.conclusion),
  };
}

function shownCriterion({
  row,
  state,
  answer,
  isOff,
  decision,
  condition,
}: Standing["criteria"][number]): ShownCriterion {
  const { id, label, says, source, ask, by, counts, own = false, assumption = null, off = null } = row;
  return {
    id,
    label,
    says,
    state,
    reading: condition === null ? null : aloud(condition),
    question: ask && by && counts ? { text: ask, by, counts } : null,
    answer: answer && {
      answer: answer.answer === "ja" ? "ja" : "nej",
      day: isoDay(answer.day),
      version: answer.version,
    },
    source,
    isOwn: own,
    assumption,
    off: isOff ? off : null,
    decision,
  };
}

/** A conclusion as the API gives it. */
export function shownConclusion(row: ConclusionRow): ShownConclusion {
  const { id, version, conclusion, rule_said: said, reason, effortFrom, known } = row;
  return {
    id,
    version,
    day: isoDay(row.day),
    conclusion,
    ruleSaid: SAID.find((one) => one === said) ?? null,
    reason,
    effortFrom,
    known,
  };
}

const SAID = ["i_risiko", "ikke_i_risiko", "uafklaret"] as const;
