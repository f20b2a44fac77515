import { describe, expect, it } from "vitest";
import type { RecordValue } from "../../courses/contract.ts";
import { circumstance, DATA, fileWith, on, record } from "../testing/files.ts";
import { PHRASES } from "./phrases.ts";
import { promptsFor } from "./prompts.ts";
import { standingOn } from "./standing.ts";

type Said = Parameters<typeof fileWith>[0];
const NAMES = Object.entries(PHRASES);

/** Which of the prompts are given, by the names of their phrases. */
function prompted(said: Said, day = "2021-12-31"): readonly string[] {
  const file = fileWith(said);
  const standing = standingOn(DATA, file, on(day));
  if (!standing) throw new Error("no case");
  const prompts = promptsFor({ data: DATA, file, on: on(day), standing });
  return prompts.map(({ says }) => NAMES.find(([, text]) => text === says.text)?.[0] ?? "?");
}

const assessed = (values: Record<string, RecordValue>) => ({
  sickness_assessments: [record("2021-12-05", { expected_day: null, clear_course: null, serious: null, ...values })],
});
const CATEGORY_1 = circumstance("sygekategori_1", "2021-12-05");
const CATEGORY_2 = circumstance("sygekategori_2", "2021-12-05");

describe("what is worth doing", () => {
  it("a new case: assess, call, talk the partial return through (VIS-04, SICK-03)", () => {
    expect(prompted({})).toEqual(["promptAssess", "promptCategory", "promptCall", "promptPartial"]);
  });

  it("no category is asked for where the law has none", () => {
    expect(prompted({ sick: [["2026-07-05"]] }, "2026-07-20")).not.toContain("promptCategory");
  });

  it("an expected day that passed calls for a new assessment (CON-15)", () => {
    expect(prompted({ records: assessed({ expected_day: "2021-12-30" }) })).toContain("promptExpectedPassed");
    expect(prompted({ records: assessed({ expected_day: "2021-12-31" }) })).not.toContain("promptExpectedPassed");
  });

  it("a category that does not fit what is expected is remarked on; the caseworker decides", () => {
    const late = assessed({ expected_day: "2022-03-01" });
    expect(prompted({ records: late, spells: [CATEGORY_1] })).toContain("promptCategoryOne");
    const soon = assessed({ expected_day: "2022-01-10" });
    expect(prompted({ records: soon, spells: [CATEGORY_2] })).toContain("promptCategoryLong");
    expect(prompted({ records: soon, spells: [CATEGORY_1] }).join()).not.toContain("promptCategory");
    const unclear = assessed({ clear_course: false });
    expect(prompted({ records: unclear, spells: [CATEGORY_2] })).toContain("promptCategoryUnclear");
    const twoCategories = {
      sick: [["2025-05-01"]] as const,
      records: { sickness_assessments: [record("2025-05-02", { clear_course: false, expected_day: null })] },
    };
    const now = prompted({ ...twoCategories, spells: [circumstance("sygekategori_2", "2025-05-02")] }, "2025-05-20");
    expect(now).not.toContain("promptCategoryUnclear");
  });

  it("partial return first for those from a job, and its hours seen to grow (SICK-03, SICK-04)", () => {
    expect(prompted({ fromJob: false })).not.toContain("promptPartial");
    expect(prompted({ records: assessed({ serious: true }) })).not.toContain("promptPartial");
    const returned = { partial_returns: [record("2021-12-05", { hours: 1000 }, "")] };
    expect(prompted({ records: returned })).not.toContain("promptUnchanged");
    expect(prompted({ records: returned }, "2022-01-16")).toContain("promptUnchanged");
  });

  it("a request waits for its answer until the law's day (SICK-02)", () => {
    const records = { fast_track_requests: [record("2021-12-20", { asked_by: "borger", outcome_day: null })] };
    const ahead = [{ rule: "SDP-FAST-2W", start: "2021-12-20", due: "2022-01-03" }];
    expect(prompted({ records, ahead })[0]).toBe("promptFastTrack");
    const late = { fast_track_requests: [record("2022-01-06", { asked_by: "borger", outcome_day: null })] };
    expect(prompted({ records: late }, "2022-01-07")[0]).toBe("promptFastTrackLate");
    const preventive = { fast_track_requests: [record("2021-12-20", { asked_by: "forebyggende", outcome_day: null })] };
    expect(prompted({ records: preventive })[0]).toBe("promptPreventive");
  });

  it("the benefit stops within eight weeks, an extension ends, a limit is not confirmed, a transfer waits (SICK-10)", () => {
    const stop = (due: string) => ({ ahead: [{ rule: "SDP-22W", start: "2022-01-01", due }] });
    expect(
      [prompted(stop("2022-02-25")), prompted(stop("2022-02-28"))].map((all) => all.includes("promptReassess")),
    ).toEqual([true, false]);
    const decided = (values: Record<string, RecordValue>) => ({
      benefit_reassessments: [record("2021-12-20", values)],
    });
    const extended = { decision: "forlaenget", ground: "nr_2", extended_to: "2022-01-31" };
    const all = prompted({ records: decided(extended), ...stop("2022-01-31") });
    expect(all).toEqual(expect.arrayContaining(["promptExtensionEnds", "promptLimitUnverified"]));
    expect(all).not.toContain("promptReassess");
    expect(prompted({ records: decided({ decision: "jobafklaring", extended_to: null }) })).toContain("promptAwaits");
  });

  it("after half a year the effort is stepped up, unless it is or the illness is serious (SICK-09)", () => {
    const long = { sick: [["2021-06-01"]] as const };
    expect(prompted(long)).toContain("promptStepUp");
    const practice = {
      family: "offer",
      code: "virksomhedspraktik",
      from: on("2021-12-01"),
      until: on("2022-02-01"),
    } as const;
    expect(prompted({ ...long, spells: [practice] })).not.toContain("promptStepUp");
    const serious = { sickness_assessments: [record("2021-12-05", { serious: true, expected_day: null })] };
    expect(prompted({ ...long, records: serious })).not.toContain("promptStepUp");
  });

  it("the first talk is in person, but for work of 20 hours and serious illness (CON-13)", () => {
    const phoned = { talks: [{ kind: "opfoelgning_sygedagpenge", day: "2021-12-10", form: "telefon" }] };
    expect(prompted(phoned)).toContain("promptFirstTalk");
    const at = (hours: number) => ({ ...phoned, records: { partial_returns: [record("2021-12-05", { hours }, "")] } });
    expect([prompted(at(1999)), prompted(at(2000))].map((all) => all.includes("promptFirstTalk"))).toEqual([
      true,
      false,
    ]);
    expect(prompted({ ...phoned, records: assessed({ serious: true }) })).not.toContain("promptFirstTalk");
    expect(prompted({ talks: [{ kind: "opfoelgning_sygedagpenge", day: "2021-12-10" }] })).not.toContain(
      "promptFirstTalk",
    );
  });

  it("a case that is over asks only how it ended (SICK-05)", () => {
    const over = { sick: [["2021-06-01", "2021-12-15"]] as const };
    expect(prompted(over)).toEqual(["promptEnd"]);
    expect(prompted({ ...over, records: { sickness_ends: [record("2021-12-15", { outcome: "ledig" })] } })).toEqual([]);
  });
});
