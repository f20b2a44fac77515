import { describe, expect, it } from "vitest";
import type { PlanContent } from "../contract.ts";
import { kindCalled, stepKinds } from "../kinds.ts";
import { contentWith, goalWith, stepWith } from "../testing/contents.ts";
import { contentFaults } from "./content.ts";

const faults = (said: Partial<PlanContent>): readonly string[] => {
  const kind = kindCalled("opfoelgningsplan");
  if (!kind) throw new Error("no sickness plan");
  return contentFaults(contentWith(said), { kind, stepKinds }).map(({ at, code }) => `${at}: ${code}`);
};

describe("what a plan may say (ASK-24)", () => {
  it("is right when unfinished: what it lacks is another question", () => {
    expect(faults({ direction: "", citizenView: "" })).toEqual([]);
    expect(faults({ answers: { naeste_dag: "", naeste_form: "", plan_egne_ord: "Jeg vil tilbage" } })).toEqual([]);
  });

  it("is a step of the lists or in words of its own, with its days in order", () => {
    const steps = [
      stepWith({ id: "a", kind: "virksomhedspraktik", text: "" }),
      stepWith({ id: "b", from: "2021-07-01", due: "2021-07-01" }),
    ];
    expect(faults({ steps })).toEqual([]);
    expect(faults({ steps: [stepWith({ kind: "kaffe" })] })).toEqual(["steps/0/kind: unknown_choice"]);
    expect(faults({ steps: [stepWith({ text: "" })] })).toEqual(["steps/0/text: step_without_words"]);
    expect(faults({ steps: [stepWith({ from: "2021-07-02", due: "2021-07-01" })] })).toEqual([
      "steps/0/due: due_before_from",
    ]);
    expect(faults({ steps: [stepWith({ from: "0000-01-01", due: "9999-12-31" })] })).toEqual([
      "steps/0/from: no_day",
      "steps/0/due: no_day",
    ]);
    expect(faults({ steps: [stepWith({ state: "dropped" })] })).toEqual(["steps/0/reason: dropped_without_reason"]);
  });

  it("is days, choices and lines as the kind has them", () => {
    expect(faults({ answers: { naeste_dag: "snart" } })).toEqual(["answers/naeste_dag: no_day"]);
    expect(faults({ answers: { naeste_form: "røgsignal" } })).toEqual(["answers/naeste_form: unknown_choice"]);
    expect(faults({ answers: { toString: "x", vurderinger: "x" } })).toEqual([
      "answers/toString: unknown_field",
      "answers/vurderinger: unknown_field",
    ]);
    const row = (values: Record<string, string>) => ({ lists: { vurderinger: [{ id: "r", values }] } });
    expect(faults(row({ dag: "2021-06-01", uarbejdsdygtighed: "bred", medvirker: "ja" }))).toEqual([]);
    expect(faults(row({ dag: "" }))).toEqual(["lists/vurderinger/0: empty_row"]);
    expect(faults(row({ uarbejdsdygtighed: "skæv" }))).toEqual([
      "lists/vurderinger/0/uarbejdsdygtighed: unknown_choice",
    ]);
    expect(faults(row({ farve: "blå" }))).toEqual(["lists/vurderinger/0/farve: unknown_field"]);
    expect(faults({ lists: { naeste_dag: [] } })).toEqual(["lists/naeste_dag: unknown_field"]);
  });

  it("has goals or a reason for leaving them out, not both (CPL-17)", () => {
    expect(faults({ goalsLeftOut: "Kun et pres" })).toEqual([]);
    expect(faults({ goals: [goalWith()], goalsLeftOut: "Kun et pres" })).toEqual(["goalsLeftOut: goals_left_out"]);
    expect(faults({ goals: [goalWith({ reviewed: "1021-06-01" })] })).toEqual(["goals/0/reviewed: no_day"]);
    expect(faults({ goals: [goalWith({ review: "Det går" })] })).toEqual(["goals/0/reviewed: review_without_day"]);
  });

  it("tells its steps apart", () => {
    expect(faults({ steps: [stepWith(), stepWith()] })).toEqual(["steps: same_id"]);
  });
});
