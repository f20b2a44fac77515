import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { benches } from "./benches.ts";
import type { Result } from "./contract.ts";
import { describeMachine, load } from "./machine.ts";
import { setScene } from "./scene.ts";
import { table } from "./table.ts";

const { values: asked } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    country: { type: "boolean", default: false },
    only: { type: "string", default: "" },
    out: { type: "string", default: ".tmp/bench.json" },
    "country-folder": { type: "string", default: ".tmp/bench-country" },
    "country-postgres": { type: "boolean", default: false },
    runs: { type: "string" },
  },
});

const names = asked.only.split(",").filter(Boolean);
const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0)
  throw new Error(
    `no benchmark is called ${unknown.join(", ")}; there are ${benches.map(({ name }) => name).join(", ")}`,
  );
const chosen = benches.filter(({ name, large }) => (names.length > 0 ? names.includes(name) : !large || asked.country));

const { scene, close } = setScene({
  quick: asked.quick,
  runs: Number(asked.runs ?? (asked.quick ? 0 : 7)),
  folder: join(process.cwd(), ".tmp", `bench-${process.pid}`),
  countryFolder: resolve(asked["country-folder"]),
  countryInPostgres: asked["country-postgres"],
});
try {
  const machine = await describeMachine(scene);
  console.log(
    Object.entries(machine)
      .map(([name, value]) => `${name}: ${value}`)
      .join("\n"),
  );
  const results: (Result & { readonly load: readonly [number, number] })[] = [];
  for (const bench of chosen) {
    const before = load();
    const result = await bench.run(scene);
    results.push({ ...result, load: [before, load()] });
    console.log(table(result, [before, load()]));
  }
  mkdirSync(dirname(resolve(asked.out)), { recursive: true });
  writeFileSync(asked.out, `${JSON.stringify({ quick: asked.quick, machine, results }, null, 2)}\n`);
  console.log(`\nwritten to ${asked.out}`);
} finally {
  await close();
}
