import { operationsOver } from "../../src/app/operations.ts";
import { openRuntime } from "../../src/app/runtime.ts";
import { compileLaw, refreshObligations, standingsOn, type Timeline } from "../../src/duties/public.ts";
import { law } from "../../src/law/public.ts";
import { addDays, type Day, day, FOREVER, isoDay } from "../../src/platform/kernel/day.ts";
import type { Bench, Line, Postgres, Scene } from "../contract.ts";
import { openByHand } from "../goals/by-hand.ts";
import { assertSame, compared, once, timed, timesOf } from "../measure.ts";

const RULE = "LAB-1WK";
const AS_OF = day("2022-01-15");
const CITIZENS = { whole: 100_000, quick: 2_000 };
/** So many times as many are active in the whole country: some 800,000. */
const COUNTRY_PARTS = 8;
const HERE = { municipality: "0316" };
const TODAY = day("2026-01-05");
const TALKS = 6;
/** How an obligation may have ended, in the order the figures are compared in. */
const ENDS = ["met_on_time", "met_late", "overdue", "lapsed", "open"] as const;

/** The deadline engine: one rule for many citizens beside the same rule written by hand, all rules, and a municipality's kept duties. */
export const deadlines: Bench = {
  name: "deadlines",
  run: async (scene) => {
    const many = citizens(scene.quick ? CITIZENS.quick : CITIZENS.whole);
    const lines = [
      ...(await oneRule(many, scene)),
      ...(await allRules(many, scene)),
      ...(await country(scene)),
      ...(await kept(scene)),
    ];
    const about = `${many.length.toLocaleString("en-GB")} made-up citizens, each ${TALKS} talks; then the demo municipality's records`;
    return { name: "deadlines", about, lines };
  },
};

/** People who became activity-ready on a day of 2020 or 2021, each with talks spread by a fixed rule; a third have left again. */
function citizens(n: number, after = 0): readonly Timeline[] {
  const first = day("2020-01-06");
  return Array.from({ length: n }, (_, at) => {
    const i = after + at;
    const from = addDays(first, (i * 7919) % 720);
    const until = i % 3 === 0 ? addDays(from, 3 + ((i * 31) % 200)) : FOREVER;
    const talk = (k: number): Day => addDays(from, ((i * 13 + k * 17) % 40) + k * 25 - 4);
    return {
      citizen: `c${i}`,
      born: day("1980-05-01"),
      education: "faglaert",
      spells: [{ family: "target_group", code: "aktivitetsparat", from, until }],
      events: Array.from({ length: TALKS }, (_, k) => ({ code: "jobsamtale", day: talk(k) })),
      responsible: [],
    };
  });
}

type Counts = readonly number[];

/** How many of one rule's obligations ended in each way. */
function counted(many: readonly Timeline[], rules: typeof law.rules): Counts {
  const compiled = compileLaw({ law: { ...law, rules }, municipality: null });
  const counts = new Map<string, number>();
  for (const timeline of many)
    for (const { rule, status } of standingsOn(compiled, timeline, AS_OF).obligations) {
      if (rule.id !== RULE) continue;
      const end = status === "due" || status === "due_soon" ? "open" : status;
      counts.set(end, (counts.get(end) ?? 0) + 1);
    }
  return ENDS.map((end) => counts.get(end) ?? 0);
}

const BY_HAND = `with clocks as (
    select g.citizen, g.from_day + 7 as due, g.until_day,
      (select min(t.day) from talks t where t.citizen = g.citizen and t.day >= g.from_day and t.day < g.until_day
        and t.day <= date '${isoDay(AS_OF)}') as met
    from groups g where g.from_day <= date '${isoDay(AS_OF)}'),
  ends as (select case when met <= due then 'met_on_time' when met is not null then 'met_late'
      when until_day <= date '${isoDay(AS_OF)}' then 'lapsed' when due < date '${isoDay(AS_OF)}' then 'overdue' else 'open' end as ended
    from clocks)
  select ${ENDS.map((end) => `count(case when ended = '${end}' then 1 end) as ${end}`).join(", ")} from ends`;

async function oneRule(many: readonly Timeline[], scene: Scene): Promise<readonly Line[]> {
  const rules = law.rules.filter(({ id }) => id === RULE);
  const ours = await timed(scene.runs, () => Promise.resolve(counted(many, rules)));
  const duck = await onDuck(many, scene);
  assertSame(`${RULE}, DuckDB`, ours.found, duck.found);
  const server = await scene.postgres();
  const postgres = server ? await onPostgres(server, many, scene) : null;
  if (postgres) assertSame(`${RULE}, PostgreSQL`, ours.found, postgres.found);
  const peers = { "DuckDB by hand": duck.times, ...(postgres ? { "PostgreSQL by hand": postgres.times } : {}) };
  return [compared(`one rule (${RULE}), from facts in memory`, ours.times, peers)];
}

