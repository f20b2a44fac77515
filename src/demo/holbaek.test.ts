import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CsvRow, dayNumber, groupBy, present, readFolder } from "./testing/generated.ts";
import { writeDemo } from "./write.ts";

/** Holbæk 2020-21, pages 13-14, Table 1: actual 2015-2019, expected 2020. 2021: the budget with the demo's stated deviation. */
const TABLE_ONE: Readonly<Record<string, readonly number[]>> = {
  a_dagpenge: [865, 813, 853, 777, 758, 1024, 1013 * 0.97],
  kontanthjaelp: [1513, 1342, 1150, 1099, 957, 881, 901 * 1.04],
  sygedagpenge: [899, 935, 903, 910, 896, 1017, 906 * 1.05],
  foertidspension: [2995, 2912, 2857, 2828, 2871, 3042, 3275 * 0.99],
  ressourceforloeb: [130, 175, 194, 218, 246, 269, 233 * 1.03],
  jobafklaring: [86, 146, 223, 219, 228, 157, 233 * 0.88],
  integrationsydelse: [217, 320, 332, 248, 162, 131, 141 * 0.96],
  revalidering: [96, 73, 54, 37, 26, 13, 13 * 0.92],
  ledighedsydelse: [200, 245, 251, 228, 218, 252, 254 * 1.03],
  fleksjob: [728, 748, 806, 891, 951, 982, 1088 * 0.98],
};
const SAME_LINE: Readonly<Record<string, string>> = {
  kontanthjaelp_integration: "integrationsydelse",
  selvforsoergelses_og_hjemrejseydelse: "integrationsydelse",
  overgangsydelse: "integrationsydelse",
};
const YEARS = [2015, 2016, 2017, 2018, 2019, 2020, 2021];
const PLACED = ["virksomhedspraktik", "nytteindsats", "loentilskud"];

let folder: string;
let all: Map<string, CsvRow[]>;
const cache = new Map<string, CsvRow[]>();

/** Present records of a fact. */
function rows(fact: string): CsvRow[] {
  const known = cache.get(fact) ?? present(all.get(fact) ?? []);
  cache.set(fact, known);
  return known;
}
const at = (row: CsvRow, column: string): string => row[column] ?? "";
const first = (row: CsvRow): number => dayNumber(at(row, "first_day"));
/** First day after a spell. */
const until = (row: CsvRow): number =>
  at(row, "last_day") === "" ? Number.POSITIVE_INFINITY : dayNumber(at(row, "last_day")) + 1;
