import { afterEach, beforeEach, vi } from "vitest";

const heard: string[] = [];

process.on("warning", (warning) => heard.push(`${warning.name}: ${warning.message}`));

/** A warning nobody reads is an error nobody finds: whatever is warned about while a test runs, fails that test. */
beforeEach(() => {
  for (const level of ["warn", "error"] as const) {
    vi.spyOn(console, level).mockImplementation((...said: unknown[]) => {
      heard.push(`console.${level}: ${said.map(String).join(" ")}`);
    });
  }
});

afterEach(() => {
  const warnings = heard.splice(0);
  if (warnings.length > 0) throw new Error(`the test passed, but something warned:\n${warnings.join("\n")}`);
});
