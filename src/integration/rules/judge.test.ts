import { describe, expect, it } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import type { RecordFault } from "../contract.ts";
import { integrationData as data } from "../data.ts";
import { contracted, integrationFile, noted, running, talked, taughtFrom } from "../testing/integration-file.ts";
import { isSigned, judgeDanish, judgeDecision, judgeInProgramme, judgeStatus } from "./judge.ts";

const ON = day("2021-12-31");
const fields = (faults: readonly RecordFault[]): readonly string[] => faults.map(({ field }) => field);
const around = (said: Parameters<typeof integrationFile>[0] = {}) => ({ file: integrationFile(said), on: ON });

describe("what is noted of somebody in the programme", () => {
  it("is noted of a day in it", () => {
    expect(fields(judgeInProgramme(data, contracted("2021-03-01"), around()))).toEqual([]);
    expect(fields(judgeInProgramme(data, contracted("2021-02-28"), around()))).toEqual(["from"]);
  });

  it("a status is of somebody who had come before it ended", () => {
    const of = (arrived: string | null) => fields(judgeStatus(running({ arrived }, "2021-03-01", "2021-06-30")));
    expect([of(null), of("2021-06-30"), of("2021-07-01")]).toEqual([[], [], ["arrived"]]);
  });

  it("teaching has hours, and with its test passed a last day (INT-02)", () => {
    expect(fields(judgeDanish(taughtFrom("2021-03-01")))).toEqual([]);
    expect(fields(judgeDanish(taughtFrom("2021-03-01", { hours: 0 })))).toEqual(["hours"]);
    expect(fields(judgeDanish(taughtFrom("2021-03-01", { test_passed: true })))).toEqual(["to"]);
    expect(fields(judgeDanish(running({ hours: 600, test_passed: true }, "2021-03-01", "2021-06-30")))).toEqual([]);
  });

  it("a decision that rests on guidance comes after guidance, on the same day too (INT-08)", () => {
    const decided = (after: boolean | null) => noted({ after_guidance: after }, "2021-06-01");
    const given = (on: string) => around({ talks: [talked(on, { guided: true })] });
    expect(fields(judgeDecision(data, decided(true), around()))).toEqual(["after_guidance"]);
    expect(fields(judgeDecision(data, decided(true), given("2021-06-02")))).toEqual(["after_guidance"]);
    expect(fields(judgeDecision(data, decided(true), given("2021-06-01")))).toEqual([]);
    expect(fields(judgeDecision(data, decided(false), around()))).toEqual([]);
    expect(fields(judgeDecision(data, decided(null), around()))).toEqual([]);
  });

  it("a contract counts as signed unless it says that the citizen has not", () => {
    const of = (signed_by_citizen: boolean | null) => isSigned(contracted("2021-03-01", { signed_by_citizen }));
    expect([of(true), of(null), of(false)]).toEqual([true, true, false]);
  });
});
