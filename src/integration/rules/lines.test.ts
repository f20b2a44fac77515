import { describe, expect, it } from "vitest";
import { addDays, day } from "../../platform/kernel/day.ts";
import type { CaseFile, Line } from "../contract.ts";
import {
  contracted,
  givenOn,
  integrationFile,
  noted,
  running,
  spell,
  statusFrom,
  stretch,
  talked,
  taughtFrom,
} from "../testing/integration-file.ts";
import { danishValue, linesOf } from "./lines.ts";

const ON = day("2021-12-31");
const lines = (file: CaseFile, on = ON): ReadonlyMap<string, Line> =>
  new Map(linesOf(givenOn(file, on)).map((line) => [line.label.en, line]));

describe("how a course under the Integration Act stands, in lines", () => {
  it("every line is called something else, so that each is found", () => {
    const file = integrationFile({
      spells: [spell("offer", "nytteindsats", "2021-04-01")],
      education: [stretch("igu", "2021-05-01")],
      talks: [talked("2021-06-01"), talked("2021-05-01", { guided: true })],
      events: [{ code: "introduktion_begyndt", day: day("2021-03-03") }],
      records: {
        integration_statuses: [{ ...statusFrom("2020-01-01"), values: { status: "flygtning", arrived: "2020-01-05" } }],
        integration_contracts: [contracted("2021-03-10")],
        danish_teaching: [taughtFrom("2021-03-10", { hours: 750, placed: "aften" })],
        repatriation_decisions: [noted({ after_guidance: null }, "2021-12-01")],
      },
    });
    const all = linesOf(givenOn(file, ON)).map(({ label }) => label.da);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(
      expect.arrayContaining(["Ret til", "Varer højst til", "Seneste skift op", "Møder siden uden vejledning"]),
    );
  });

  it("what is lacking is marked", () => {
    const plain = lines(integrationFile());
    for (const label of ["Status", "Contract signed", "Danish teaching", "Rung of the employment ladder"])
      expect([label, plain.get(label)?.tone]).toEqual([label, "warning"]);
    expect(plain.get("First day in the programme")?.value).toEqual({ day: day("2021-03-01") });
  });

  it("the programme follows from status and day, with its rule (INT-03)", () => {
    const named = (status: string, on: string) =>
      lines(integrationFile({ records: { integration_statuses: [statusFrom("2021-03-01", status)] } }), day(on)).get(
        "Programme",
      )?.value;
    const text = (en: string) => expect.objectContaining({ text: expect.objectContaining({ en }) });
    expect(named("flygtning", "2021-12-31")).toEqual(text("the self-support and return programme"));
    expect(named("indvandrer", "2021-12-31")).toEqual(text("the introduction programme"));
    expect(named("flygtning", "2025-01-01")).toEqual(text("the introduction programme"));
  });

  it("the length warns when it passes the plan, and more when it passes the law's most", () => {
    const tone = (on: string) => lines(integrationFile(), day(on)).get("Months in the programme")?.tone ?? null;
    expect([tone("2022-02-28"), tone("2022-03-01"), tone("2026-03-01")]).toEqual([null, "warning", "danger"]);
  });

  it("Danish is told with hours, level and place as far as they are known", () => {
    const value = (file: CaseFile) => {
      const { labels, standing } = givenOn(file, ON);
      return danishValue(labels, standing);
    };
    const of = (values: Parameters<typeof taughtFrom>[1]) =>
      value(integrationFile({ records: { danish_teaching: [taughtFrom("2021-03-10", values)] } }));
    expect(of({ hours: 750, placed: "aften" })).toEqual({
      number: 7.5,
      decimals: 1,
      unit: { da: "timer om ugen, du2, aften", en: "hours a week, du2, aften" },
    });
    expect(of({ hours: 600 })).toMatchObject({ number: 6, decimals: 0 });
    expect(of({})).toEqual({ text: { da: "i gang, du2", en: "running, du2" } });
    expect(value(integrationFile({ education: [stretch("danskuddannelse", "2021-05-01")] }))).toMatchObject({
      text: { en: "running" },
    });
    const passed = running({ test_passed: true }, "2021-03-01", "2021-06-30");
    expect(value(integrationFile({ records: { danish_teaching: [passed] } }))).toMatchObject({
      text: { en: "test passed" },
    });
  });

  it("the last move is told from where to where", () => {
    const file = integrationFile({ work: [stretch("ordinaert", "2021-04-01", "2021-12-20")] });
    expect(lines(file).get("Last move down")?.value).toMatchObject({ text: { en: "from ordinary work to no rung" } });
    expect(lines(file).get("On the rung since")?.value).toEqual({ day: addDays(ON, -10) });
    expect(lines(file).get("Rung of the employment ladder")?.tone).toBeUndefined();
  });

  it("guidance never given is marked once there was a meeting (INT-08)", () => {
    expect(lines(integrationFile()).get("Guided on repatriation")).toBeUndefined();
    expect(lines(integrationFile({ talks: [talked("2021-05-01")] })).get("Guided on repatriation")?.tone).toBe(
      "warning",
    );
    const given = lines(integrationFile({ talks: [talked("2021-05-01", { guided: true })] }));
    expect(given.get("Guided on repatriation")).toMatchObject({ value: { day: day("2021-05-01") } });
  });
});
