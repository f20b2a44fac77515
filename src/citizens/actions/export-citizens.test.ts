import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, inTenant, type Tx } from "../../platform/db/public.ts";
import { day } from "../../platform/kernel/day.ts";
import { openKeyring } from "../../platform/secrets/public.ts";
import { describeOnEachEngine } from "../../platform/testing/databases.ts";
import { citizenExportAsk } from "../contract.ts";
import { rememberPeople } from "../in-sight.ts";
import { exportCitizens, type InSession } from "./export-citizens.ts";
import type { Looking } from "./looking.ts";

const municipality = "0316";
const on = day("2021-12-31");
const MANY = 12_000;

describeOnEachEngine("a long list as a file", (open) => {
  const keys = mkdtempSync(join(tmpdir(), "springbraet-export-"));
  let db: Database;
  let who: Looking;
  let transactions = 0;
  const restricted = new Set<string>();
  const run: InSession = (work) => {
    transactions += 1;
    return inTenant(db, { municipality }, work);
  };
  const insert = (tx: Tx) =>
    sql`insert into citizens.citizens (municipality, id, name, known_from)
      select ${municipality}, 'c' || lpad(n::text, 6, '0'), '=Navn ' || n, '2021-01-01' from generate_series(1, ${MANY}) as n`.execute(
      tx,
    );
  beforeAll(async () => {
    db = await open();
    const keyring = openKeyring({ folder: keys, env: {} });
    const user = { label: "test", role: "manager" };
    const mayLeave: Looking["mayLeave"] = (_tx, ids) => Promise.resolve(ids.filter((id) => !restricted.has(id)));
    const seen = { mayLeave, restricted: () => Promise.resolve([]) };
    who = {
      municipality,
      user,
      reveals: "all",
      writes: "all",
      on,
      today: on,
      keyring,
      people: rememberPeople(),
      ...seen,
    };
    await inTenant(db, { municipality }, insert);
  });
  afterAll(() => rmSync(keys, { recursive: true, force: true }));

  it.each(["csv", "xlsx"] as const)(
    "is read as fast as it is taken, a part of it in each transaction (%s)",
    async (format) => {
      transactions = 0;
      const { content } = await exportCitizens(run, citizenExportAsk.parse({ who: "all", format }), who);
      expect(transactions).toBe(1);
      content.once("readable", () => undefined);
      await wait(300);
      const before = transactions;
      expect(before).toBeLessThan(MANY / 1000);
      let bytes = 0;
      for await (const chunk of content) bytes += (chunk as Buffer).length;
      expect(transactions).toBe(1 + MANY / 1000);
      expect(bytes).toBeGreaterThan(MANY);
    },
  );

  it("has everybody once, in the order asked for, logged before the first line is read", async () => {
    const asked = citizenExportAsk.parse({ who: "all", format: "csv", sort: "id", descending: true });
    const { content } = await exportCitizens(run, asked, who);
    const logged = await inTenant(db, { municipality }, (tx) =>
      sql<{ n: number }>`select cardinality(keys) as n from audit.access_log where action = 'citizens.export'
        order by at desc limit 1`.execute(tx),
    );
    expect(logged.rows).toEqual([{ n: MANY }]);
    const lines = (await content.toArray()).join("").split("\r\n").slice(1, -1);
    expect(lines).toHaveLength(MANY);
    expect(lines[0]).toMatch(/^c012000;'=Navn 12000;/);
    expect(lines.at(-1)).toMatch(/^c000001;/);
  });

  it("leaves out whoever may only be stored, also when that was decided while the file was being read", async () => {
    restricted.add("c000002");
    const { content } = await exportCitizens(run, citizenExportAsk.parse({ who: "all", format: "csv" }), who);
    restricted.add("c011999");
    const text = (await content.toArray()).join("");
    expect(text).toContain("c000003;");
    for (const id of restricted) expect(text).not.toContain(id);
  });
});
