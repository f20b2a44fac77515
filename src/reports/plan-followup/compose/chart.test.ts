import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "../../../platform/kernel/day.ts";
import { seriesForTest } from "../testing/plan-followup-input.ts";
import { type ChartInput, drawChart } from "./chart.ts";
import { axisTicks, timeTicks } from "./chart-scale.ts";
import { wordsOf } from "./words.ts";

const words = wordsOf("da");
const points = seriesForTest(1012, 1600).map(({ period, day: on, value, path }) => ({ period, day: on, value, path }));
const input: ChartInput = {
  points,
  target: { value: 1600, by: "2021-12-31", label: "Mål 1.600" },
  projection: { by: "2021-12-31", value: 1455, low: 1380, high: 1520 },
  lastLabel: "1.012",
  alt: "Fra 54 til 1.012",
};

test("the chart shows the line, the path to the target, the projection's band and their words", () => {
  const svg = drawChart(input, words) ?? "";
  expect(svg).toContain("<polygon");
  for (const word of ["Faktisk", "Vejen til målet", "Forventet (80 %-interval)", "Mål 1.600", "1.012"]) {
    expect(svg).toContain(word);
  }
  expect(svg).toContain('aria-label="Fra 54 til 1.012"');
});

test("fewer than two known points are no chart, and a hole in the data is a hole in the line", () => {
  const [first, ...others] = points.map((point) => ({ ...point, value: null }));
  expect(drawChart({ ...input, points: first ? [{ ...first, value: 3 }, ...others] : [] }, words)).toBeNull();
  const holed = points.map((point, at) => (at === 8 ? { ...point, value: null } : point));
  const lines = (svg: string | null): number => (svg?.match(/stroke-width="2.2" stroke-linejoin/g) ?? []).length;
  expect([lines(drawChart(input, words)), lines(drawChart({ ...input, points: holed }, words))]).toEqual([1, 2]);
});

test("no text can break out of the picture", () => {
  const svg = drawChart({ ...input, alt: '"><script>alert(1)</script>\u0000', lastLabel: "</text><b>" }, words) ?? "";
  for (const broken of ["<script", "<b>", "\u0000"]) expect(svg).not.toContain(broken);
  expect(svg).toContain("&quot;&gt;&lt;script&gt;");
});

test("every number in the picture is finite, whatever the values", () => {
  const value = fc.double({ min: -1e7, max: 1e7, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 2, maxLength: 18 }), (values) => {
      const some = points.slice(0, values.length).map((point, at) => ({ ...point, value: values[at] ?? null }));
      const svg = drawChart({ ...input, points: some }, words) ?? "";
      expect(svg).not.toMatch(/NaN|Infinity/);
    }),
    { numRuns: 100 },
  );
});

test("an axis has a few round steps that hold all values, and time a few firsts of months", () => {
  expect(axisTicks([54, 1012, 1600])).toEqual({ ticks: [0, 500, 1000, 1500, 2000], decimals: 0 });
  expect(axisTicks([0.5, 0.62])).toMatchObject({ decimals: 2 });
  expect(axisTicks([7, 7]).ticks.length).toBeGreaterThan(1);
  const ticks = timeTicks(day("2020-01-31"), day("2021-12-31"));
  expect(ticks).toEqual([day("2020-07-01"), day("2021-01-01"), day("2021-07-01")]);
});