const runsOn = (row: CsvRow, iso: string): boolean => first(row) <= dayNumber(iso) && dayNumber(iso) < until(row);
const within = (iso: string, from: string, to: string): boolean => iso >= from && iso <= to;
const citizensOf = (list: readonly CsvRow[]): Set<string> => new Set(list.map((row) => at(row, "citizen")));
/** Changes from one benefit to another within 60 days, as `sygedagpenge>jobafklaring`. */
function stepsOf(spells: CsvRow[]): string[] {
  const sorted = spells.toSorted((a, b) => first(a) - first(b));
  return sorted.slice(1).flatMap((next, i) => {
    const before = sorted[i] ?? next;
    return first(next) - until(before) > 60 ? [] : [`${at(before, "benefit")}>${at(next, "benefit")}`];
  });
}
const near = (value: number, published: number, share: number): void => {
  expect(value).toBeGreaterThan(published * (1 - share));
  expect(value).toBeLessThan(published * (1 + share));
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "springbraet-demo-"));
  writeDemo(folder, { seed: 1, size: 1, municipality: "0316" });
  all = readFolder(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("PLAN-21 the table of full-time persons", () => {
  /** Full-time days of a spell in a year; a resource course only from the day the citizen is 30. */
  function fullTimeDays(spell: CsvRow, year: number, thirty: number): number {
    const from = Math.max(first(spell), dayNumber(`${year}-01-01`), thirty);
    const share = at(spell, "share") === "" ? 1 : Number(at(spell, "share"));
    return Math.max(0, Math.min(until(spell), dayNumber(`${year + 1}-01-01`)) - from) * share;
  }

  test("PLAN-21 every benefit and year 2015-2021 is within 2 percent, or 2 persons, of the figure", () => {
    const born = new Map(rows("citizens").map((citizen) => [at(citizen, "id"), at(citizen, "born")]));
    const thirtyOn = (citizen: string): number => {
      const date = born.get(citizen) ?? "";
      return date === ""
        ? Number.POSITIVE_INFINITY
        : dayNumber(`${Number(date.slice(0, 4)) + 30}${date.slice(4)}`.replace("02-29", "03-01"));
    };
    const days = new Map<string, number>();
    for (const spell of rows("benefit_spells")) {
      const line = SAME_LINE[at(spell, "benefit")] ?? at(spell, "benefit");
      const thirty = line === "ressourceforloeb" ? thirtyOn(at(spell, "citizen")) : Number.NEGATIVE_INFINITY;
      for (const year of YEARS) {
        const key = `${line}/${year}`;
        days.set(key, (days.get(key) ?? 0) + fullTimeDays(spell, year, thirty));
      }
    }
    const cells = Object.entries(TABLE_ONE).flatMap(([line, figures]) =>
      figures.map((figure, i) => {
        const year = YEARS[i] ?? 0;
        const length = dayNumber(`${year + 1}-01-01`) - dayNumber(`${year}-01-01`);
        const computed = (days.get(`${line}/${year}`) ?? 0) / length;
        return { line, year, figure, computed, within: Math.abs(computed - figure) <= Math.max(2, figure * 0.02) };
      }),
    );
    expect(cells).toHaveLength(70);
    expect(cells.filter((cell) => !cell.within)).toEqual([]);
  });

  test("PLAN-21 in 2021 some rows keep the budget and some do not, so that a plan meets both", () => {
    const budget = [1013, 901, 906, 3275, 233, 233, 141, 13, 254];
    const over = Object.values(TABLE_ONE)
      .slice(0, 9)
      .filter((figures, i) => (figures[6] ?? 0) > (budget[i] ?? 0));
    expect(over.length).toBeGreaterThan(2);
    expect(over.length).toBeLessThan(7);
  });
});

describe("the citizens by their time on support (Holbæk 2020-21 pp. 10 and 18)", () => {
  /** The last unbroken chain of a citizen's spells, which are sorted; gaps of 28 days do not break it. */
  function lastChain(spells: CsvRow[]): { from: number; until: number } {
    spells.sort((a, b) => first(a) - first(b));
    let chain = { from: Number.NEGATIVE_INFINITY, until: Number.NEGATIVE_INFINITY };
    for (const spell of spells) {
      const from = first(spell) - chain.until > 28 ? first(spell) : chain.from;
      chain = { from, until: Math.max(chain.until, until(spell)) };
    }
    return chain;
  }

  /** Days on support until a day, for those on support that day; gaps of 28 days are bridged. */
  function timesOnSupport(iso: string, counts: (benefit: string) => boolean): { days: number; benefit: string }[] {
    const begun = rows("benefit_spells").filter(
      (spell) => counts(at(spell, "benefit")) && first(spell) <= dayNumber(iso),
    );
    const byCitizen = groupBy(begun, "citizen");
    const found: { days: number; benefit: string }[] = [];
    for (const spells of byCitizen.values()) {
      const chain = lastChain(spells);
      if (chain.until <= dayNumber(iso)) continue;
      found.push({ days: dayNumber(iso) - chain.from, benefit: at(spells.at(-1) ?? {}, "benefit") });
    }
    return found;
  }
  const pension = ["foertidspension", "seniorpension"];
  const tableRow = (benefit: string): boolean => ![...pension, "uddannelseshjaelp"].includes(benefit);
  const support = (benefit: string): boolean => ![...pension, "fleksjob"].includes(benefit);

  test("CIT-07 core workforce, citizens at risk and long-term supported in October 2020 are near the plan's figures", () => {
    const people = timesOnSupport("2020-10-31", tableRow);
    near(people.filter(({ days }) => days < 182).length, 1549, 0.1);
    near(people.filter(({ days }) => days >= 182 && days < 364).length, 574, 0.3);
    near(people.filter(({ days }) => days >= 364).length, 2742, 0.1);
    near(people.filter(({ days, benefit }) => days >= 364 && benefit === "fleksjob").length, 936, 0.1);
  });

  test("CIT-07 about 1,181 have been on support for more than three years in October 2020, about 1,200 at the end of 2019", () => {
    near(timesOnSupport("2020-10-31", support).filter(({ days }) => days > 1095).length, 1181, 0.15);
    near(timesOnSupport("2019-12-31", support).filter(({ days }) => days > 1095).length, 1200, 0.15);
  });

  test("CIT-07 the disability pensioners are about 3,088 persons in October 2020", () => {
    const pensioners = rows("benefit_spells").filter(
      (row) => at(row, "benefit") === "foertidspension" && runsOn(row, "2020-10-15"),
    );
    near(citizensOf(pensioners).size, 3088, 0.03);
  });

  test("benefits follow each other as they do: sick to job clarification, resource course to pension, flexjob to unemployment in it", () => {
    const steps = new Map<string, number>();
    for (const spells of groupBy(rows("benefit_spells"), "citizen").values()) {
      for (const step of stepsOf(spells)) steps.set(step, (steps.get(step) ?? 0) + 1);
    }
    for (const step of [
      "sygedagpenge>jobafklaring",
      "jobafklaring>ressourceforloeb",
      "ressourceforloeb>foertidspension",
      "ledighedsydelse>fleksjob",
      "fleksjob>ledighedsydelse",
      "a_dagpenge>kontanthjaelp",
    ]) {
      expect(steps.get(step) ?? 0, step).toBeGreaterThan(100);
    }
  });
});

describe("REP-04 the jobcentre's operation", () => {
  const held = (): CsvRow[] =>
    rows("conversations").filter(
      (row) => at(row, "status") === "holdt" && within(at(row, "day"), "2019-10-28", "2020-10-25"),
    );

  test("REP-04 conversations held in 2019-W44 to 2020-W43, by kind, and the citizens met (p. 23)", () => {
    const talks = held();
    near(talks.length, 43_875, 0.01);
    near(talks.filter((row) => at(row, "kind") === "opfoelgning_sygedagpenge").length, 13_313, 0.01);
    near(citizensOf(talks).size, 8600, 0.06);
    const unemployed = rows("benefit_spells").filter((spell) => at(spell, "benefit") === "a_dagpenge");
    const onBenefit = groupBy(unemployed, "citizen");
    const jobTalks = talks.filter(
      (row) =>
        ["jobsamtale", "faelles_jobsamtale"].includes(at(row, "kind")) &&
        onBenefit.get(at(row, "citizen"))?.some((spell) => runsOn(spell, at(row, "day"))),
    );
    near(jobTalks.length, 12_904, 0.01);
  });

  test("REP-04 the lockdown of spring 2020 shows, and talks moved to the telephone", () => {
    const talks = held();
    const april = talks.filter((row) => at(row, "day").startsWith("2020-04"));
    const february = talks.filter((row) => at(row, "day").startsWith("2020-02"));
    expect(april.length).toBeLessThan(february.length / 2);
    expect(april.filter((row) => at(row, "form") === "telefon").length).toBeGreaterThan(april.length / 2);
  });

  test("REP-04 offers begun October 2019 to October 2020 are near 6,750 (p. 23)", () => {
    near(rows("offers").filter((row) => within(at(row, "first_day"), "2019-10-01", "2020-10-31")).length, 6750, 0.01);
  });

  test("G-HO20-01, G-HO20-04, G-HO20-05 placed citizens, partner companies and recruitments end near their goals", () => {
    const placed = rows("offers").filter(
      (row) => PLACED.includes(at(row, "kind")) && at(row, "first_day") >= "2020-01-01",
    );
    near(citizensOf(placed).size, 1640, 0.02);
    const partners = new Map(
      rows("agreements")
        .filter((row) => at(row, "kind") === "partnerskab")
        .map((row) => [at(row, "company"), row]),
    );
    const atPartner = placed.filter((row) => {
      const agreement = partners.get(at(row, "company"));
      return agreement !== undefined && runsOn(agreement, at(row, "first_day"));
    });
    near(citizensOf(atPartner).size, 190, 0.05);
    near(rows("recruitments").filter((row) => at(row, "day") >= "2020-01-01").length, 430, 0.02);
  });

  test("G-HO20-09 integration talks come every fourth week for most since 2020", () => {
    const days = new Map<string, number[]>();
    for (const row of rows("conversations")) {
      if (at(row, "kind") !== "integrationssamtale" || at(row, "status") !== "holdt" || at(row, "day") < "2020-06-01")
        continue;
      days.set(at(row, "citizen"), [...(days.get(at(row, "citizen")) ?? []), dayNumber(at(row, "day"))]);
    }
    const gaps = [...days.values()]
      .flatMap((list) =>
        list
          .sort((a, b) => a - b)
          .slice(1)
          .map((day, i) => day - (list[i] ?? day)),
      )
      .sort((a, b) => a - b);
    expect(gaps[Math.floor(gaps.length / 2)]).toBe(28);
    expect(gaps.filter((gap) => gap > 28).length).toBeGreaterThan(gaps.length / 10);
  });

  test("G-HO20-06 about 15 percent of the sick-listed have partially returned at the end of 2019, more at the end of 2021", () => {
    const share = (iso: string): number => {
      const sick = citizensOf(
        rows("benefit_spells").filter((row) => at(row, "benefit") === "sygedagpenge" && runsOn(row, iso)),
      );
      const back = citizensOf(rows("partial_returns").filter((row) => runsOn(row, iso)));
      return [...back].filter((citizen) => sick.has(citizen)).length / sick.size;
    };
    near(share("2019-12-31"), 0.15, 0.15);
    near(share("2021-12-31"), 0.185, 0.12);
  });
});

describe("companies", () => {
  test("PLAN-20 the companies by size are those of the plan (p. 9)", () => {
    const alive = rows("companies").filter((row) => runsOn(row, "2021-12-31"));
    expect(alive.length).toBe(5500);
    const sized = alive.filter((row) => at(row, "employees") !== "");
    const between = (low: number, high: number): number =>
      sized.filter((row) => Number(at(row, "employees")) >= low && Number(at(row, "employees")) <= high).length;
    near(between(1, 1), 3500, 0.04);
    near(between(2, 9), 1300, 0.04);
    near(between(10, 24), 400, 0.06);
    near(between(25, 10_000), 300, 0.08);
  });

  test("G-HO20-02, G-HO20-03 contact with about 54 percent of those over 3 employees, cooperation with about 33 percent", () => {
    const alive = rows("companies").filter((row) => runsOn(row, "2021-12-31"));
    const inPlan = (list: readonly CsvRow[]): Set<string> =>
      new Set(
        list
          .filter((row) => (row.day ?? "") >= "2020-01-01" || until(row) > dayNumber("2020-01-01"))
          .map((row) => at(row, "company")),
      );
    const large = alive.filter((row) => Number(at(row, "employees")) > 3);
    const contacted = new Set(
      rows("company_contacts")
        .filter((row) => at(row, "day") >= "2020-01-01")
        .map((row) => at(row, "company")),
    );
    near(large.filter((row) => contacted.has(at(row, "id"))).length / large.length, 0.54, 0.04);
    const subsidised = rows("employments").filter((row) => ["fleksjob", "smaajob"].includes(at(row, "kind")));
    const placed = rows("offers").filter((row) => PLACED.includes(at(row, "kind")));
    const hires = rows("recruitments").filter((row) => at(row, "day") >= "2020-01-01");
    const partners = inPlan([...subsidised, ...placed, ...rows("agreements")]);
    for (const row of hires) partners.add(at(row, "company"));
    near(alive.filter((row) => partners.has(at(row, "id"))).length / alive.length, 0.33, 0.03);
  });
});

describe("records as they are in real life", () => {
  test("some are corrected, late, overlapping or with a gap, and every record says when it was known", () => {
    const spells = all.get("benefit_spells") ?? [];
    const superseded = spells.filter((row) => at(row, "known_until") !== "");
    expect(superseded.length / spells.length).toBeGreaterThan(0.02);
    expect(superseded.length / spells.length).toBeLessThan(0.1);
    const late = spells.filter((row) => dayNumber(at(row, "known_from")) - first(row) >= 10);
    expect(late.length / spells.length).toBeGreaterThan(0.02);
    const undated = [...all].filter(([, list]) =>
      list.some((row) => !/^\d{4}-\d{2}-\d{2}$/.test(at(row, "known_from"))),
    );
    expect(undated.map(([fact]) => fact)).toEqual([]);
  });

  test("a corrected record has one present version, and the earlier one ends when the later one begins", () => {
    for (const list of groupBy(all.get("benefit_spells") ?? [], "id").values()) {
      list.sort((a, b) => (at(a, "known_from") < at(b, "known_from") ? -1 : 1));
      expect(list.map((row) => at(row, "known_until"))).toEqual([
        ...list.slice(1).map((row) => at(row, "known_from")),
        "",
      ]);
    }
  });

  test("some birthdays, sexes and hours are missing", () => {
    const citizens = rows("citizens");
    for (const column of ["born", "sex", "origin", "education"]) {
      const missing = citizens.filter((row) => at(row, column) === "").length / citizens.length;
      expect(missing, column).toBeGreaterThan(0.001);
      expect(missing, column).toBeLessThan(0.08);
    }
    const jobs = rows("employments");
    expect(jobs.filter((row) => at(row, "hours") === "").length / jobs.length).toBeGreaterThan(0.02);
  });

  test("people and companies are named as synthetic", () => {
    expect(rows("citizens").every((row) => at(row, "name").startsWith("Syntetisk borger "))).toBe(true);
    expect(rows("companies").every((row) => at(row, "name").startsWith("Syntetisk virksomhed "))).toBe(true);
  });
});
