import { describe, expect, it } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import type { CaseFile } from "../contract.ts";
import { integration } from "../course.ts";
import { integrationData as data } from "../data.ts";
import {
  contracted,
  integrationFile,
  noLabels,
  spell,
  statusFrom,
  stretch,
  talked,
  taughtFrom,
} from "../testing/integration-file.ts";
import { integrationCourse } from "./course.ts";

const ON = day("2021-12-31");
const course = (file: CaseFile, on = ON) => integrationCourse({ data, labels: noLabels }, file, on);
const filters = (file: CaseFile): readonly string[] => course(file)?.filters ?? [];

describe("a course under the Integration Act", () => {
  it("has the cells of the list's columns and no filter that the list does not know", () => {
    const file = integrationFile({ sex: "kvinde", talks: [talked("2021-05-01")], born: "1998-01-01" });
    expect(Object.keys(course(file)?.cells ?? {}).toSorted()).toEqual(
      integration.list.columns.map(({ id }) => id).toSorted(),
    );
    expect(filters(file)).toEqual([
      "no_status",
      "no_contract",
      "no_rung",
      "no_danish",
      "never_guided",
      "unguided",
      "young",
      "women",
    ]);
    expect(integration.list.filters.map(({ id }) => id)).toEqual(expect.arrayContaining([...filters(file)]));
  });

  it("women and men in a company are counted beside all of each (INT-06); ordinary work is no placement", () => {
    const practice = spell("offer", "virksomhedspraktik", "2021-04-01");
    const records = {
      integration_statuses: [statusFrom("2021-01-01")],
      integration_contracts: [contracted("2021-03-10")],
      danish_teaching: [taughtFrom("2021-03-10", { hours: 600 })],
    };
    expect(filters(integrationFile({ sex: "mand", spells: [practice], records }))).toEqual(["men", "men_placed"]);
    const working = integrationFile({ sex: "kvinde", records, work: [stretch("ordinaert", "2021-05-01")] });
    expect(filters(working)).toEqual(["working", "women"]);
    expect(course(working)?.cells).toMatchObject({ danish: { number: 6 }, moved: { day: day("2021-05-01") } });
    expect(filters(integrationFile({ records }))).toEqual(["no_rung", "danish_only"]);
  });

  it("that is over is shown when something was noted, without lines or prompts", () => {
    const over = { spells: [spell("benefit", "overgangsydelse", "2021-01-01", "2021-06-30")] };
    expect(course(integrationFile(over))).toBeNull();
    const noted = integrationFile({ ...over, records: { integration_contracts: [contracted("2021-03-10")] } });
    expect(course(noted)).toMatchObject({ isNow: false, lines: [], prompts: [] });
  });
});
