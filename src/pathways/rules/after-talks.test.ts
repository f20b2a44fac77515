import { expect, it } from "vitest";
import { contentWith } from "../testing/contents.ts";
import { talksWithoutLine } from "./after-talks.ts";

it("tells after which talks nobody noted an assessment (CPL-04)", () => {
  const rule = { talk: "opfoelgning_sygedagpenge", list: "vurderinger", day: "dag" };
  const row = (dag: string) => ({ id: dag, values: { dag, uarbejdsdygtighed: "smal" } });
  const content = contentWith({ lists: { vurderinger: [row("2021-06-01"), row("2021-06-20")] } });
  expect(talksWithoutLine(rule, content, ["2021-06-01", "2021-06-10"])).toEqual(["2021-06-10"]);
  expect(talksWithoutLine(rule, contentWith(), ["2021-06-01"])).toEqual(["2021-06-01"]);
  expect(talksWithoutLine(rule, content, [])).toEqual([]);
});
