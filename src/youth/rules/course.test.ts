import { describe, expect, it } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import type { CaseFile } from "../contract.ts";
import { youth } from "../course.ts";
import { youthData as data } from "../data.ts";
import { applied, assessed, noLabels, ordered, spell, youngFile } from "../testing/young-file.ts";
import { youthCourse } from "./course.ts";

const ON = day("2021-12-31");
const course = (file: CaseFile) => youthCourse({ data, labels: noLabels }, file, ON);
const filters = (file: CaseFile): readonly string[] => course(file)?.filters ?? [];

describe("a young person's course", () => {
  it("has the cells of the list's columns and no filter that the list does not know", () => {
    const file = youngFile({
      records: {
        youth_assessments: [assessed("2021-10-01", { reading: "behov" })],
        education_orders: [ordered("2021-11-01")],
        education_applications: [applied("2021-11-01")],
      },
    });
    expect(Object.keys(course(file)?.cells ?? {}).toSorted()).toEqual(
      youth.list.columns.map(({ id }) => id).toSorted(),
    );
    const known = youth.list.filters.map(({ id }) => id);
    expect(filters(file)).toEqual(["idle", "order_passed", "applied", "reading"]);
    expect(known).toEqual(expect.arrayContaining([...filters(file)]));
  });

  it("belongs to each filter by what it is", () => {
    expect(filters(youngFile())).toEqual(["idle", "undirected"]);
    const ready = youngFile({ spells: [spell("target_group", "aabenlyst_uddannelsesparat", "2021-09-01")] });
    expect(filters(ready)).toContain("ready");
    const soon = youngFile({ records: { education_orders: [ordered("2021-11-01", { deadline: "2022-01-10" })] } });
    expect(filters(soon)).toContain("order_soon");
    const admitted = applied("2021-11-01", { answer: "optaget", begins: "2022-02-01" });
    expect(filters(youngFile({ records: { education_applications: [admitted] } }))).toContain("waiting");
  });

  it("that is over is shown when something was noted, without lines", () => {
    expect(course(youngFile({ born: "1991-12-01" }))).toBeNull();
    const noted = course(youngFile({ born: "1991-12-01", records: { youth_assessments: [assessed("2021-10-01")] } }));
    expect(noted).toMatchObject({ isNow: false, lines: [] });
    expect(noted?.says.with).toMatchObject({ to: { day: day("2021-11-30") } });
  });

  it("is of those born after the day thirty years ago", () => {
    expect(youth.list.candidates(ON).bornAfter).toBe(day("1991-12-31"));
  });
});
