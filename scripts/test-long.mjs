// `npm run test:long`: the tests that get better with time, for hours but never for ever; `npm run test:long -- 3` for three times as long.
// TEST_SEED=7 lets chance fall otherwise.
import { ensureInstalled, runNode } from "./runtime.mjs";

const TIMES = Number(process.argv[2] ?? 1);
/** Kills, requests and draws in proportion to those of `npm test`. */
const AS_MUCH = 100;
const LONGEST_HOURS = 3;
const HOUR_MS = 3_600_000;

if (!(TIMES > 0 && TIMES <= 100)) {
  process.stderr.write("Say how many times as long, from 1 to 100: npm run test:long -- 3\n");
  process.exit(2);
}

/** Files whose tests take more rounds, runs or requests by TEST_TIMES. */
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
const env = { TEST_TIMES: String(AS_MUCH * TIMES) };
process.exitCode = await runNode(["node_modules/vitest/vitest.mjs", "run", "--project", "words", ...FILES], { env });
clearTimeout(limit);
