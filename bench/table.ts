import type { Line, Result } from "./contract.ts";

/** A result as a table for a terminal. */
export function table(result: Result, load: readonly [number, number]): string {
  const peers = [...new Set(result.lines.flatMap(({ against }) => Object.keys(against ?? {})))];
  const head = ["", "median", "lowest", "highest", ...peers.map((name) => `${name} / ours`), ""];
  const rows = [head, ...result.lines.map((line) => cellsOf(line, peers))];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const text = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 || column === row.length - 1
          ? cell.padEnd(widths[column] ?? 0)
          : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
  return [`\n${result.name}: ${result.about} (load of the machine ${load[0]} before, ${load[1]} after)`, ...text].join(
    "\n",
  );
}

function cellsOf({ what, times, against, note }: Line, peers: readonly string[]): readonly string[] {
  const ratios = peers.map((name) => {
    const ratio = against?.[name];
    return ratio === undefined ? "" : `${ratio.toFixed(2)} x`;
  });
  return [what, spoken(times.median), spoken(times.low), spoken(times.high), ...ratios, note ?? ""];
}

/** Milliseconds as a person reads them. */
export function spoken(ms: number): string {
  if (ms >= 100_000) return `${(ms / 60_000).toFixed(1)} min`;
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;
}
