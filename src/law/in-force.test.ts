import { describe, expect, it } from "vitest";
import { addDays, day } from "../platform/kernel/day.ts";
import { differenceBetween, liftOf, rulesInForce, unverifiedIn } from "./in-force.ts";
import { law } from "./law.ts";

const everywhere = { law, municipality: null };

function change(on: string, municipality: string | null = null): { came: string[]; went: string[]; changed: string[] } {
  const at = day(on);
  const { came, went, changed } = differenceBetween({ law, municipality }, addDays(at, -1), at);
  const ids = (rules: readonly { id: string }[]): string[] => rules.map(({ id }) => id).sort();
  return { came: ids(came), went: ids(went), changed: ids(changed.map(({ after }) => after)) };
}

const idsOn = (on: string, municipality: string | null = null): string[] =>
  rulesInForce({ law, municipality }, day(on)).map(({ id }) => id);

describe("the law on the days it changed (RULE-01, RULE-03)", () => {
  it("swaps the monthly talks for six, and the fixed rhythms for four, on 1 January 2020", () => {
    const { came, went } = change("2020-01-01");
    expect(went).toEqual(
      expect.arrayContaining(["LAB-MONTH-2015", "LAB-APARAT-2014", "OFF-DP-6M-2015", "SDP-4W", "LED-3M", "VIS-MREV"]),
    );
    expect(came).toEqual(expect.arrayContaining(["LAB-K6-2020", "LAB-4IN6", "LAB-1WK", "OFF-6M", "SDP-4IN6"]));
  });

  it("hands the first three months to the unemployment funds on 1 January 2024", () => {
    const { came, went } = change("2024-01-01");
    expect(went.filter((id) => id.startsWith("LAB-"))).toEqual([
      "LAB-AK-2020",
      "LAB-AK-2020.AVAILABILITY",
      "LAB-J16-2020",
      "LAB-K6-2020",
      "LAB-K6-2020.JOINT1",
      "LAB-K6-2020.JOINT2",
    ]);
    expect(came.filter((id) => id.startsWith("LAB-"))).toEqual([
      "LAB-16M",
      "LAB-AK1-2024",
      "LAB-AK3-2024",
      "LAB-JC3-2024",
      "LAB-JC6-2024",
    ]);
  });

  it("has one cash benefit from 1 July 2025", () => {
    const { came, went } = change("2025-07-01");
    expect(went).toEqual([]);
    expect(came).toEqual([
      "KTH-FORH",
      "KTH-FORMUE",
      "KTH-GRUND",
      "KTH-HJEM",
      "KTH-MIN",
      "KTH-NO225",
      "KTH-ONE",
      "KTH-TIL",
    ]);
  });

  it("asks for a share of the group instead of each citizen from 1 July 2026", () => {
    const { came, went } = change("2026-07-01");
    expect(went).toEqual(
      expect.arrayContaining(["LAB-4IN6", "LAB-JC3-2024", "OFF-6M", "OFF-6M-NOT", "SDP-8W", "SDP-4IN6"]),
    );
    expect(came).toEqual(expect.arrayContaining(["LAB-75-TALK", "OFF-75-2026", "LAB-1ST-ALL", "SDP-26W", "SDP-1IN6"]));
    const shares = law.rules.filter(({ share }) => share !== null);
    expect(new Set(shares.map(({ share, from }) => `${share} ${from}`))).toEqual(new Set([`75 ${day("2026-07-01")}`]));
  });

  it("tells of a row that follows another of the same id as a change", () => {
    expect(change("2015-01-01").changed).toEqual(["SATS-DAGPENGE"]);
    expect(change("2020-01-01").changed).toEqual([]);
  });
});

describe("what the rules are about", () => {
  it("is said of each of them: its file's name begins with it, or the row says so", () => {
    expect(law.rules.filter(({ area }) => area === "other").map(({ id }) => id)).toEqual([]);
    const areaOf = (id: string): string | undefined => law.rules.find((rule) => rule.id === id)?.area;
    expect([areaOf("SDP-22W"), areaOf("LAB-MONTH-2015"), areaOf("HOL-INT-4W")]).toEqual([
      "sickness",
      "contact",
      "integration",
    ]);
  });
});

describe("municipalities with rules of their own (RULE-02)", () => {
  it("gives Gladsaxe its trial in place of the law's rhythms, from March 2012 to the end of 2015", () => {
    const own = law.rules.filter(({ municipality }) => municipality === "0159");
    expect(own.length).toBeGreaterThan(8);
    expect(idsOn("2014-06-01", "0159")).toEqual(expect.arrayContaining(["GLX-FIRST", "GLX-SICK-6W", "GLX-YOUNG-10"]));
    expect(idsOn("2014-06-01", "0159")).not.toContain("LAB-APARAT-2014");
    expect(idsOn("2014-06-01")).toContain("LAB-APARAT-2014");
    expect(idsOn("2016-01-01", "0159")).toContain("LAB-APARAT-2014");
    expect(idsOn("2016-01-01", "0159").filter((id) => id.startsWith("GLX"))).toEqual([]);
    const set = law.rules.find(({ id }) => id === "LAB-APARAT-2014");
    expect(set && liftOf({ law, municipality: "0159" }, set, day("2014-06-01"))?.paragraph).toBe(
      "BEK 215/2012 og BEK 328/2012",
    );
    expect(set && liftOf({ law, municipality: "0316" }, set, day("2014-06-01"))).toBeNull();
  });

  it("puts Holbæk's and Hedensted's service on top of the law, for their years", () => {
    expect(idsOn("2020-06-01", "0316")).toEqual(expect.arrayContaining(["HOL-INT-4W", "HOL-TVI", "INT-FU4"]));
    expect(idsOn("2022-01-01", "0316").filter((id) => id.startsWith("HOL"))).toEqual([]);
    expect(idsOn("2017-06-01", "0766")).toEqual(
      expect.arrayContaining(["HED-INTRO-96", "HED-TIMELY", "LAB-APARAT-2014"]),
    );
    expect(idsOn("2020-06-01").filter((id) => /^(GLX|HOL|HED)/.test(id))).toEqual([]);
  });

  it("says of each what it is: law, trial or local", () => {
    const norms = new Set(law.rules.map(({ norm, municipality }) => `${municipality} ${norm}`));
    expect(norms).toEqual(new Set(["null law", "0159 trial", "0159 local", "0316 local", "0766 local"]));
  });
});

describe("what has not been verified (RULE-01)", () => {
  it("is shown and not enforced when it has no source", () => {
    const rules = law.rules.filter(({ active }) => !active);
    expect(rules.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["INT-MONTHLY", "FLX-BONUS", "OFF-UDD-CONT.FIRST"]),
    );
    expect(idsOn("2018-01-01")).toContain("INT-MONTHLY");
    for (const rule of rules) expect(unverifiedIn(rule)).not.toEqual([]);
  });

  it("leaves a rule with an unverified date in force and marks the date", () => {
    const rule = rulesInForce(everywhere, day("2022-01-01")).find(({ id }) => id === "LAB-1WK");
    expect(rule?.active).toBe(true);
    expect(rule && unverifiedIn(rule)).toEqual(["first_day", "last_day"]);
  });
});
