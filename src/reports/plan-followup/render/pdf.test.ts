import { expect, test } from "vitest";
import { readPdf as read } from "../../../platform/testing/read-pdf.ts";
import { composeReport } from "../compose/compose-report.ts";
import type { Report } from "../contract.ts";
import { goalForTest, indicatorForTest, inputForTest, noteForTest } from "../testing/plan-followup-input.ts";
import { renderPdf } from "./pdf.ts";
import { printableText } from "./printable.ts";

/** Line ends may fall anywhere and hyphenate, so texts are compared without spaces and hyphens. */
function plain(text: string): string {
  return printableText(text).replaceAll(/[\s\u00a0\u00ad-]+/g, "");
}

function figuresOf(report: Report): string[] {
  const indicators = report.tracks.flatMap((track) => track.goals.flatMap((goal) => goal.indicators));
  const tables = [report.summary.tracks, ...report.fullTime.tables, ...report.annex.tables];
  return [
    report.summary.firstLine,
    ...report.summary.lines,
    ...indicators.flatMap(({ value, target, definition, projection }) => [
      value.text,
      target.text,
      definition,
      projection.text,
    ]),
    ...tables.flatMap((table) => table.rows.flatMap((row) => row.cells.map((cell) => cell.text))),
  ];
}

for (const language of ["da", "en"] as const) {
  test(`REP-03, PLAN-27: every figure and definition stands on the paper (${language})`, async () => {
    const report = composeReport(inputForTest(14, language));
    const { pages, marked } = await read(await renderPdf(report));
    const all = plain(pages.join(" "));
    for (const text of figuresOf(report)) expect(all, text).toContain(plain(text));
    expect(marked).toBe(true);
  });
}

test("every page after the first names the plan, the day and the snapshot, and synthetic data says so on each", async () => {
  const report = composeReport(inputForTest(8));
  const { pages } = await read(await renderPdf(report));
  expect(plain(pages[0] ?? "")).toContain(plain(report.mark ?? "no mark"));
  for (const [at, page] of pages.slice(1).entries()) {
    expect(plain(page)).toContain(plain(`${report.header}Syntetiske data`));
    expect(plain(page)).toContain(plain(`Side ${at + 2} af ${pages.length}`));
  }
});

test("ASK-03: the same report gives the same bytes, dated with the day it was made", async () => {
  const report = composeReport(inputForTest(8));
  const [first, second] = [await renderPdf(report), await renderPdf(report)];
  expect(Buffer.compare(first, second)).toBe(0);
  expect((await read(first)).info.CreationDate).toMatch(/^D:20210702/);
});

test("what people wrote is printed as they wrote it: never markup, never a fault", async () => {
  const text = '#panic("x") *bold* $x^2$ <b>&amp;</b> @ref [link](x) \\ = Overskrift 😀 \u0000 ≥';
  const input = inputForTest(0);
  const goals = [
    goalForTest({ title: { da: text, en: text }, indicators: [indicatorForTest({ label: { da: text, en: text } })] }),
  ];
  const report = composeReport({ ...input, status: { ...input.status, goals }, notes: [noteForTest({ text })] });
  const all = plain((await read(await renderPdf(report))).pages.join(" "));
  expect(all).toContain(plain('#panic("x") *bold* $x^2$ <b>&amp;</b> @ref [link](x) \\ = Overskrift ?'));
});

test("ASK-09: a plan of 45 goals is typeset, each goal under a heading that is not left alone on its page", async () => {
  const report = composeReport(inputForTest(45));
  const { pages } = await read(await renderPdf(report));
  for (const goal of report.tracks.flatMap((track) => track.goals)) {
    const own = pages.filter((page) => plain(page).includes(plain(`${goal.id} · ${goal.kind} · ${goal.owner}`)));
    expect(own, goal.id).toHaveLength(1);
    expect(plain(own[0] ?? "")).toContain(plain(goal.title));
    expect(plain(own[0] ?? "")).toContain(plain(goal.indicators[0]?.target.text ?? "no target"));
  }
});
