import { afterAll, afterEach, beforeEach, vi } from "vitest";

const heard: string[] = [];

const hear = (warning: Error): void => void heard.push(`${warning.name}: ${warning.message}`);
process.on("warning", hear);
// The next test file may run in this very process, and listens for itself.
afterAll(() => void process.off("warning", hear));

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
