import { describe, expect, it } from "vitest";
import type { FieldAnswer, FormAnswer } from "../contract.ts";
import { askedFor, emptyValues, readDraft, toSend, valuesOf } from "./record-values.ts";

const label = { da: "", en: "" };
const field = (name: string, type: FieldAnswer["type"], when: FieldAnswer["when"] = null): FieldAnswer => ({
  name,
  type,
  label,
  meaning: label,
  required: false,
  choices: [],
  when,
});
const form: FormAnswer = {
  fact: "reassessments",
  title: label,
  label,
  meaning: label,
  lasts: false,
  fields: [
    field("decision", "code"),
    field("ground", "code", { field: "decision", is: ["forlaenget"] }),
    field("hours", "hours"),
    field("serious", "bool"),
  ],
  records: [],
};

describe("the fields of a form", () => {
  it("asks for what belongs to an answer only when that answer is given", () => {
    const empty = emptyValues(form, "2026-06-01");
    expect(askedFor(form, empty).map(({ name }) => name)).toEqual(["decision", "hours", "serious"]);
    const extended = { ...empty, fields: { ...empty.fields, decision: "forlaenget" } };
    expect(askedFor(form, extended).map(({ name }) => name)).toContain("ground");
  });

  it("sends numbers with a comma, yes and no, and nothing for what is empty or not asked for", () => {
    const typed = { from: "2026-06-01", to: "2026-07-01", fields: { ground: "nr_2", hours: "12,5", serious: "false" } };
    expect(toSend(form, typed)).toEqual({
      from: "2026-06-01",
      to: null,
      values: { decision: null, hours: 12.5, serious: false },
    });
    expect(toSend(form, { ...typed, fields: { hours: "mange" } }).values.hours).toBe("mange");
  });

  it("shows a record as it would be typed", () => {
    const record = {
      id: "1",
      version: "1",
      from: "2026-06-01",
      to: null,
      values: { hours: 7.5, serious: true },
      known: "2026-06-01",
      says: label,
    };
    expect(valuesOf(form, record, ",").fields).toEqual({ decision: "", ground: "", hours: "7,5", serious: "true" });
  });

  it("takes a draft up again, and no text that is none", () => {
    const draft = emptyValues(form, "2026-06-01");
    expect(readDraft(JSON.stringify(draft))).toEqual(draft);
    expect([readDraft("{"), readDraft("null"), readDraft('{"from":1}')]).toEqual([null, null, null]);
  });
});
