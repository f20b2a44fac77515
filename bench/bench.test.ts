import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeNeeding } from "../src/platform/testing/needs.ts";
import { benches } from "./benches.ts";
import type { Result } from "./contract.ts";
import { assertSame, quantile, timesOf } from "./measure.ts";

type Written = { readonly machine: Readonly<Record<string, unknown>>; readonly results: readonly Result[] };

describeNeeding("postgres", "npm run bench --quick", () => {
  const folder = mkdtempSync(join(tmpdir(), "springbraet-bench-"));
  const out = join(folder, "bench.json");
  let told = "";
  let written: Written;

  beforeAll(async () => {
    const main = new URL("./main.ts", import.meta.url).pathname;
    const { stdout } = await promisify(execFile)(process.execPath, [main, "--quick", "--country", "--out", out]);
    told = stdout;
    written = JSON.parse(readFileSync(out, "utf8")) as Written;
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("runs every benchmark on small data, with equal figures from every peer (issue 2)", () => {
    expect(written.results.map(({ name }) => name)).toEqual(benches.map(({ name }) => name));
    for (const { name, lines } of written.results) {
      expect(lines.length, name).toBeGreaterThan(0);
      for (const { what, times } of lines) expect(times.median, `${name}: ${what}`).toBeGreaterThanOrEqual(0);
    }
  });

  it("says how figures compare with SQL by hand on DuckDB and on PostgreSQL, as ratios (issue 2)", () => {
    const goals = written.results.find(({ name }) => name === "goals-municipality");
    for (const { what, against } of goals?.lines ?? [])
      expect(Object.keys(against ?? {}), what).toEqual(["DuckDB by hand", "PostgreSQL"]);
  });

  it("describes the machine and prints a table of everything it wrote (issue 2)", () => {
    expect(Object.keys(written.machine)).toEqual(expect.arrayContaining(["processor", "cores", "memoryGiB", "node"]));
    for (const { lines } of written.results) for (const { what } of lines) expect(told).toContain(what);
  });
});

describe("what a measurement says", () => {
  it("is the median of several runs, and the fastest and the slowest", () => {
    expect(timesOf([5, 1, 3])).toEqual({ median: 3, low: 1, high: 5, runs: 3 });
    expect(timesOf([4, 1, 2, 3]).median).toBe(2.5);
    expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.95)).toBe(10);
  });

  it("is refused when the peer counts other figures", () => {
    expect(() => assertSame("a figure", [1, null, 0.1 + 0.2], [1, null, 0.3])).not.toThrow();
    expect(() => assertSame("a figure", [1, 2], [1, 3])).toThrow(/a figure: the peer counts otherwise/);
    expect(() => assertSame("a figure", [1, 0], [1, null])).toThrow(/otherwise/);
    expect(() => assertSame("a figure", [1, 2], [1])).toThrow(/otherwise/);
  });
});
