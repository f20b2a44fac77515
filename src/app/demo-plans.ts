import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { goal, type PlanContent, planContent, step } from "../pathways/contract.ts";
import { addPlans, anyPlans, type OpenCase, openCases } from "../pathways/public.ts";
import { type Database, inTenant } from "../platform/db/public.ts";
import { addDays, ageOn, type Day, day, isoDay } from "../platform/kernel/day.ts";

/** A day by its distance from the day the demo opens on. */
const distance = z.int().nullable();
const sketch = z.strictObject({
  kind: z.string(),
  for: z.strictObject({ benefits: z.array(z.string()), ages: z.tuple([z.int(), z.int()]) }),
  adopted: z.int().optional(),
  reason: z.string(),
  direction: z.string(),
  citizenView: z.string(),
  answers: z.record(z.string(), z.union([z.string(), z.int()])).default({}),
  lists: z.record(z.string(), z.array(z.record(z.string(), z.union([z.string(), z.int()])))).default({}),
  goals: z.array(goal.omit({ id: true }).extend({ reviewed: distance })).default([]),
  goalsLeftOut: z.string().default(""),
  steps: z.array(step.omit({ id: true, reason: true }).extend({ from: distance, due: distance })),
});
type Sketch = z.infer<typeof sketch>;

/** Plans for so many of each made-up caseworker's citizens, spread over the list; the rest have none, so that there is something to do. */
const MOST_EACH = 10;
/** Every so-manieth citizen has one. */
const EVERY = 4;

/** Makes up plans for a demo, unless there are some. */
export async function fillPlans(db: Database, municipality: string, opensOn: Day): Promise<void> {
  const sketches = z
    .array(sketch)
    .parse(parse(readFileSync(new URL("./demo-plans.yaml", import.meta.url), "utf8"), { schema: "core" }));
  await inTenant(db, { municipality }, async (tx) => {
    if (await anyPlans(tx)) return;
    const cases = await openCases(tx, isoDay(opensOn));
    const chosen = [...Map.groupBy(cases, ({ staff }) => staff)].flatMap(([staff, own]) =>
      staff === null ? [] : own.filter((_, at) => at % EVERY === 0).slice(0, MOST_EACH),
    );
    const plans = chosen.flatMap((one, at) => {
      const fitting = sketches.filter((each) => fits(each, one, opensOn));
      const found = fitting[at % Math.max(1, fitting.length)];
      return found ? [planOf(found, one.citizen, opensOn)] : [];
    });
    await addPlans(tx, plans, "demo");
  });
}

function fits({ for: { benefits, ages } }: Sketch, { born, benefits: own }: OpenCase, on: Day): boolean {
  const age = born === null ? null : ageOn(day(born), on);
  return age !== null && age >= ages[0] && age <= ages[1] && own.some((benefit) => benefits.includes(benefit));
}

/** A sketch as a plan of somebody's: its first version lacks the last step. */
function planOf(from: Sketch, citizen: string, opensOn: Day): Parameters<typeof addPlans>[1][number] {
  const { kind, reason, adopted } = from;
  const on = (days: number): string => isoDay(addDays(opensOn, days));
  const content = contentOf(from, on);
  const begun = (adopted ?? 0) - 10;
  const draft = { state: "draft", adoptedOn: null } as const;
  const first = {
    ...draft,
    deed: "written",
    reason: "",
    content: { ...content, steps: content.steps.slice(0, -1) },
  } as const;
  const second = { ...draft, deed: "written", reason, content, on: on((adopted ?? 0) - 3) } as const;
  const isAdopted = adopted !== undefined;
  const inForce = isAdopted
    ? [{ deed: "adopted", reason: "", state: "adopted", adoptedOn: on(adopted), content, on: on(adopted) } as const]
    : [];
  return { id: randomUUID(), citizen, kind, versions: [{ ...first, on: on(begun) }, second, ...inForce] };
}

function contentOf(from: Sketch, on: (days: number) => string): PlanContent {
  const text = (value: string | number): string => (typeof value === "number" ? on(value) : value);
  const texts = (values: Readonly<Record<string, string | number>>) =>
    Object.fromEntries(Object.entries(values).map(([code, value]) => [code, text(value)]));
  const dayOf = (days: number | null): string | null => (days === null ? null : on(days));
  const { direction, citizenView, answers, lists, goals, goalsLeftOut, steps } = from;
  return planContent.parse({
    direction,
    citizenView,
    goalsLeftOut,
    partOf: null,
    answers: texts(answers),
    lists: Object.fromEntries(
      Object.entries(lists).map(([code, rows]) => [
        code,
        rows.map((row, at) => ({ id: `r${at}`, values: texts(row) })),
      ]),
    ),
    goals: goals.map((each, at) => ({ ...each, id: `m${at}`, reviewed: dayOf(each.reviewed) })),
    steps: steps.map((each, at) => ({
      ...each,
      id: `s${at}`,
      reason: "",
      from: dayOf(each.from),
      due: dayOf(each.due),
    })),
  });
}
