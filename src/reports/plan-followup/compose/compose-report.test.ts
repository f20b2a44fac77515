import fc from "fast-check";
import { expect, test } from "vitest";
import { type Report, report, reportLanguage } from "../contract.ts";
import { goalForTest, indicatorForTest, inputForTest, noteForTest } from "../testing/plan-followup-input.ts";
import { composeReport, type ReportInput } from "./compose-report.ts";

const CASE = new URL("../cases/example/", import.meta.url);
const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

function withGoals(goals: ReportInput["status"]["goals"], change: Partial<ReportInput> = {}): Report {
  const input = inputForTest(0);
  return composeReport({ ...input, status: { ...input.status, goals }, ...change });
}

test("REP-02: the composed report of the example is exactly the kept one, in both languages", async () => {
  const given = json(inputForTest(8));
  await expect(given).toMatchFileSnapshot(new URL("input.golden.json", CASE).pathname);
  const input = JSON.parse(given) as ReportInput;
  for (const language of reportLanguage.options) {
    const composed = composeReport({ ...input, language });
    expect(report.parse(composed)).toEqual(composed);
    await expect(json(composed)).toMatchFileSnapshot(new URL(`report.${language}.golden.json`, CASE).pathname);
  }
});

test("ASK-03: the same input gives the same report", () => {
  expect(json(composeReport(inputForTest(12)))).toBe(json(composeReport(inputForTest(12))));
});

test("the first line answers in words, and what needs a decision follows", () => {
  const goals = [
    goalForTest({ id: "a", status: "met" }),
    goalForTest({ id: "b", status: "on_track" }),
    goalForTest({ id: "c", status: "off_track", needsDecision: true }),
    goalForTest({ id: "d", status: "missed", needsDecision: true }),
  ];
  const composed = withGoals(goals);
  expect(composed.summary.firstLine).toBe("2 af 4 mål er nået eller på kurs pr. 30.06.2021.");
  expect(composed.summary.lines[0]).toBe("To mål kræver en beslutning.");
  expect(composed.decisions.goals.map((goal) => goal.id)).toEqual(["c", "d"]);
  expect(composed.decisions.goals[0]?.figures).toBe(
    "1.012 borgere; målet er mindst 1.600 borgere senest\u00a031.12.2021",
  );
  expect(withGoals(goals, { language: "en" }).summary.firstLine).toBe(
    "2 of 4 goals are met or on track as of 30\u00a0Jun\u00a02021.",
  );
});

test("on the plan's last day and after it, the first line says what was reached", () => {
  const input = inputForTest(0);
  const goals = [goalForTest({ status: "met" }), goalForTest({ id: "b", status: "missed" })];
  const composed = composeReport({ ...input, status: { ...input.status, goals, asOf: "2021-12-31" } });
  expect(composed.summary.firstLine).toBe("1 af 2 mål blev nået.");
});

test("a plan without a table of full-time persons says so", () => {
  const { fullTime, summary } = composeReport({ ...inputForTest(1), table: null });
  expect(fullTime).toMatchObject({ lead: "Planen har ingen tabel over fuldtidspersoner.", tables: [] });
  expect(summary.lines.join(" ")).not.toContain("trykte tabel");
});

test("REP-03: every goal of the status stands once in the report with status, figure, source and definition", () => {
  const input = inputForTest(45);
  const goals = composeReport(input).tracks.flatMap((track) => track.goals);
  expect(goals.map((goal) => goal.id).toSorted()).toEqual(input.status.goals.map((goal) => goal.id).toSorted());
  for (const goal of goals) {
    expect(goal.statusLabel).not.toBe("");
    expect(goal.ref).not.toBe("");
    for (const indicator of goal.indicators) expect(indicator.definition).not.toBe("");
  }
});

test("a goal of a track the plan does not name is reported under the plan as a whole, not lost", () => {
  const composed = withGoals([goalForTest({ track: "unheard-of" })]);
  expect(composed.tracks.at(-1)).toMatchObject({ id: null, goals: [{ id: "G-1" }] });
});

test("a goal without data says what is missing and shows no zero", () => {
  const missing = { da: "Landstal mangler.", en: "National figures are missing." };
  const empty = { value: null, numerator: null, series: [], projection: null, missing };
  const [indicator] = withGoals([
    goalForTest({ status: "no_data", missing, indicators: [indicatorForTest({ ...empty, status: "no_data" })] }),
  ])
    .tracks.flatMap((track) => track.goals)
    .flatMap((goal) => goal.indicators);
  expect(indicator).toMatchObject({ value: { text: "–", number: null }, missing: "Landstal mangler.", chart: null });
});

