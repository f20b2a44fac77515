import { describe, expect, it } from "vitest";
import { day, FOREVER } from "../../platform/kernel/day.ts";
import { integrationData as data } from "../data.ts";
import { integrationFile, running, spell, statusFrom } from "../testing/integration-file.ts";
import { isInProgramme, isOnBenefit, programmeSpells, recordOn, spellNow, statusSince } from "./programme.ts";

const ON = day("2021-12-31");

describe("who is in the programme (CIT-19)", () => {
  it("by a benefit of integration or by target group; stretches that touch are one", () => {
    const file = integrationFile({
      spells: [
        spell("benefit", "integrationsydelse", "2019-05-01", "2020-02-29"),
        spell("benefit", "overgangsydelse", "2020-03-01", "2020-06-30"),
        spell("target_group", "integrationsprogram", "2021-01-01"),
        spell("benefit", "kontanthjaelp", "2018-01-01"),
      ],
    });
    expect(programmeSpells(data, file)).toEqual([
      { from: day("2019-05-01"), until: day("2020-07-01") },
      { from: day("2021-01-01"), until: FOREVER },
    ]);
    expect(spellNow(data, file, day("2020-12-31"))?.from).toBe(day("2019-05-01"));
    expect(
      spellNow(data, integrationFile({ spells: [spell("benefit", "kontanthjaelp", "2021-01-01")] }), ON),
    ).toBeNull();
  });

  it("by a status too, for what is noted on a day", () => {
    const none = integrationFile({ spells: [spell("benefit", "kontanthjaelp", "2021-01-01")] });
    expect(isInProgramme(data, none, ON)).toBe(false);
    const records = { integration_statuses: [statusFrom("2021-06-01")] };
    expect(isInProgramme(data, { ...none, records }, ON)).toBe(true);
    expect(isInProgramme(data, { ...none, records }, day("2021-05-31"))).toBe(false);
  });

  it("the municipality has been responsible since the first of the statuses that follow one another", () => {
    const records = [
      statusFrom("2021-06-01", "flygtning"),
      running({}, "2020-03-01", "2021-05-31"),
      running({}, "2019-01-01", "2019-12-31"),
    ];
    expect([statusSince(records, ON), statusSince(records, day("2019-05-01"))]).toEqual([
      day("2020-03-01"),
      day("2019-01-01"),
    ]);
    expect([statusSince(records, day("2020-01-15")), statusSince(undefined, ON)]).toEqual([null, null]);
  });

  it("a benefit is one of the group's, on its days", () => {
    const file = integrationFile({ spells: [spell("benefit", "overgangsydelse", "2021-01-01", "2021-06-30")] });
    expect([isOnBenefit(data, file, day("2021-06-30")), isOnBenefit(data, file, day("2021-07-01"))]).toEqual([
      true,
      false,
    ]);
  });

  it("a record holds from its first day to its last", () => {
    const records = [running({}, "2021-03-01", "2021-03-31")];
    expect([
      recordOn(records, day("2021-03-31")) !== null,
      recordOn(records, day("2021-04-01")),
      recordOn(undefined, ON),
    ]).toEqual([true, null, null]);
  });
});
