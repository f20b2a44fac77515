import { readFileSync } from "node:fs";
import { z } from "zod";
import { isoDay } from "../../../platform/kernel/day.ts";
import { allFacts } from "../../facts.ts";
import type { App, Desk } from "../desk.ts";

const { version, license } = z
  .looseObject({ version: z.string(), license: z.string() })
  .parse(JSON.parse(readFileSync(new URL("../../../../package.json", import.meta.url), "utf8")));

const aboutAnswer = z.strictObject({
  version: z.string(),
  licence: z.string(),
  synthetic: z.boolean(),
  engine: z.string(),
  data: z.array(
    z.strictObject({
      fact: z.string(),
      label: z.strictObject({ da: z.string(), en: z.string() }),
      rows: z.int(),
      firstDay: z.string().nullable(),
      lastRecorded: z.string().nullable(),
    }),
  ),
});

/** What the program is, what it holds and how fresh that is. */
export function aboutRoutes(app: App, { runtime, access }: Desk): void {
  app.get(
    "/about",
    { schema: { summary: "What this is and how fresh it is", response: { 200: aboutAnswer } } },
    async (request) => {
      const { municipality } = await access.allowed(request, "plan.read");
      const source = await runtime.source({ municipality, snapshot: null, knownAt: null, plan: null });
      const data = [];
      for (const { name, label } of allFacts) {
        const { rows, first, lastRecorded } = await source.coverage(name);
        data.push({
          fact: name,
          label,
          rows,
          firstDay: first === null ? null : isoDay(first),
          lastRecorded: lastRecorded === null ? null : isoDay(lastRecorded),
        });
      }
      return {
        version,
        licence: license,
        synthetic: runtime.settings().municipalities.some(({ code, synthetic }) => code === municipality && synthetic),
        engine: runtime.db.engine,
        data,
      };
    },
  );
}
