// `npm run test:long`: the tests that get better with time, for hours but never for ever; `npm run test:long -- 3` for three times as long.
// SPRINGBRAET_SEED=7 lets chance fall otherwise.
import { ensureInstalled, runNode } from "./runtime.mjs";

const TIMES = Number(process.argv[2] ?? 1);
const LONGEST_HOURS = 3;
const HOUR_MS = 3_600_000;

if (!(TIMES > 0 && TIMES <= 100)) {
  process.stderr.write("Say how many times as long, from 1 to 100: npm run test:long -- 3\n");
  process.exit(2);
}

/** Files whose tests take more rounds, runs or requests by SPRINGBRAET_LONG. */
const FILES = [
  "src/app/kill.test.ts",
  "src/app/server/once.test.ts",
  "src/app/server/hostile.test.ts",
  "src/app/server/permissions.test.ts",
];

ensureInstalled();
const limit = setTimeout(
  () => {
    process.stderr.write(`FAILED  not done after ${LONGEST_HOURS * TIMES} hours\n`);
    process.exit(1);
  },
  LONGEST_HOURS * TIMES * HOUR_MS,
);
const env = { SPRINGBRAET_LONG: String(TIMES) };
process.exitCode = await runNode(["node_modules/vitest/vitest.mjs", "run", "--project", "words", ...FILES], { env });
clearTimeout(limit);
