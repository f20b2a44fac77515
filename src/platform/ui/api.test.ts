import { afterEach, expect, test, vi } from "vitest";
import { apiUrl, patch, post, problemOf } from "./api.ts";

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

/** A server that gives these answers one after the other, and the keys it was asked under. */
function serverThatAnswers(...answers: readonly (number | "nothing")[]): string[] {
  const keys: string[] = [];
  vi.stubGlobal("fetch", (_url: string, init: { headers: Record<string, string> }) => {
    keys.push(init.headers["idempotency-key"] ?? "none");
    const answer = answers[keys.length - 1] ?? 200;
    return answer === "nothing"
      ? Promise.reject(new TypeError("no network"))
      : Promise.resolve(new Response("{}", { status: answer }));
  });
  return keys;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test("a deed whose answer was lost is asked for again under the same key, so that it is done once", async () => {
  const keys = serverThatAnswers("nothing", 503, 200);
  await post("/notes", { text: "x" });
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("a button pressed twice asks for one deed; pressed again after the answer it asks for another", async () => {
  const keys = serverThatAnswers();
  await Promise.all([post("/notes", { text: "y" }), post("/notes", { text: "y" })]);
  await post("/notes", { text: "y" });
  await post("/notes", { text: "z" });
  expect(keys[1]).toBe(keys[0]);
  expect(new Set(keys).size).toBe(3);
});

test("a deed nobody answered keeps its key until somebody does; a refusal is an answer", async () => {
  const keys = serverThatAnswers("nothing", "nothing", "nothing", 409);
  await expect(patch("/notes/1", { text: "y" })).rejects.toMatchObject({ problem: { status: 0 } });
  await expect(patch("/notes/1", { text: "y" })).rejects.toMatchObject({ problem: { status: 409 } });
  await patch("/notes/1", { text: "y" });
  expect(new Set(keys.slice(0, 4)).size).toBe(1);
  expect(keys[4]).not.toBe(keys[0]);
});
