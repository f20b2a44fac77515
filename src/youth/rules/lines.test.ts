import { describe, expect, it } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import type { CaseFile, Line } from "../contract.ts";
import { applied, assessed, givenOn, ordered, spell, stretch, youngFile } from "../testing/young-file.ts";
import { applicationOf, inWords, linesOf } from "./lines.ts";

const ON = day("2021-12-31");
const lines = (file: CaseFile): ReadonlyMap<string, Line> =>
  new Map(linesOf(givenOn(file, ON)).map((line) => [line.label.en, line]));

describe("how a young person's course stands, in lines", () => {
  it("every line is called something else, so that each is found", () => {
    const file = youngFile({
      spells: [spell("offer", "mentor", "2021-09-05", "2021-09-30")],
      records: {
        youth_assessments: [assessed("2021-10-01", { other_problems: false, competences: "tilbudt" })],
        education_orders: [ordered("2021-11-01")],
        education_applications: [applied("2021-11-01", { answer: "optaget", begins: "2022-02-01" })],
      },
    });
    const all = linesOf(givenOn(file, ON)).map(({ label }) => label.da);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(expect.arrayContaining(["Retning", "Pålæggets frist", "Studiestart", "Afprøvet indtil nu"]));
  });

  it("what is lacking is marked, and a long gap is dangerous", () => {
    const plain = lines(youngFile());
    expect(plain.get("Direction")).toMatchObject({ tone: "warning" });
    expect(plain.get("Assessed as")).toMatchObject({ tone: "warning" });
    expect(plain.get("Nothing running since")).toMatchObject({ value: { day: day("2021-09-01") }, tone: "danger" });
    const short = youngFile({ work: [stretch("smaajob", "2021-09-01", "2021-12-20")] });
    expect(lines(short).get("Nothing running since")).toMatchObject({ tone: "warning" });
    const exempt = youngFile({ spells: [spell("circumstance", "fritaget_106", "2021-09-01")] });
    expect(lines(exempt).get("Nothing running since")?.tone).toBeUndefined();
    expect(lines(youngFile({ work: [stretch("smaajob", "2021-09-01")] })).get("Doing")).toMatchObject({
      value: { text: { en: "smaajob" } },
    });
  });

  it("the readiness stands with the rule it rests on", () => {
    const file = youngFile({ spells: [spell("target_group", "uddannelsesparat", "2021-09-01")] });
    expect(lines(file).get("Assessed as")).toMatchObject({ rule: "VIS-UP" });
  });

  it("an order's deadline is near, passed or quiet", () => {
    const tone = (deadline: string) =>
      lines(youngFile({ records: { education_orders: [ordered("2021-11-01", { deadline })] } })).get(
        "Deadline of the order",
      )?.tone ?? null;
    expect([tone("2021-12-30"), tone("2021-12-31"), tone("2022-01-14"), tone("2022-01-15")]).toEqual([
      "danger",
      "warning",
      "warning",
      null,
    ]);
  });

  it("guidance, absences and the newest application have a line", () => {
    const file = youngFile({
      records: {
        education_orders: [ordered("2021-11-01", { demand: "vejledning", deadline: null, ruled_out_by: "forsoerger" })],
        education_applications: [applied("2021-11-01")],
      },
      talks: [{ kind: "jobsamtale", status: "udeblevet", form: null, day: ON, guided: false }],
    });
    expect(lines(file).get("Guidance instead of an order")).toMatchObject({ value: { day: day("2021-11-01") } });
    expect(lines(file).get("Absent in the last 90 days")).toMatchObject({ value: { number: 1 } });
    const { labels, standing } = givenOn(file, ON);
    expect(applicationOf(labels, standing)).toEqual({
      da: "erhvervsuddannelse: venter på svar",
      en: "erhvervsuddannelse: waiting for an answer",
    });
  });

  it("what somebody does twice is said once", () => {
    const { labels } = givenOn(youngFile(), ON);
    const twice = { family: "offer", code: "mentor", from: ON, until: ON } as const;
    expect(inWords(labels, [twice, twice]).en).toBe("mentor");
  });
});
