import { type IndicatorResult, indicatorResult } from "../../../indicators/contract.ts";
import {
  type GoalNote,
  type GoalResult,
  goalNote,
  goalResult,
  planContent,
  planStatus,
} from "../../../plan/contract.ts";
import { addMonths, day, isoDay } from "../../../platform/kernel/day.ts";
import type { ReportInput } from "../compose/compose-report.ts";
import { fullTimeTableForTest } from "./full-time-table.ts";

const AS_OF = "2021-06-30";
const DEADLINE = "2021-12-31";
const TRACKS = ["business", "edge", "integration", "experience"];
const STATUSES = ["met", "on_track", "at_risk", "off_track", "no_data", "on_track"] as const;

type Bilingual = { da: string; en: string };

/** The same words in both languages, told apart. */
export function both(da: string, en: string = `${da} (en)`): Bilingual {
  return { da, en };
}

/** A valid indicator: 18 months of a count of citizens towards 1,600, with a path and a projection. */
export function indicatorForTest(change: Partial<IndicatorResult> = {}): IndicatorResult {
  const value = change.value === undefined ? 1012 : change.value;
  return indicatorResult.parse({
    label: both("Borgere i virksomhedsrettede tilbud", "Citizens in company-based offers"),
    unit: "persons",
    value,
    numerator: value,
    denominator: null,
    target: { operator: ">=", value: 1600, margin: null, by: DEADLINE, basis: null },
    status: "at_risk",
    why: both("Fremskrivningen ender under måltallet.", "The projection ends below the target."),
    definition: both(
      "Antal forskellige borgere, der er begyndt i virksomhedspraktik, nytteindsats eller løntilskud siden 1. januar 2020.",
      "Number of different citizens who have begun company practice, community work or a wage-subsidised job since 1 January 2020.",
    ),
    missing: null,
    assumption: null,
    series: seriesForTest(value ?? 0, change.target === undefined ? 1600 : null),
    projection: {
      by: DEADLINE,
      value: 1455.4,
      low: 1380.2,
      high: 1520.6,
      points: 18,
      method: both("Ugentlige begyndelser i de seneste 12 måneder.", "Weekly starts over the last 12 months."),
      coverage: 83.3,
    },
    comparisons: [],
    measuredOn: AS_OF,
    window: { from: "2020-01-01", last: AS_OF },
    measure: "persons",
    expression:
      "measure: persons\nof: offers\nwhere: offer.kind in ['virksomhedspraktik', 'loentilskud']\nwindow: plan_period",
    sql: "SELECT 1",
    rowsOf: "citizens",
    freshness: "2021-06-28",
    withheld: false,
    details: [],
    ...change,
  });
}

/** Eighteen months that end at a value, with a straight path to `wanted` when there is one. */
export function seriesForTest(last: number, wanted: number | null): IndicatorResult["series"] {
  return Array.from({ length: 18 }, (_, at) => {
    const end = isoDay(((addMonths(day("2020-01-01"), at + 1) as number) - 1) as ReturnType<typeof day>);
    const value = Math.round((last * (at + 1 + (at % 3) * 0.3)) / 18.6);
    const path = wanted === null ? null : (wanted * (at + 1)) / 24;
    return {
      period: end.slice(0, 7),
      day: end,
      value: at === 17 ? last : value,
      numerator: value,
      denominator: null,
      path,
    };
  });
}

/** A valid goal of one indicator. */
export function goalForTest(change: Partial<GoalResult> = {}): GoalResult {
  return goalResult.parse({
    id: "G-1",
    title: both("1.600 borgere i virksomhedsrettede tilbud", "1,600 citizens in company-based offers"),
    track: "business",
    kind: "process",
    explicit: true,
    owner: both("Jobcenter, erhverv", "Jobcentre, business"),
    phases: ["one"],
    ref: "s. 16",
    status: "at_risk",
    needsDecision: false,
    missing: null,
    withheld: false,
    indicators: [indicatorForTest()],
    ...change,
  });
}

/** A comment or a decision on the first goal. */
export function noteForTest(change: Partial<GoalNote> = {}): GoalNote {
  return goalNote.parse({
    id: "n1",
    goal: "G-1",
    kind: "decision",
    text: "Flere virksomhedskonsulenter fra 1. august.",
    author: "Leder (demo)",
    role: "manager",
    at: "2021-06-15T08:30:00.000Z",
    withdrawn: false,
    version: "1",
    editedAt: null,
    mayEdit: false,
    mayWithdraw: true,
    ...change,
  });
}

/** Everything a report is composed from, with so many goals that every status and track occurs; the same for the same count. */
export function inputForTest(goals = 8, language: ReportInput["language"] = "da"): ReportInput {
  const made = Array.from({ length: goals }, (_, at) => variedGoal(at));
  return {
    content: contentForTest(),
    status: planStatus.parse({
      plan: "example-2020-21",
      asOf: AS_OF,
      knownAt: null,
      snapshot: "2021-06",
      municipality: { code: "316", name: "Eksempelby" },
      synthetic: true,
      counts: Object.fromEntries(
        ["met", "on_track", "at_risk", "off_track", "missed", "no_data"].map((status) => [
          status,
          made.filter((goal) => goal.status === status).length,
        ]),
      ),
      needsDecision: made.filter((goal) => goal.needsDecision).length,
      goals: made,
    }),
    table: fullTimeTableForTest(),
    notes: [
      noteForTest(),
      noteForTest({
        id: "n2",
        kind: "comment",
        text: '=HYPERLINK("x") <b>& #strong[*x*]</b> $y_1$',
        role: "committee",
      }),
      noteForTest({ id: "n3", kind: "comment", text: "Trukket tilbage.", withdrawn: true }),
    ],
    language,
    madeOn: "2021-07-02",
  };
}

