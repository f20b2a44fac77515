import { operationsOver } from "../../src/app/operations.ts";
import { planCalled } from "../../src/app/plans.ts";
import { openRuntime } from "../../src/app/runtime.ts";
import { compute, type Source } from "../../src/indicators/public.ts";
import { computePlan, type Plan } from "../../src/plan/public.ts";
import { addDays, type Day, day, isoDay } from "../../src/platform/kernel/day.ts";
import type { Bench, Line, Scene } from "../contract.ts";
import { monthEnds } from "../goals/months.ts";
import { once, timed } from "../measure.ts";

const AS_OF = day("2021-06-30");
const PLAN = "holbaek-2020-21";
const NOBODY = { snapshot: null, municipality: { code: "0316", name: "Holbæk" }, synthetic: true };

/** A whole plan: twenty of its goals as monthly series, and all of them with everything a page shows. */
export const wholePlan: Bench = {
  name: "plan",
  run: async (scene) => {
    const runtime = await openRuntime({ data: await scene.demo() });
    try {
      const operations = operationsOver(runtime, () => addDays(AS_OF, 1));
      const plan = planCalled(PLAN);
      const source = await runtime.source({
        municipality: "0316",
        snapshot: null,
        knownAt: null,
        plan: planPeriod(plan),
      });
      return {
        name: "plan",
        about: "The plan of 2020-21 on the demo municipality, as of 30 June 2021",
        lines: [
          ...(await twenty(plan, source, scene)),
          ...(await all(plan, source, scene)),
          ...(await asked((asOf) => operations.status({ plan: PLAN, asOf: isoDay(asOf) }), scene)),
        ],
      };
    } finally {
      await runtime.close();
    }
  },
};

function planPeriod({ period }: Plan): { from: Day; until: Day } {
  return { from: day(period.from), until: addDays(day(period.to), 1) };
}

/** The first twenty goals that are computed from the records: each indicator on 24 month ends; then the same goals with everything. */
async function twenty(plan: Plan, source: Source, scene: Scene): Promise<readonly Line[]> {
  const goals = plan.goals.filter(({ indicators }) => indicators.length > 0).slice(0, 20);
  const indicators = goals.flatMap((goal) => goal.indicators);
  const days = monthEnds(AS_OF, 24);
  const series = await timed(scene.runs, () =>
    Promise.all(indicators.map(({ spec, window }) => compute(spec, days, { inherited: window, source }))),
  );
  const full = await timed(scene.runs, () => computePlan({ ...plan, goals }, { ...NOBODY, source, asOf: AS_OF }));
  return [
    { what: "20 goals, series of 24 months", times: series.times, note: `${indicators.length} indicators` },
    { what: "20 goals with targets, projections and comparisons", times: full.times },
  ];
}

async function all(plan: Plan, source: Source, scene: Scene): Promise<readonly Line[]> {
  const { times } = await timed(scene.runs, () => computePlan(plan, { ...NOBODY, source, asOf: AS_OF }));
  return [{ what: `all ${plan.goals.length} goals with everything`, times }];
}

/** The status as a page asks for it: the first time for a day, and again. */
async function asked(status: (asOf: Day) => Promise<unknown>, scene: Scene): Promise<readonly Line[]> {
  const first = await once(() => status(AS_OF));
  const again = await timed(scene.runs, () => status(AS_OF));
  return [
    { what: "status, first asked for a day", times: first.times },
    { what: "status, asked again", times: again.times, note: "remembered until the records change" },
  ];
}
