import { expect, test } from "vitest";
import { composeReport } from "../compose/compose-report.ts";
import { inputForTest, noteForTest } from "../testing/plan-followup-input.ts";
import { renderDocx } from "./docx.ts";
import { readZip } from "./zip.ts";

function partOf(docx: Uint8Array, name: string): string {
  return (
    readZip(docx)
      .find((file) => file.name === name)
      ?.data.toString() ?? ""
  );
}

/** The document's words in order, as Word would show them. */
function textOf(docx: Uint8Array): string {
  return [...partOf(docx, "word/document.xml").matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<\/w:p>|<w:br\/>/g)]
    .map(([whole, text]) => (text === undefined ? (whole === "<w:br/>" ? "\n" : "\n") : text))
    .join("")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

for (const language of ["da", "en"] as const) {
  test(`REP-03: every figure, definition and table stands in the document as composed (${language})`, async () => {
    const report = composeReport(inputForTest(14, language));
    const text = textOf(await renderDocx(report));
    for (const { indicators, title, statusLabel } of report.tracks.flatMap((track) => track.goals)) {
      expect(text).toContain(title);
      expect(text).toContain(statusLabel);
      for (const { value, target, definition, expression, projectionText } of indicators) {
        for (const part of [value.text, target.text, definition, expression, projectionText])
          expect(text).toContain(part);
      }
    }
    for (const table of [report.summary.tracks, ...report.fullTime.tables, ...report.annex.tables]) {
      for (const cell of table.rows.flatMap((row) => row.cells)) expect(text).toContain(cell.text);
    }
  });
}

test("each chart is a drawing with a picture to fall back on and a text for those who cannot see it", async () => {
  const report = composeReport(inputForTest(3));
  const docx = await renderDocx(report);
  const charts = report.tracks.flatMap((track) =>
    track.goals.flatMap((goal) => goal.indicators.filter(({ chart }) => chart !== null)),
  );
  const names = readZip(docx).map((file) => file.name);
  expect(charts.length).toBeGreaterThan(0);
  expect(names.filter((name) => name.endsWith(".svg"))).toHaveLength(charts.length);
  expect(names.filter((name) => name.endsWith(".png"))).toHaveLength(charts.length);
  const document = partOf(docx, "word/document.xml");
  for (const [at, { chartText }] of charts.entries()) {
    expect(document).toContain(`<wp:docPr id="${at + 1}"`);
    expect(document).toContain(`descr="${chartText}"`);
  }
});

test("what people wrote is text in the document, whatever they wrote", async () => {
  const text = '=1+1 <w:p>&amp;</w:p> "]]>" \u0000 {{x}}\nnæste linje';
  const report = composeReport({ ...inputForTest(1), notes: [noteForTest({ text })] });
  const words = textOf(await renderDocx(report));
  expect(words).toContain('=1+1 <w:p>&amp;</w:p> "]]>"  {{x}}');
  expect(words).toContain("næste linje");
});

test("ASK-03: the same report gives the same bytes, dated with the day it was made", async () => {
  const report = composeReport(inputForTest(6));
  const [first, second] = [await renderDocx(report), await renderDocx(report)];
  expect(Buffer.compare(first, second)).toBe(0);
  expect(partOf(first, "docProps/core.xml")).toContain("2021-07-02T12:00:00Z");
});
