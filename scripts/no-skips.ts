import type { Reporter, TestModule } from "vitest/node";

/**
 * A reporter: with `CI` set a test that did not run fails the run; elsewhere it is named as not tested.
 * A run narrowed by name (`-t`) skips what it was asked to skip, so it is let through.
 */
export function noSkips(strict: boolean = Boolean(process.env.CI)): Reporter {
  let narrowed = false;
  return {
    onInit(vitest): void {
      narrowed = vitest.config.testNamePattern !== undefined;
    },
    onTestRunEnd(modules): void {
      const skipped = skippedIn(modules);
      if (skipped.length === 0 || narrowed) return;
      const verdict = strict ? "FAIL: with CI set nothing may be skipped" : "NOT TESTED on this machine";
      process.stderr.write(`\n${verdict} (${skipped.length}):\n${skipped.map((name) => `  ${name}\n`).join("")}`);
      if (strict) process.exitCode = 1;
    },
  };
}

/** Full names of the tests that did not run, with the file each is in. */
function skippedIn(modules: readonly TestModule[]): string[] {
  return modules.flatMap((module) =>
    [...module.children.allTests()]
      .filter((test) => test.result().state === "skipped" || test.result().state === "pending")
      .map((test) => `${module.relativeModuleId}: ${test.fullName}`),
  );
}