function contentForTest(): ReportInput["content"] {
  const tracks = [
    both("Et stærkere samarbejde med virksomhederne", "Stronger cooperation with companies"),
    both("Færre langt fra arbejdsmarkedet", "Fewer far from the labour market"),
    both("Integration gennem arbejde", "Integration through work"),
    both("Mødet med jobcentret", "Meeting the jobcentre"),
  ];
  return planContent.parse({
    id: "example-2020-21",
    title: both("Beskæftigelsesplan 2020-2021", "Employment plan 2020-2021"),
    municipality: "316",
    committee: both("Udvalget for Beskæftigelse og Uddannelse", "Committee for Employment and Education"),
    from: "2020-01-01",
    to: DEADLINE,
    adopted: "2020-12-16",
    version: { reason: null, replaces: null },
    source: "Eksempel",
    phases: [{ id: "one", title: both("Fase 1", "Phase 1"), aim: both("Hurtigt i gang.", "A quick start.") }],
    tracks: tracks.map((title, at) => ({
      id: TRACKS[at],
      title,
      aim: both("Flere skal i arbejde eller uddannelse.", "More people in work or education."),
      aims: [],
    })),
    markers: [],
    interventions: [],
    strategies: [],
    ministerialGoals: [],
    staffing: [
      {
        label: both("Årsværk i jobcentret", "Staff"),
        value: 212.5,
        unit: "full-time equivalents",
        day: "2020-10-01",
        source: "s. 23",
      },
    ],
    keyFigures: [
      {
        label: both("Samtaler i alt", "Conversations"),
        value: 41250,
        unit: "conversations",
        period: "2019",
        source: "s. 23",
      },
      {
        label: both("Andel i tilbud", "Share in offers"),
        value: 36.25,
        unit: "percent",
        period: "2019",
        source: "s. 23",
      },
    ],
  });
}

function variedGoal(at: number): GoalResult {
  const status = STATUSES[at % STATUSES.length] ?? "met";
  const track = at % 5 === 4 ? null : (TRACKS[at % 5] ?? null);
  const change = { id: `G-${at + 1}`, track, status, needsDecision: status === "off_track" };
  if (status === "no_data") {
    const missing = both("Der er ikke indlæst landstal.", "National figures are not loaded.");
    const empty = { value: null, numerator: null, series: [], projection: null, missing, freshness: null };
    return goalForTest({ ...change, missing, indicators: [indicatorForTest({ ...empty, status })] });
  }
  if (at % 4 === 1)
    return goalForTest({ ...change, title: shareTitle(at), kind: "outcome", indicators: [shareForTest(at, status)] });
  if (at % 7 === 6)
    return goalForTest({ ...change, title: both("Fire hjemvender", "Four return"), indicators: [smallForTest()] });
  const value = 700 + 41.25 * at;
  return goalForTest({
    ...change,
    title: both(`Budget 2021: ydelse ${at + 1}`, `Budget 2021: benefit ${at + 1}`),
    kind: "budget",
    indicators: [
      indicatorForTest({
        unit: "full_time_persons",
        status,
        value,
        target: { operator: "<=", value: 1013, margin: null, by: DEADLINE, basis: null },
        series: seriesForTest(value, null),
        projection: at % 3 === 0 ? null : projectionOf(value),
        assumption: both(
          "Planen siger ikke, om året regnes i dage.",
          "The plan does not say whether days are counted.",
        ),
        comparisons: [
          { label: both("Samme år i klyngen", "Same year in the cluster"), value: 812.5, missing: null, series: [] },
        ],
      }),
    ],
  });
}

function projectionOf(value: number): IndicatorResult["projection"] {
  const method = both("Månedsserien.", "The monthly series.");
  return { by: DEADLINE, value: value + 80, low: value + 30, high: value + 131.5, points: 18, method, coverage: null };
}

function shareTitle(at: number): Bilingual {
  return both(
    `Samarbejde med ${35 + at} procent af virksomhederne`,
    `Cooperation with ${35 + at} percent of the companies`,
  );
}

function shareForTest(at: number, status: IndicatorResult["status"]): IndicatorResult {
  const numerator = 700 + at;
  const value = (numerator * 100) / 1933;
  const points = seriesForTest(value, null).map((point) => ({
    ...point,
    value: point.value && Math.round(point.value * 10) / 10,
  }));
  return indicatorForTest({
    unit: "percent",
    status,
    value,
    numerator,
    denominator: 1933,
    rowsOf: "companies",
    target: {
      operator: ">=",
      value: 35 + at,
      margin: null,
      by: "2021-03-31",
      basis: both("Planens side 16.", "Page 16 of the plan."),
    },
    series: points,
    projection: null,
    details: [{ label: both("Svarprocent", "Response rate"), value: both("61,0 %", "61.0%") }],
  });
}

function smallForTest(): IndicatorResult {
  return indicatorForTest({ value: 3, target: { operator: ">=", value: 4, margin: null, by: DEADLINE, basis: null } });
}
