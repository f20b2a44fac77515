import { expect, test } from "vitest";
import { ApiError, problemOf } from "./api.ts";
import { conflictOf, fieldsToMerge, merged } from "./merge-fields.ts";

const theirs = { version: "2", values: { text: "Ring i dag", phone: null }, who: "Anna", when: "2021-06-01T10:00:00Z" };

test("only the fields that differ are to be chosen between, and nothing of either side is lost", () => {
  const fields = fieldsToMerge({ text: "Ring i morgen", phone: "" }, theirs);
  expect(fields).toEqual([{ name: "text", mine: "Ring i morgen", theirs: "Ring i dag" }]);
  const [text] = fields;
  if (!text) throw new Error("no field");
  expect(merged(text, "mine")).toBe("Ring i morgen");
  expect(merged(text, "theirs")).toBe("Ring i dag");
  expect(merged(text, "both")).toBe("Ring i dag\n\nRing i morgen");
});

test("a late change is told from every other refusal, also when the thing is gone", () => {
  const refused = (body: object): ApiError => new ApiError(problemOf(409, body));
  expect(conflictOf(refused({ code: "edit_conflict", theirs }))).toEqual({ theirs });
  expect(conflictOf(refused({ code: "edit_conflict", theirs: null }))).toEqual({ theirs: null });
  expect(conflictOf(refused({ code: "snapshot_exists" }))).toBeNull();
  expect(conflictOf(new Error("edit_conflict"))).toBeNull();
});