/** The two tables a hand-written statement needs, filled by the databases themselves with what `citizens` makes. */
function tablesOf(n: number): readonly string[] {
  const from = "date '2020-01-06' + ((i * 7919) % 720)::integer";
  const until = `case when i % 3 = 0 then ${from} + (3 + (i * 31) % 200)::integer else date '9999-12-31' end`;
  const people = `generate_series(0, ${n - 1}) as g(i)`;
  const talk = `${from} + ((i * 13 + k * 17) % 40 + k * 25 - 4)::integer`;
  return [
    `create table groups as select i as citizen, ${from} as from_day, ${until} as until_day from ${people}`,
    `create table talks as select i as citizen, ${talk} as day from ${people}, generate_series(0, ${TALKS - 1}) as h(k)`,
  ];
}

type Found = { readonly times: Line["times"]; readonly found: Counts };

const asCounts = (row: Readonly<Record<string, unknown>> | undefined): Counts => ENDS.map((end) => Number(row?.[end]));

async function onDuck(many: readonly Timeline[], scene: Scene): Promise<Found> {
  const duck = await openByHand(":memory:");
  try {
    for (const statement of tablesOf(many.length)) await duck.run(statement);
    return await timed(scene.runs, async () => asCounts((await duck.run(BY_HAND))[0]));
  } finally {
    duck.close();
  }
}

async function onPostgres({ client }: Postgres, many: readonly Timeline[], scene: Scene): Promise<Found> {
  for (const statement of tablesOf(many.length)) await client.query(statement);
  await client.query("create index talks_citizen on talks (citizen, day)");
  await client.query("vacuum analyze groups");
  await client.query("vacuum analyze talks");
  const found = await timed(scene.runs, async () =>
    asCounts((await client.query<Record<string, unknown>>(BY_HAND)).rows[0]),
  );
  await client.query("drop table groups, talks");
  return found;
}

async function allRules(many: readonly Timeline[], scene: Scene): Promise<readonly Line[]> {
  const { times, found } = await timed(scene.runs, () => Promise.resolve(counted(many, law.rules)));
  assertSame(
    `${RULE} among all rules`,
    found,
    counted(
      many,
      law.rules.filter(({ id }) => id === RULE),
    ),
  );
  return [{ what: "all rules of the law, from facts in memory", times }];
}

/** All rules for as many as are active in the whole country, on one core; a part at a time, so that they need not all be in memory at once. */
async function country({ quick }: Scene): Promise<readonly Line[]> {
  const compiled = compileLaw({ law, municipality: null });
  const each = quick ? CITIZENS.quick : CITIZENS.whole;
  let spent = 0;
  let obligations = 0;
  for (let part = 0; part < COUNTRY_PARTS; part += 1) {
    const many = citizens(each, part * each);
    const { times, found } = await once(async () =>
      many.reduce((sum, timeline) => sum + standingsOn(compiled, timeline, AS_OF).obligations.length, 0),
    );
    spent += times.median;
    obligations += found;
  }
  const what = `all rules for ${(COUNTRY_PARTS * each).toLocaleString("en-GB")} citizens`;
  return [{ what, times: timesOf([spent]), note: `${obligations.toLocaleString("en-GB")} obligations` }];
}

/** What the embedded records take, everything included: reading, computing, writing. */
async function kept(scene: Scene): Promise<readonly Line[]> {
  const runtime = await openRuntime({ data: await scene.demo() });
  try {
    const operations = operationsOver(runtime, () => TODAY);
    const own = day((await operations.deadlines(HERE)).asOf);
    let later = own;
    const another = await timed(scene.runs, () => {
      later = addDays(later, 1);
      return refreshObligations(runtime.db, { ...HERE, asOf: later, today: TODAY });
    });
    await operations.refreshDuties("0316");
    const nothing = await timed(scene.runs, () => operations.refreshDuties("0316"));
    const list = await timed(scene.runs, () => operations.deadlines(HERE));
    const elsewhere = await once(() => operations.deadlines({ ...HERE, asOf: "2021-06-29" }));
    return [
      { what: "kept duties, a day later", times: another.times, note: `${another.found.citizens} citizens computed` },
      { what: "kept duties, nothing changed", times: nothing.times },
      { what: "open duties listed as kept", times: list.times, note: `${list.found.deadlines.length} duties` },
      {
        what: "open duties of another day, computed",
        times: elsewhere.times,
        note: `${elsewhere.found.deadlines.length} duties`,
      },
    ];
  } finally {
    await runtime.close();
  }
}
