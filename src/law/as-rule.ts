import type { Predicate } from "../language/public.ts";
import { addDays, type Day, FOREVER, parseDay } from "../platform/kernel/day.ts";
import type { Adjustment, Demand, Norm, Rule, Satisfaction, Source, Span, Trigger } from "./contract.ts";
import type { RuleRow } from "./schema.ts";
import { areaWords } from "./words.ts";

/** What a row is read together with: its file's municipality and norm, its condition, and where it stands. */
export type Around = {
  readonly municipality: string | null;
  readonly norm: Norm;
  readonly condition: Predicate;
  readonly sources: Readonly<Record<string, string>>;
  readonly file: string;
  readonly line: number;
};

const UNITS = { day: ["days", 1], week: ["days", 7], month: ["months", 1], year: ["months", 12] } as const;

/** `6 weeks` to 42 days, `1 year` to 12 months. The text has passed the schema. */
export function spanOf(text: string): Span {
  const [n = "0", unit = "day"] = text.split(" ");
  const [kind, size] = UNITS[unit.replace(/s$/, "") as keyof typeof UNITS];
  return { unit: kind, n: Number(n) * size };
}

/** The days a row is in force: from the first up to but not including the day after the last; whether each was found in a source. */
export function validity(row: { readonly valid_from: string; readonly valid_to: string }): {
  readonly from: Day;
  readonly until: Day;
  readonly fromVerified: boolean;
  readonly untilVerified: boolean;
} {
  const last = parseDay(row.valid_to.replace(/\?$/, ""));
  return {
    from: parseDay(row.valid_from.replace(/\?$/, "")) ?? (0 as Day),
    until: last === null ? FOREVER : addDays(last, 1),
    fromVerified: !row.valid_from.endsWith("?"),
    untilVerified: !row.valid_to.endsWith("?"),
  };
}

/** Keys of sources with their titles: `GLX-2012 s. 6` is page 6 of that document. */
export function sourcesOf(keys: readonly string[], titles: Readonly<Record<string, string>>): readonly Source[] {
  return keys.map((text) => {
    const [key = "", ...place] = text.split(" ");
    return { key, title: titles[key] ?? "", place: place.join(" ") };
  });
}

/** The area of a file's rules: the one its name begins with. */
function areaOf(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1).replace(/\.yaml$/, "");
  return Object.keys(areaWords).find((area) => name === area || name.startsWith(`${area}-`)) ?? "other";
}

function demandOf(row: RuleRow): Demand | null {
  const { deadline, count, interval } = row;
  if (deadline !== undefined)
    return { kind: "deadline", within: deadline === "end_of_month" ? null : spanOf(deadline) };
  if (interval !== undefined)
    return { kind: "interval", every: spanOf(interval.every), afterFirst: interval.after_first };
  if (count === undefined) return null;
  const from = count.from === undefined ? null : spanOf(count.from);
  if (count.every !== undefined) return { kind: "windows", atLeast: count.at_least, from, every: spanOf(count.every) };
  return { kind: "count", atLeast: count.at_least, from, until: spanOf(count.until ?? "") };
}

function triggerOf({ trigger }: RuleRow): Trigger {
  if (trigger === undefined) return { kind: "who" };
  if ("event" in trigger) return { kind: "event", event: trigger.event };
  if ("offer" in trigger) return { kind: "offer", edge: trigger.offer };
  const { benefits, more_than, calendar_months, without } = trigger.received;
  return { kind: "received", benefits, moreThan: spanOf(more_than).n, calendarMonths: calendar_months, without };
}

function satisfactionOf({ satisfied_by }: RuleRow): Satisfaction {
  return {
    events: satisfied_by?.events ?? [],
    offers: satisfied_by?.offers ?? [],
    lasting: satisfied_by?.lasting === undefined ? 0 : spanOf(satisfied_by.lasting).n,
    sinceStartOfMonth: satisfied_by?.since !== undefined,
  };
}

function adjustmentOf({ adjusts }: RuleRow): Adjustment | null {
  if (adjusts === undefined) return null;
  const { rule, after_exemption, extended, not_counted } = adjusts;
  return {
    rule,
    afterExemption: after_exemption === undefined ? null : spanOf(after_exemption),
    extended: extended === undefined ? null : { by: spanOf(extended.by), on: extended.on },
    notCounted: not_counted ?? [],
  };
}

function limitOf({ limit }: RuleRow): Span | null {
  if (limit === undefined) return null;
  return limit.weeks === undefined ? { unit: "months", n: limit.months ?? 0 } : { unit: "days", n: limit.weeks * 7 };
}

function stepOf({ step }: RuleRow): Rule["step"] {
  if (step === undefined) return null;
  const { weeks_from, weeks_to, refund, cofinance } = step;
  return { weeksFrom: weeks_from, weeksTo: weeks_to ?? null, refund, cofinance };
}

/** What a row may leave out, as null. */
function optional(
  row: RuleRow,
): Pick<Rule, "groups" | "duty" | "share" | "consequence" | "amount" | "assumption" | "note"> {
  return {
    groups: row.groups ?? null,
    duty: row.duty ?? null,
    share: row.share ?? null,
    consequence: row.consequence ?? null,
    amount: row.amount ?? null,
    assumption: row.assumption ?? null,
    note: row.note ?? null,
  };
}

/** A row that has passed the schema, as a rule. A row without a source, or not known to be adopted, is not active. */
export function asRule(row: RuleRow, around: Around): Rule {
  const { municipality, condition, sources, file, line } = around;
  return {
    ...optional(row),
    id: row.id,
    carries: row.carries ?? [row.id],
    area: row.area ?? areaOf(file),
    paragraph: row.paragraph,
    norm: row.norm ?? around.norm,
    municipality,
    ...validity(row),
    subject: row.subject,
    where: row.where ?? "",
    condition,
    trigger: triggerOf(row),
    demand: demandOf(row),
    satisfiedBy: satisfactionOf(row),
    exempts: row.exempts ?? [],
    adjusts: adjustmentOf(row),
    actor: row.actor,
    forms: row.forms,
    limit: limitOf(row),
    step: stepOf(row),
    sources: sourcesOf(row.source, sources),
    confidence: row.confidence,
    active: row.confidence !== "low" && row.switched_off === undefined,
    switchedOff: row.switched_off ?? null,
    says: { da: row.da, en: row.en },
    file,
    line,
  };
}
