import { expect, test } from "vitest";
import { apiUrl, problemOf } from "./api.ts";

test("an address holds only what was asked for", () => {
  expect(apiUrl("/plans/x/status", { asOf: "2021-06-30", knownAt: undefined, snapshot: "" })).toBe(
    "/api/v1/plans/x/status?asOf=2021-06-30",
  );
  expect(apiUrl("/plans")).toBe("/api/v1/plans");
});

test("a refusal keeps the server's words in both languages", () => {
  const detail = { da: "Målet findes ikke.", en: "No such goal." };
  expect(problemOf(404, { code: "goal-unknown", detail })).toEqual({
    status: 404,
    code: "goal-unknown",
    detail,
    problems: [],
  });
});

test("an answer that explains nothing is not given an explanation", () => {
  expect(problemOf(502, "<html>")).toEqual({ status: 502, code: "http-502", detail: null, problems: [] });
});
