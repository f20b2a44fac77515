import { defineConfig } from "vitest/config";
import { noSkips } from "./scripts/no-skips.ts";

/** Work that is always the same: Copenhagen days whatever the machine says, and an order nobody chose. */
const everywhere = {
  env: { TZ: "Europe/Copenhagen" },
  sequence: { shuffle: true },
  setupFiles: ["./src/platform/testing/warnings-are-errors.ts"],
};

export default defineConfig({
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    // Tests of records and servers wait much: as many files at a time as there are cores.
    maxWorkers: 2,
    reporters: [noSkips(), "default"],
    projects: [
      {
        extends: true,
        test: {
          ...everywhere,
          name: "words",
          globalSetup: ["./src/platform/testing/run-folder.ts", "./src/platform/testing/global-databases.ts"],
          include: ["{src,scripts,bench}/**/*.test.{ts,tsx}"],
          // Files follow each other in one process: a process of its own for each, reading everything anew, was a third of the whole work.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          ...everywhere,
          name: "e2e",
          globalSetup: ["./src/platform/testing/run-folder.ts"],
          include: ["e2e/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // A page is asked again until it says what is expected; a busy machine takes longer than a second.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