test("after the deadline the figure is the result", () => {
  const target = { operator: ">=", value: 35, margin: null, by: "2021-03-31", basis: null } as const;
  const composed = withGoals([goalForTest({ indicators: [indicatorForTest({ target, projection: null })] })]);
  const [indicator] = composed.tracks[0]?.goals[0]?.indicators ?? [];
  expect(indicator?.valueLabel).toBe("Resultat");
  expect(indicator?.projectionText).toContain("fristen er passeret");
});

test("PLAN-27: notes are printed by role and day, withdrawn ones and CPR numbers are not", () => {
  const notes = [
    noteForTest({ text: "Borger 010190-1234 og 0101901234 er ringet op.", author: "Grete Hansen" }),
    noteForTest({ id: "n2", at: "2021-06-15T22:30:00.000Z", text: "Sent." }),
    noteForTest({ id: "n3", withdrawn: true, text: "Trukket tilbage." }),
  ];
  const composed = withGoals([goalForTest()], { notes });
  const decisions = composed.tracks[0]?.goals[0]?.decisions;
  expect(decisions).toEqual([
    {
      when: "15.06.2021",
      day: "2021-06-15",
      who: "Leder, 15.06.2021",
      text: "Borger [nummer fjernet] og [nummer fjernet] er ringet op.",
    },
    { when: "16.06.2021", day: "2021-06-16", who: "Leder, 16.06.2021", text: "Sent." },
  ]);
  expect(JSON.stringify(composed)).not.toMatch(/Grete|Trukket/);
});

test("REP-07: no report holds a figure on one to four citizens, whatever it is given", () => {
  const small = fc.integer({ min: 1, max: 4 });
  fc.assert(
    fc.property(small, fc.constantFrom("persons", "events", "full_time_persons"), (value, unit) => {
      const projection = { ...indicatorForTest().projection, value: 4.44, low: 4.44, high: 4.44 };
      const indicator = { ...indicatorForTest({ value, numerator: value, unit }), projection } as ReturnType<
        typeof indicatorForTest
      >;
      const [printed] = withGoals([goalForTest({ indicators: [indicator] })]).tracks[0]?.goals[0]?.indicators ?? [];
      expect(printed).toMatchObject({ value: { text: "tilbageholdt", number: null }, points: [], chart: null });
      expect(JSON.stringify(printed)).not.toContain("4.44");
    }),
    { numRuns: 20 },
  );
});

test("REP-07: a share on few citizens and the small points of a series are withheld, large ones are not", () => {
  const share = indicatorForTest({ unit: "percent", value: 2, numerator: 2, denominator: 100 });
  const [few] = withGoals([goalForTest({ indicators: [share] })]).tracks[0]?.goals[0]?.indicators ?? [];
  expect(few?.withheld).toMatch(/færre end fem/);
  const point = { period: "2021-01", day: "2021-01-31", numerator: 3, denominator: null, path: null };
  const series = [
    { ...point, value: 3 },
    { ...point, day: "2021-02-28", value: 5, numerator: 5 },
  ];
  const [grows] =
    withGoals([goalForTest({ indicators: [indicatorForTest({ series })] })]).tracks[0]?.goals[0]?.indicators ?? [];
  expect(grows?.points.map(({ value }) => value)).toEqual([null, 5]);
  expect(grows?.value.number).toBe(1012);
});

test("REP-07: a goal whose target is under five citizens is withheld as a whole and counts nowhere", () => {
  const target = { operator: ">=", value: 4, margin: null, by: "2021-12-31", basis: null } as const;
  const composed = withGoals([
    goalForTest({ status: "met", needsDecision: true, indicators: [indicatorForTest({ value: 3, target })] }),
  ]);
  expect(composed.tracks[0]?.goals[0]).toMatchObject({ statusLabel: "Tilbageholdt", status: "no_data" });
  expect(composed.summary.counts.filter((count) => count.goals > 0)).toEqual([
    { status: "no_data", label: "Ingen data eller tilbageholdt", goals: 1 },
  ]);
  expect(composed.summary.lines).toContain(
    "Ét mål vises ikke, fordi det handler om så få borgere, at enkelte kan genkendes.",
  );
  expect(composed.decisions.goals).toEqual([]);
});
