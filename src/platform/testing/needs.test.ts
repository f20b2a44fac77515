import { afterEach, expect, it, vi } from "vitest";
import { chromiumPath, describeNeeding, needs, postgresBinaries, sharedData } from "./needs.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it("takes the browser and the database programs it is pointed at", () => {
  vi.stubEnv("CHROMIUM_PATH", process.execPath);
  vi.stubEnv("POSTGRES_BIN", "/nowhere/bin");
  expect(chromiumPath()).toBe(process.execPath);
  expect(postgresBinaries()).toBeNull();
});

it("does not take what cannot be run", () => {
  vi.stubEnv("CHROMIUM_PATH", "/nowhere/chromium");
  expect(chromiumPath()).toBeNull();
});

it("says loudly what is not tested, and nothing when all is there", () => {
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  vi.stubEnv("CHROMIUM_PATH", process.execPath);
  expect(needs("chromium", "the goal page")).toBe(process.execPath);
  expect(said).not.toHaveBeenCalled();
  vi.stubEnv("CHROMIUM_PATH", "/nowhere/chromium");
  expect(needs("chromium", "the goal page")).toBeNull();
  expect(said).toHaveBeenCalledWith(expect.stringContaining("NOT TESTED: the goal page: this machine has no chromium"));
});

it("knows shared data only by its name in the environment", () => {
  vi.stubEnv("SPRINGBRAET_SHARED", "");
  expect(sharedData()).toBeNull();
});

vi.stubEnv("SPRINGBRAET_SHARED", "");
describeNeeding("shared-data", "tests that are absent without shared data", () => {
  it("would be skipped, and so fail with CI set, were it not absent", () => expect(sharedData()).not.toBeNull());
});
