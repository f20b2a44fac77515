import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TabStopType,
  TextRun,
} from "docx";
import { type Words, wordsOf } from "../compose/words.ts";
import type { Report, ReportGoal, ReportIndicator, ReportNote } from "../contract.ts";
import { mapTexts, xmlSafe } from "./clean.ts";
import { chartBlock, factsTable, heading, labelled, paragraph, quiet, TEXT_WIDTH, tableBlock } from "./docx-parts.ts";
import { readZip, writeZip } from "./zip.ts";

type Block = Paragraph | Table;

/** The report as a Word document that can be worked on: real headings, tables and drawings. The same report gives the same bytes. */
export async function renderDocx(report: Report): Promise<Uint8Array> {
  const safe = mapTexts(report, xmlSafe);
  const words = wordsOf(report.language);
  const document = new Document({
    title: `${safe.title}: ${safe.plan.title}`,
    creator: safe.municipality.name,
    lastModifiedBy: safe.municipality.name,
    description: safe.header,
    styles: stylesOf(report.language),
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1474, bottom: 1361, left: 1247, right: 1247 } },
        },
        headers: { default: new Header({ children: [headerLine(safe, words)] }), first: new Header({ children: [] }) },
        footers: { default: footer(safe, words), first: footer(safe, words) },
        children: [...front(safe, words), ...summary(safe), ...tracks(safe, words), ...fullTime(safe), ...annex(safe)],
      },
    ],
  });
  return fixed(new Uint8Array(await Packer.toBuffer(document)), report.madeOn);
}

/** The same document always: its moment becomes the report's day, and its drawings are numbered from one. */
function fixed(docx: Uint8Array, madeOn: string): Uint8Array {
  const files = readZip(docx).map(({ name, data }) => {
    if (name === "docProps/core.xml") {
      return {
        name,
        data: Buffer.from(data.toString().replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, `${madeOn}T12:00:00Z`)),
      };
    }
    if (name !== "word/document.xml") return { name, data };
    let drawing = 0;
    const numbered = data.toString().replaceAll(/<wp:docPr id="\d+"/g, () => {
      drawing += 1;
      return `<wp:docPr id="${drawing}"`;
    });
    return { name, data: Buffer.from(numbered) };
  });
  return writeZip(files, madeOn);
}

function stylesOf(language: Report["language"]): NonNullable<ConstructorParameters<typeof Document>[0]["styles"]> {
  const look = (size: number, before: number): { run: object; paragraph: object } => ({
    run: { size, bold: true, color: "1F2D3D", font: "Source Sans 3" },
    paragraph: { spacing: { before, after: 140 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: {
          font: { ascii: "Source Sans 3", hAnsi: "Source Sans 3", cs: "Calibri" },
          size: 21,
          color: "1F2D3D",
          language: { value: language === "da" ? "da-DK" : "en-GB" },
        },
      },
      title: look(56, 0),
      heading1: look(36, 0),
      heading2: look(25, 320),
    },
  };
}

function headerLine(report: Report, words: Words): Paragraph {
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
    children: [
      new TextRun({ text: report.header, size: 17, color: "5C6B7A" }),
      new TextRun({ text: report.mark === null ? "" : `\t${words.texts.markShort}`, size: 17, color: "5C6B7A" }),
    ],
  });
}

function footer(report: Report, words: Words): Footer {
  const [before, between = "", after = ""] = words.texts.page.split(/\{page\}|\{pages\}/);
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          new TextRun({
            size: 17,
            color: "5C6B7A",
            children: [`${report.title}\t${before}`, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
          }),
        ],
      }),
    ],
  });
}

function front(report: Report, words: Words): Block[] {
  return [
    paragraph(words.texts.subject, { bold: true, color: "1D5B8F" }, { spacing: { before: 1600, after: 80 } }),
    paragraph(report.title, { bold: true, size: 56 }),
    paragraph(report.plan.title, { size: 32, color: "5C6B7A" }, { spacing: { after: 700 } }),
    paragraph(report.summary.firstLine, { bold: true, size: 32 }),
    paragraph(report.summary.lines[0] ?? "", { size: 25 }, { spacing: { after: 1400 } }),
    factsTable(report.front),
    ...(report.mark === null ? [] : [paragraph(report.mark, { bold: true }, { spacing: { before: 500 } })]),
  ];
}

