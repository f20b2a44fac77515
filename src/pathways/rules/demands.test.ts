import { describe, expect, it } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import type { PlanContent, PlanDemand, PlanField, PlanKind } from "../contract.ts";
import { contentWith, stepWith } from "../testing/contents.ts";
import { lacking } from "./demands.ts";

const label = { da: "x", en: "x" };
const field = (code: string, more: Partial<PlanField> = {}): PlanField => {
  return { code, type: "text", label, options: [], help: null, shownWhen: null, columns: [], ...more };
};
const demand = (of: string, more: Partial<PlanDemand> = {}): PlanDemand => {
  return { field: of, from: "2012-03-01", to: null, source: "kilde", confidence: "medium", ...more };
};
const kindWith = (demands: readonly PlanDemand[], lifts: PlanKind["lifts"] = []): PlanKind => ({
  code: "k",
  label,
  about: label,
  source: "kilde",
  underAge: null,
  several: false,
  meets: null,
  changeCallsFor: null,
  afterEach: null,
  sections: [
    {
      code: "s",
      label,
      holds: label,
      ownWords: null,
      fields: [
        field("gives"),
        field("hvorfor", { shownWhen: { field: "gives", is: ["ja"] } }),
        field("hvorfor_ikke", { shownWhen: { field: "gives", is: ["nej"] } }),
        field("vurderinger", { type: "list" }),
      ],
    },
  ],
  demands: [...demands],
  lifts,
});
const ofAll = [demand("direction"), demand("steps")];
const fields = (
  kind: PlanKind,
  content: PlanContent,
  { on = "2021-06-30", municipality = "0316" } = {},
): readonly string[] => lacking(kind, content, { at: { on: day(on), municipality }, ofAll }).map((lack) => lack.field);

describe("what a plan lacks under the law of the day (CPL-01)", () => {
  it("is what every plan must have, and what its kind must", () => {
    const kind = kindWith([demand("gives")]);
    expect(fields(kind, contentWith({ direction: "" }))).toEqual(["direction", "steps", "gives"]);
    expect(fields(kind, contentWith({ steps: [stepWith()], answers: { gives: "ja" } }))).toEqual([]);
  });

  it("turns on the day: a demand holds from its first day to its last", () => {
    const kind = kindWith([demand("gives", { from: "2012-03-01", to: "2015-12-31" })]);
    const content = contentWith({ steps: [stepWith()] });
    const asked = ["2012-02-29", "2012-03-01", "2015-12-31", "2016-01-01"].map((on) => fields(kind, content, { on }));
    expect(asked.map((lacks) => lacks.includes("gives"))).toEqual([false, true, true, false]);
  });

  it("is nothing of the kind's own while a trial sets its demands aside, there and then only", () => {
    const lifts = [{ municipality: "0159", from: "2012-03-01", to: "2015-12-31", source: "BEK 215/2012" }];
    const kind = kindWith([demand("gives")], lifts);
    const content = contentWith({ steps: [stepWith()] });
    expect(fields(kind, content, { on: "2013-01-01", municipality: "0159" })).toEqual([]);
    expect(fields(kind, content, { on: "2016-01-01", municipality: "0159" })).toEqual(["gives"]);
    expect(fields(kind, content, { on: "2013-01-01" })).toEqual(["gives"]);
  });

  it("asks for the reasons for offers given, or for why none is, never for both (CPL-05)", () => {
    const kind = kindWith([demand("hvorfor"), demand("hvorfor_ikke")]);
    const steps = [stepWith()];
    expect(fields(kind, contentWith({ steps, answers: { gives: "ja" } }))).toEqual(["hvorfor"]);
    expect(fields(kind, contentWith({ steps, answers: { gives: "nej" } }))).toEqual(["hvorfor_ikke"]);
    expect(fields(kind, contentWith({ steps }))).toEqual([]);
  });

  it("takes a line for a list, and a reason for goals that are left out (CPL-04, CPL-17)", () => {
    const kind = kindWith([demand("vurderinger"), demand("goals")]);
    const steps = [stepWith()];
    expect(fields(kind, contentWith({ steps }))).toEqual(["vurderinger", "goals"]);
    const lists = { vurderinger: [{ id: "r", values: { uarbejdsdygtighed: "smal" } }] };
    expect(fields(kind, contentWith({ steps, lists, goalsLeftOut: "Mål ville kun presse." }))).toEqual([]);
  });

  it("tells what rests on memory alone, and does not demand it", () => {
    const kind = kindWith([demand("gives", { confidence: "low" })]);
    const at = { on: day("2021-06-30"), municipality: "0316" };
    expect(lacking(kind, contentWith({ steps: [stepWith()] }), { at, ofAll })).toEqual([
      { field: "gives", source: "kilde", isDemanded: false },
    ]);
  });
});
