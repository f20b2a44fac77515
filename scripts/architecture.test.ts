import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { violationsUnder } from "./architecture.mjs";
import { fixture } from "./fixture.ts";

const require = createRequire(import.meta.url);
const { uses }: { uses: Record<string, readonly string[]> } = require("../architecture.cjs");
const { forbidden }: { forbidden: readonly { name: string }[] } = require("../.dependency-cruiser.cjs");
const words = Object.keys(uses);
const value = "export const value = 1;\n";

/** A file that imports the given ones. */
function importing(...paths: readonly string[]): string {
  return paths.map((path, at) => `import * as a${at} from "${path}";\nexport const b${at} = a${at};\n`).join("");
}

/** A small house that keeps every rule. */
const sound = {
  "src/platform/kernel/day.ts": `${value}import "./period.ts";\n`,
  "src/platform/kernel/period.ts": value,
  "src/platform/db/pool.ts": importing("pg", "../kernel/day.ts"),
  "src/platform/db/fence.test.ts": importing("../../app/facts.ts"),
  "src/law/public.ts": importing("./benefits.ts"),
  "src/law/benefits.ts": importing("node:fs"),
  "src/citizens/facts.ts": importing("../law/public.ts"),
  "src/citizens/public.ts": importing("./facts.ts"),
  "src/plan/contract.ts": importing("zod"),
  "src/plan/rules/status.ts": importing("../contract.ts", "../../law/public.ts", "../../platform/kernel/day.ts"),
  "src/plan/rules/status.test.ts": importing("vitest", "./status.ts", "../testing/goals.ts"),
  "src/plan/testing/goals.ts": importing("../contract.ts"),
  "src/plan/queries/goals.ts": importing("kysely"),
  "src/plan/actions/adopt.ts": importing("../queries/goals.ts", "../rules/status.ts", "../../platform/db/pool.ts"),
  "src/plan/pages/goal.tsx": `import type { b0 } from "../queries/goals.ts";\n${importing("react", "../contract.ts")}`,
  "src/plan/web.tsx": importing("./pages/goal.tsx"),
  "src/plan/public.ts": importing("./actions/adopt.ts"),
  "src/demo/generate.ts": importing("../surveys/facts.ts", "../citizens/public.ts"),
  "src/language/public.ts": importing("./term.ts"),
  "src/language/term.ts": importing("../platform/kernel/day.ts"),
  "src/surveys/vocabulary.ts": importing("../language/public.ts"),
  "src/surveys/facts.ts": importing("../platform/kernel/day.ts"),
  "src/app/facts.ts": importing("../citizens/facts.ts"),
  "src/indicators/testing/warehouse.ts": importing("../../app/facts.ts"),
  "src/app/cli.ts": importing("../plan/public.ts", "../citizens/facts.ts", "../surveys/vocabulary.ts", "pg"),
  "src/app/web/main.tsx": importing("../../plan/web.tsx"),
};

/** One broken file for each rule, added to the sound house. */
const planted: readonly (readonly [rule: string, path: string, text: string])[] = [
  ...words.flatMap((word) => {
    const stranger = words.find((other) => other !== word && other !== "language" && !uses[word]?.includes(other));
    const text = importing(`../${stranger}/public.ts`);
    return [
      [`order-${word}`, `src/${word}/stranger.ts`, text] as const,
      [`order-${word}-vocabulary`, `src/${word}/vocabulary-of-strangers.ts`, text] as const,
    ];
  }),
  ["order-organisation", "src/organisation/predicate.ts", importing("../language/public.ts")],
  ["doors-words", "src/plan/window.ts", importing("../law/benefits.ts")],
  ["doors-tests", "src/plan/window.test.ts", importing("../law/benefits.ts")],
  ["doors-filling", "src/demo/window.ts", importing("../citizens/queries/one.ts")],
  ["doors-composition", "src/app/window.ts", importing("../plan/rules/status.ts")],
  ["app-is-used-by-nobody", "src/plan/upwards.ts", importing("../app/cli.ts")],
  ["app-is-used-by-no-test", "src/plan/upwards.test.ts", importing("../app/cli.ts")],
  ["platform-knows-no-words", "src/platform/http/plans.ts", importing("../../plan/public.ts")],
  ["platform-tests-know-no-words", "src/platform/http/plans.test.ts", importing("../../plan/public.ts")],
  ["known-words-only", "src/helpers/text.ts", importing("../platform/kernel/day.ts")],
  ["rules-are-pure", "src/plan/rules/reads-a-file.ts", importing("node:fs")],
  ["rules-are-pure", "src/plan/rules/uses-a-package.ts", importing("zod")],
  ["rules-are-pure", "src/plan/rules/asks-the-records.ts", importing("../queries/goals.ts")],
  ["rules-are-pure", "src/plan/rules/asks-a-type.ts", 'import type { b0 } from "../queries/goals.ts";\n'],
  ["sql-in-its-places", "src/plan/actions/sql.ts", importing("kysely")],
  ["sql-in-its-places", "src/plan/actions/sql-of-duckdb.ts", importing("@duckdb/node-api")],
  ["solver-in-matching", "src/plan/solve.ts", importing("highs")],
  ["tests-stay-outside", "src/plan/actions/uses-a-builder.ts", importing("../testing/goals.ts")],
  ["no-cycles", "src/plan/one.ts", importing("./other.ts")],
  ["no-orphans", "src/plan/alone.ts", value],
  ["resolvable", "src/plan/lost.ts", importing("./nowhere.ts")],
  ["reach-pages-stay-in-the-browser", "src/plan/pages/direct.tsx", importing("../queries/goals.ts")],
  ["reach-pages-stay-in-the-browser", "src/plan/pages/roundabout.tsx", importing("../status-text.ts")],
  ["reach-pages-without-node", "src/plan/pages/reads-law.tsx", importing("../../law/public.ts")],
];

const alsoNeeded = {
  ...Object.fromEntries(words.map((word) => [`src/${word}/public.ts`, importing("./inside.ts")])),
  ...Object.fromEntries(words.map((word) => [`src/${word}/inside.ts`, importing("../platform/kernel/day.ts")])),
  "src/citizens/queries/one.ts": importing("kysely"),
  "src/plan/other.ts": importing("./one.ts"),
  "src/plan/status-text.ts": importing("./actions/adopt.ts"),
};

it("lets a house through that keeps the rules, and has read it", async () => {
  const { violations, modules } = await violationsUnder(fixture(sound));
  expect(violations).toEqual([]);
  expect(modules).toBe(Object.keys(sound).length);
});

it("reads nothing where there is nothing: the gate then fails by its count", async () => {
  expect((await violationsUnder(fixture({ "src/notes.txt": "no code" }))).modules).toBe(0);
});

it("bites on every planted violation, and every rule has one", async () => {
  const broken = Object.fromEntries(planted.map(([, path, text]) => [path, text]));
  const { violations } = await violationsUnder(fixture({ ...alsoNeeded, ...sound, ...broken }));
  const found = new Set(violations.map(({ rule, from }) => `${rule} ${from}`));
  expect(planted.map(([rule, path]) => `${rule} ${path}`).filter((wanted) => !found.has(wanted))).toEqual([]);
  expect(new Set(planted.map(([rule]) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)));
});