function summary(report: Report): Block[] {
  const { title, firstLine, lines, counts, tracks: table } = report.summary;
  return [
    heading(title, 1, true),
    paragraph(firstLine, { bold: true, size: 26 }),
    ...lines.map((line) => paragraph(line)),
    paragraph(counts.map((count) => `${count.label}: ${count.goals}`).join("  ·  "), { bold: true }),
    ...tableBlock(table),
    heading(report.decisions.title, 2),
    paragraph(report.decisions.lead),
    ...report.decisions.goals.flatMap((goal) => [
      paragraph(
        `${goal.title} (${goal.statusLabel})`,
        { bold: true },
        { keepNext: true, spacing: { before: 160, after: 40 } },
      ),
      quiet(`${goal.track} · ${goal.id}`, { keepNext: true }),
      paragraph(goal.figures),
      paragraph(goal.why),
      ...(goal.latest === null ? [] : [quiet(goal.latest)]),
    ]),
  ];
}

function tracks(report: Report, words: Words): Block[] {
  return report.tracks.flatMap((track) => [
    heading(track.title, 1, true),
    quiet(track.aim),
    paragraph(track.line, { bold: true }),
    ...track.goals.flatMap((goal) => goalBlocks(goal, words)),
  ]);
}

function goalBlocks(goal: ReportGoal, words: Words): Block[] {
  const { texts } = words;
  const status = goal.needsDecision ? `${goal.statusLabel} · ${texts.goal.needsDecision}` : goal.statusLabel;
  const about = [goal.id, goal.kind, goal.owner, goal.phases, goal.ref].filter((part) => part !== "").join(" · ");
  return [
    heading(goal.title, 2),
    paragraph(status, { bold: true }, { keepNext: true, spacing: { after: 40 } }),
    quiet(about, { keepNext: true }),
    ...goal.indicators.flatMap((indicator) => [
      ...(goal.indicators.length > 1
        ? [paragraph(`${indicator.label}: ${indicator.statusLabel}`, { bold: true })]
        : []),
      ...indicatorBlocks(indicator, words),
    ]),
    ...notes(texts.goal.decisions, goal.decisions),
    ...notes(texts.goal.comments, goal.comments),
  ];
}

function indicatorBlocks(indicator: ReportIndicator, words: Words): Block[] {
  const { goal } = words.texts;
  const chart = chartBlock(indicator);
  const join = (lines: ReportIndicator["details"]): string =>
    lines.map((line) => `${line.label}: ${line.text}`).join("; ");
  const optional: [string, string | null][] = [
    [goal.missing, indicator.missing],
    [goal.why, indicator.withheld ?? (indicator.missing === null ? indicator.why : null)],
    [goal.definition, indicator.definition],
    [goal.basis, indicator.targetBasis],
    [goal.assumption, indicator.assumption],
    [goal.projection, indicator.projectionText],
    [goal.details, indicator.details.length > 0 ? join(indicator.details) : null],
    [goal.comparison, indicator.comparisons.length > 0 ? join(indicator.comparisons) : null],
  ];
  return [
    factsTable([
      { label: indicator.valueLabel, text: indicator.value.text },
      { label: goal.target, text: indicator.target.text },
    ]),
    ...(chart === null ? [new Paragraph({ spacing: { after: 60 } })] : [chart]),
    ...optional.flatMap(([label, text]) => (text === null ? [] : [labelled(label, text)])),
  ];
}

function notes(title: string, list: readonly ReportNote[]): Block[] {
  if (list.length === 0) return [];
  return [
    paragraph(title, { bold: true }, { keepNext: true, alignment: AlignmentType.LEFT }),
    ...list.flatMap((note) => [
      paragraph(note.text, {}, { keepNext: true, indent: { left: 240 } }),
      quiet(note.who, { indent: { left: 240 } }),
    ]),
  ];
}

function fullTime(report: Report): Block[] {
  const { title, lead, tables } = report.fullTime;
  return [heading(title, 1, true), paragraph(lead), ...tables.flatMap(tableBlock)];
}

function annex(report: Report): Block[] {
  const { title, lead, tables, reading, madeTitle, madeLead } = report.annex;
  const indicators = report.tracks.flatMap((track) =>
    track.goals.flatMap((goal) => goal.indicators.map((indicator) => ({ goal, indicator }))),
  );
  return [
    heading(title, 1, true),
    paragraph(lead),
    heading(reading.title, 2),
    ...reading.lines.map((line) => paragraph(line)),
    ...tables.flatMap(tableBlock),
    heading(madeTitle, 2),
    paragraph(madeLead),
    ...indicators.flatMap(({ goal, indicator }) => [
      paragraph(
        `${goal.id}  ${goal.indicators.length > 1 ? indicator.label : goal.title}`,
        { bold: true, size: 18 },
        { keepNext: true },
      ),
      quiet(indicator.made.map((line) => `${line.label}: ${line.text}`).join(" · "), { keepNext: true }),
      paragraph(indicator.expression, { font: "Consolas", size: 16 }, { keepLines: true, spacing: { after: 240 } }),
    ]),
  ];
}
