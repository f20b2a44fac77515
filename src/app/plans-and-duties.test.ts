import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { obligationsNow, refreshObligations } from "../duties/public.ts";
import { adoptPlan, beginPlan, type Keeping, type PlanDone, takeBackPlan } from "../pathways/public.ts";
import { contentWith, stepWith } from "../pathways/testing/contents.ts";
import { type Database, inTenant } from "../platform/db/public.ts";
import { day } from "../platform/kernel/day.ts";
import { describeOnEachEngine } from "../platform/testing/databases.ts";

/* Gladsaxe's service level of 2012 asks for an assessment at nine months of unemployment that ends in a plan (GLX-9M, CPL-18). */

const municipality = "0159";
const TODAY = "2013-06-30";

describeOnEachEngine("a plan that the law asks for", (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await inTenant(db, { municipality }, async (tx) => {
      await sql`insert into citizens.citizens (municipality, id, born, known_from) values (${municipality}, 'b1', '1970-01-01', '2012-01-01')`.execute(
        tx,
      );
      await sql`insert into citizens.responsibilities (municipality, id, from_day, until_day, citizen, unit, staff, known_from)
        values (${municipality}, 'a1', '2012-01-01', '9999-12-31', 'b1', 'u1', 'm1', '2012-01-01')`.execute(tx);
      await sql`insert into citizens.benefit_spells (municipality, id, from_day, until_day, citizen, benefit, known_from)
        values (${municipality}, 'y1', '2012-06-01', '9999-12-31', 'b1', 'a_dagpenge', '2012-06-01')`.execute(tx);
    });
  });

  const who: Keeping = {
    municipality,
    user: { label: "anna", role: "caseworker" },
    staff: "m1",
    on: day(TODAY),
    known: TODAY,
    mayWrite: true,
    heldBack: async () => ({ restricted: new Set<string>(), aside: new Set<string>() }),
  };
  const plan = (done: PlanDone) => {
    if (!done.ok) throw new Error(JSON.stringify(done));
    return { id: done.plan.id, asked: { version: done.plan.version, reason: "", who } };
  };
  async function duty(): Promise<readonly string[]> {
    await refreshObligations(db, { municipality, asOf: day(TODAY), today: day(TODAY) });
    const rows = await inTenant(db, { municipality }, (tx) => obligationsNow(tx, { citizens: ["b1"] }));
    return rows.filter(({ rule }) => rule === "GLX-9M").map(({ status }) => status);
  }

  it("is owed until it is adopted, met from then on, and owed again when that is taken back", async () => {
    expect(await duty()).toEqual(["overdue"]);
    const answers = { kompetencer: "Lager og truck", barrierer: "Ingen" };
    const asked = { kind: "plan_ni_maaneder", content: contentWith({ answers, steps: [stepWith()] }) };
    const draft = plan(await inTenant(db, { municipality }, (tx) => beginPlan(tx, "b1", { asked, who })));
    expect(await duty()).toEqual(["overdue"]);
    const adopted = plan(await inTenant(db, { municipality }, (tx) => adoptPlan(tx, draft.id, draft.asked)));
    expect(await duty()).toEqual(["met_late"]);
    plan(await inTenant(db, { municipality }, (tx) => takeBackPlan(tx, adopted.id, adopted.asked)));
    expect(await duty()).toEqual(["overdue"]);
  });
});
