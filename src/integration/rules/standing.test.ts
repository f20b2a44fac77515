import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, day } from "../../platform/kernel/day.ts";
import { covers } from "../../platform/kernel/period.ts";
import type { CaseFile } from "../contract.ts";
import { integrationData as data } from "../data.ts";
import {
  contracted,
  integrationFile,
  noted,
  running,
  spell,
  statusFrom,
  stretch,
  taughtFrom,
} from "../testing/integration-file.ts";
import { monthsBetween, type Standing, standingOn } from "./standing.ts";

const ON = day("2021-12-31");
const standing = (file: CaseFile, on = ON): Standing => {
  const found = standingOn(data, file, on);
  if (!found) throw new Error("no course");
  return found;
};

describe("how a course under the Integration Act stands", () => {
  it("counts from the status, else from the first day in the group, in whole months", () => {
    expect(standing(integrationFile())).toMatchObject({ since: day("2021-03-01"), months: 9, isNow: true });
    const records = { integration_statuses: [statusFrom("2020-12-31", "indvandrer")] };
    expect(standing(integrationFile({ records }))).toMatchObject({ since: day("2020-12-31"), months: 12 });
    expect(standing(integrationFile({ records })).right).toMatchObject({ onRequest: true });
    expect(standingOn(data, integrationFile(), day("2021-02-28"))).toBeNull();
  });

  it("months are as many as can be added without passing the day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 2000 }), (start, length) => {
        const from = addDays(day("2018-01-01"), start);
        const to = addDays(from, length);
        const months = monthsBetween(from, to);
        expect(addMonths(from, months)).toBeLessThanOrEqual(to);
        expect(addMonths(from, months + 1)).toBeGreaterThan(to);
      }),
    );
    expect(monthsBetween(ON, addDays(ON, -40))).toBe(0);
  });

  it("is planned for a year and lasts five at most; before that law it was three years (INT-1Y)", () => {
    expect(standing(integrationFile())).toMatchObject({ plannedMonths: 12, mostMonths: 60 });
    const old = integrationFile({ spells: [spell("target_group", "integrationsprogram", "2015-01-01")] });
    expect(standing(old, day("2016-06-30"))).toMatchObject({ plannedMonths: 36, mostMonths: null });
    expect([covers(data.programme, data.programme.from), covers(data.programme, data.programme.until)]).toEqual([
      true,
      false,
    ]);
  });

  it("has a contract by a record that is signed, or by a step that a file brought", () => {
    const events = [{ code: "integrationskontrakt", day: day("2021-03-20") }];
    expect(standing(integrationFile({ events })).signedOn).toBe(day("2021-03-20"));
    const of = (values: Parameters<typeof contracted>[1]) =>
      standing(integrationFile({ records: { integration_contracts: [contracted("2021-04-01", values)] } })).signedOn;
    expect([of({}), of({ signed_by_citizen: false })]).toEqual([day("2021-04-01"), null]);
  });

  it("has no contract or introduction of an earlier programme", () => {
    const events = ["integrationskontrakt", "introduktion_begyndt"].map((code) => ({ code, day: day("2015-03-20") }));
    const records = { integration_contracts: [contracted("2015-04-01")] };
    expect(standing(integrationFile({ events, records }))).toMatchObject({
      contract: null,
      signedOn: null,
      introduced: null,
    });
  });

  it("is taught Danish by what is noted, or by an education of that kind", () => {
    const taught = integrationFile({ records: { danish_teaching: [taughtFrom("2021-05-01")] } });
    expect(standing(taught).danish).toMatchObject({ isTaught: true, isPassed: false });
    const course = integrationFile({ education: [stretch("danskuddannelse", "2021-05-01")] });
    expect(standing(course).danish).toMatchObject({ isTaught: true, record: null });
    const passed = running({ test_passed: true }, "2021-03-01", "2021-06-30");
    expect(standing(integrationFile({ records: { danish_teaching: [passed] } })).danish).toMatchObject({
      isTaught: false,
      isPassed: true,
    });
  });

  it("knows IGU, a decision, and the young without education (INT-05, INT-08, INT-11)", () => {
    const file = integrationFile({
      born: "1998-01-01",
      education: [stretch("igu", "2021-05-01")],
      records: { repatriation_decisions: [noted({ after_guidance: null }, "2021-12-01")] },
    });
    expect(standing(file)).toMatchObject({ igu: day("2021-05-01"), isYoung: true, isStudying: true });
    expect(standing(file).decision?.from).toBe(day("2021-12-01"));
    expect(standing(integrationFile({ born: "1998-01-01", level: null })).isYoung).toBe(false);
    expect(standing(integrationFile({ born: "1991-12-31" })).isYoung).toBe(false);
    expect(standing(integrationFile({ born: null })).isYoung).toBe(false);
  });

  it("that is over stays for a year", () => {
    const over = integrationFile({ spells: [spell("benefit", "overgangsydelse", "2021-01-01", "2021-06-30")] });
    expect(standing(over)).toMatchObject({ isNow: false, isOnBenefit: false });
  });
});
