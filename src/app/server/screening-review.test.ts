import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTenant } from "../../platform/db/public.ts";
import type { Review, ReviewLineShown, ReviewRows } from "../../screening/contract.ts";
import { type DemoDesk, openDemoDesk } from "../testing/demo-desk.ts";
import { type Visitor, visitorAs } from "../testing/visitor.ts";

let desk: DemoDesk;
let analyst: Visitor;
let manager: Visitor;
let committee: Visitor;

beforeAll(async () => {
  desk = await openDemoDesk(0.1);
  [analyst, manager, committee] = await Promise.all([
    visitorAs(desk.url, "analyst"),
    visitorAs(desk.url, "manager"),
    visitorAs(desk.url, "committee"),
  ]);
}, 180_000);
afterAll(() => desk.close());

const review = async (as: Visitor, query = "?screening=nyledige&year=2020"): Promise<Review> =>
  (await as.get<Review>(`/screening-review${query}`)).body;
const rows = async (as: Visitor, query: string): Promise<ReviewRows> =>
  (await as.get<ReviewRows>(`/screening-review/rows?screening=nyledige&year=2020&${query}`)).body;
const sumOf = (lines: readonly ReviewLineShown[], of: (line: ReviewLineShown) => number | null): number =>
  lines.reduce((sum, line) => sum + (of(line) ?? 0), 0);

describe("the review of a screening's fairness at the API (VIS-02)", () => {
  it("has the same people in every table, with what each number is a share of", async () => {
    const { total, tables, years } = await review(analyst);
    expect(tables.map(({ by }) => by)).toEqual(["sex", "age", "origin", "education"]);
    expect(total.people).toBeGreaterThan(100);
    for (const { by, lines } of tables) {
      expect([by, sumOf(lines, ({ people }) => people)]).toEqual([by, total.people]);
      expect([by, sumOf(lines, ({ marked }) => marked)]).toEqual([by, total.marked]);
      expect([by, sumOf(lines, ({ after26 }) => after26.marked.on)]).toEqual([by, total.after26.marked.on]);
    }
    expect((total.after26.marked.of ?? 0) + (total.after26.others.of ?? 0)).toBe(total.screened);
    expect(years[0]).toBe(2021);
  });

  it("counts those whom the records say were marked, each once by the first conclusion of the case", async () => {
    const { total } = await review(analyst);
    const marked = await rows(analyst, "part=marked");
    expect(marked.total).toBe(total.marked);
    const [one] = marked.rows;
    const found = await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) =>
      sql<{ conclusion: string; on: boolean }>`select conclusion, exists (select from citizens.benefit_spells b
          where b.citizen = c.citizen and b.known_until = '9999-12-31'
            and b.from_day <= ${one?.from}::date + 182 and ${one?.from}::date + 182 < b.until_day) as on
        from screening.screening_conclusions c where citizen = ${one?.citizen} and screening = 'nyledige'
          and known_until = '9999-12-31' and day >= ${one?.from}::date order by day limit 1`.execute(tx),
    );
    expect(found.rows[0]).toEqual({ conclusion: "i_risiko", on: one?.after26 });
  });

  it("opens each number to the people behind it, in pages, and says so in the log", async () => {
    const { tables } = await review(manager);
    const men = tables[0]?.lines.find(({ key }) => key === "mand");
    const first = await rows(manager, "part=people&by=sex&key=mand");
    expect(first.total).toBe(men?.people);
    const second = await rows(manager, "part=people&by=sex&key=mand&page=2");
    const ids = [...first.rows, ...second.rows].map(({ citizen }) => citizen);
    expect(new Set(ids).size).toBe(ids.length);
    const log = await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) =>
      sql<{ keys: string[]; purpose: string }>`select keys, purpose from audit.access_log
        where action = 'screening.review.open' order by entry desc limit 1`.execute(tx),
    );
    expect(log.rows[0]).toEqual({
      keys: second.rows.map(({ citizen }) => citizen),
      purpose: "review of a screening's fairness",
    });
  });

  it("shows readers outside the staff only years that are over, no number on fewer than five, and nobody (ASK-11)", async () => {
    const { total, tables, years, mayOpen } = await review(committee);
    expect([years[0], mayOpen]).toEqual([2020, false]);
    const shown = [total, ...tables.flatMap(({ lines }) => lines)].flatMap(({ people, screened, marked, ...after }) => [
      people,
      screened,
      marked,
      ...[after.after26, after.after52].flatMap((hits) => [hits.marked, hits.others]).flatMap(({ of, on }) => [of, on]),
    ]);
    expect(shown.filter((n) => n !== null && n > 0 && n < 5)).toEqual([]);
    expect(shown).toContain(null);
    expect(total.people).toBeGreaterThan(100);
    expect((await committee.get("/screening-review?screening=nyledige&year=2021")).status).toBe(404);
    expect((await committee.get("/screening-review/rows?screening=nyledige&year=2020&part=people")).status).toBe(403);
  });

  it("is not for those who handle cases, and knows no screening or year it has not", async () => {
    const caseworker = await visitorAs(desk.url, "caseworker");
    expect((await caseworker.get("/screening-review")).status).toBe(403);
    expect((await analyst.get("/screening-review?screening=andet")).status).toBe(404);
    expect((await analyst.get("/screening-review?year=2001")).status).toBe(404);
  });
});
