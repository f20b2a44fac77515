import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../../platform/kernel/day.ts";
import type { CaseFile } from "../contract.ts";
import { youthData as data } from "../data.ts";
import { applied, assessed, givenOn, ordered, spell, youngFile } from "../testing/young-file.ts";
import { PHRASES } from "./phrases.ts";
import { idleDays, isResting, promptsFor } from "./prompts.ts";

const ON = day("2021-12-31");
const told = (file: CaseFile, on = ON): readonly unknown[] =>
  promptsFor(givenOn(file, on)).map(({ says }) => says.text);
const SETTLED = {
  youth_assessments: [assessed("2021-10-01", { direction: "job" })],
};
const busy = spell("offer", "virksomhedspraktik", "2021-09-01");

describe("what is worth doing for a young person", () => {
  it("nothing, when the direction is decided and something runs", () => {
    expect(told(youngFile({ spells: [busy], records: SETTLED }))).toEqual([]);
  });

  it("a direction is asked for, and one towards an education somebody has is asked about (YOU-02)", () => {
    expect(told(youngFile({ spells: [busy] }))).toEqual([PHRASES.promptDirection]);
    const records = { youth_assessments: [assessed("2021-10-01")] };
    expect(told(youngFile({ spells: [busy], records, level: "faglaert" }))).toEqual([PHRASES.promptEducated]);
  });

  it("a gap is told of from the day the data say, not before, and rests with an exemption (YOU-01)", () => {
    const file = youngFile({ records: { youth_assessments: [assessed("2021-09-01", { direction: "job" })] } });
    const from = day("2021-09-01");
    expect(told(file, addDays(from, data.gap.days - 1))).toEqual([]);
    expect(told(file, addDays(from, data.gap.days))).toEqual([PHRASES.promptGap]);
    const exempt = youngFile({ spells: [spell("circumstance", "fritaget_106", "2021-09-01")], records: SETTLED });
    expect([isResting(data, exempt, ON), told(exempt)]).toEqual([true, []]);
    const planned = youngFile({ spells: [spell("offer", "mentor", "2022-01-10")], records: SETTLED });
    expect(told(planned)).toEqual([PHRASES.promptGapNext]);
  });

  it("the rule of the law stands behind it only while it is in force", () => {
    const group = spell("target_group", "uddannelsesparat", "2021-09-01");
    const ruleOn = (on: string) =>
      promptsFor(givenOn(youngFile({ spells: [group], born: "2005-01-01" }), day(on)))[0]?.rule ?? null;
    expect([ruleOn("2021-12-31"), ruleOn("2026-07-01")]).toEqual([data.gap.rule, null]);
  });

  it("who is new is told of in the first days (CON-11)", () => {
    const file = youngFile({ records: { youth_assessments: [assessed("2021-09-01", { direction: "job" })] } });
    expect(told(file, day("2021-09-10"))).toEqual([PHRASES.promptNew]);
    expect(told(file, day("2021-09-11"))).toEqual([]);
  });

  it("days with nothing are none while something runs, whatever the offers", () => {
    const codes = fc.constantFrom(...data.gap.offers);
    fc.assert(
      fc.property(codes, (code) => {
        expect(idleDays(givenOn(youngFile({ spells: [spell("offer", code, "2021-09-01")] }), ON))).toBeNull();
      }),
    );
    expect(idleDays(givenOn(youngFile(), ON))).toBe(121);
  });

  it("the wait before studies takes the gap's place (YOU-03)", () => {
    const waiting = (values: Parameters<typeof applied>[1]): CaseFile =>
      youngFile({ records: { ...SETTLED, education_applications: [applied("2021-11-01", values)] } });
    expect(told(waiting({ answer: "optaget", begins: "2022-02-01" }))).toEqual([PHRASES.promptWait]);
    expect(told(waiting({}))).toEqual([PHRASES.promptApplied]);
    expect(told(waiting({ answer: "optaget" }))).toEqual([PHRASES.promptGap, PHRASES.promptBegins]);
    expect(told(waiting({ answer: "optaget", begins: "2021-12-01" }))).toContain(PHRASES.promptMissedStart);
  });

  it("reading is screened, and who needs help gets it (VIS-08)", () => {
    const of = (reading: string | null, spells: readonly ReturnType<typeof spell>[] = [busy]) =>
      told(
        youngFile({ spells, records: { youth_assessments: [assessed("2021-10-01", { direction: "job", reading })] } }),
      );
    expect([of(null), of("ordblind"), of("klarer_sig")]).toEqual([
      [PHRASES.promptScreen],
      [PHRASES.promptReadingHelp],
      [],
    ]);
    expect(of("behov", [busy, spell("offer", "laese_skrive_kursus", "2021-10-01", "2021-10-31")])).toEqual([]);
  });

  it("who stays away is followed, the company told of when there is one (YOU-08)", () => {
    const talks = ["2021-12-01", "2021-12-15"].map((on) => ({
      kind: "jobsamtale",
      status: "udeblevet",
      form: null,
      day: day(on),
      guided: false,
    }));
    expect(told(youngFile({ spells: [busy], records: SETTLED, talks }))).toEqual([PHRASES.promptAbsentPlaced]);
    const mentor = spell("offer", "mentor", "2021-09-01");
    expect(told(youngFile({ spells: [mentor], records: SETTLED, talks }))).toEqual([PHRASES.promptAbsent]);
    expect(told(youngFile({ spells: [busy], records: SETTLED, talks: talks.slice(1) }))).toEqual([]);
  });

  it("of a course that is over only what was left open", () => {
    const over = youngFile({
      born: "1991-12-01",
      records: { education_orders: [ordered("2021-10-01")] },
    });
    expect(told(over)).toEqual([PHRASES.promptOrderOld, PHRASES.promptOrderLeft]);
  });
});
