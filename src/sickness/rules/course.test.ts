import { describe, expect, it } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import { sickness } from "../course.ts";
import { circumstance, fileWith, on, record } from "../testing/files.ts";

type Said = Parameters<typeof fileWith>[0];
const course = (said: Said, at = "2021-12-31") => sickness.course(fileWith(said), on(at));
const filters = (said: Said, at?: string): readonly string[] => course(said, at)?.filters ?? [];

describe("a sickness case on its page and in the list", () => {
  it("says how long, from a job or not, and shows a cell for each column of the list", () => {
    const now = course({ fromJob: false });
    expect(now?.says.text.da).toContain("uden et job");
    expect(Object.keys(now?.cells ?? {}).toSorted()).toEqual(sickness.list.columns.map(({ id }) => id).toSorted());
    expect(now?.cells.since).toEqual({ day: day("2021-12-01") });
  });

  it("shows the category wherever it was noted, and that it is lacking", () => {
    const label = (said: Said) => course(said)?.lines.find((line) => line.label.en === "Category");
    expect(label({ spells: [circumstance("sygekategori_3", "2021-12-02")] })?.value).toMatchObject({
      text: { da: "kategori 3" },
    });
    expect(label({})?.tone).toBe("warning");
    expect(course({ sick: [["2026-07-05"]] }, "2026-07-20")?.lines.some((line) => line.label.en === "Category")).toBe(
      false,
    );
  });

  it("belongs to every filter that is true of it, and to none the list does not have", () => {
    const all = sickness.list.filters.map(({ id }) => id);
    expect(filters({})).toEqual(["unassessed", "not_partial"]);
    expect(filters({ sick: [["2021-12-10"]], fromJob: false })).toEqual(["new", "unassessed", "unemployed"]);
    expect(filters({ sick: [["2021-06-01"]] })).toContain("long");
    expect(filters({ sick: [["2020-06-01"]] })).toContain("longest");
    const returned = { partial_returns: [record("2021-12-05", { hours: 1000 }, "")] };
    expect(filters({ records: returned })).toContain("partial");
    for (const said of [{}, { records: returned }, { fromJob: false }])
      for (const id of filters(said)) expect(all).toContain(id);
  });

  it("draws the hours of a partial return step by step, up to the day", () => {
    const records = {
      partial_returns: [record("2021-12-20", { hours: 1850 }, ""), record("2021-12-10", { hours: 1000 }, "2021-12-20")],
    };
    expect(course({ records })?.curve?.steps).toEqual([
      { from: day("2021-12-10"), until: day("2021-12-20"), value: 10 },
      { from: day("2021-12-20"), until: day("2022-01-01"), value: 18.5 },
    ]);
  });

  it("of a case that is over shows no lines, and of somebody never sick nothing", () => {
    expect(course({ sick: [["2021-06-01", "2021-12-15"]] })).toMatchObject({ isNow: false, lines: [] });
    expect(course({ sick: [] })).toBeNull();
  });
});
