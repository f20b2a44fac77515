import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { readDataFile } from "./public.ts";

const schema = z.strictObject({ days: z.int().min(1), source: z.string().min(1) });
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "springbraet-data-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(text: string): unknown {
  const path = join(folder, "practice.yaml");
  writeFileSync(path, text);
  return readDataFile(pathToFileURL(path), schema);
}

describe("a data file of the program's own", () => {
  it("is read as its schema wants it", () => {
    expect(read("# why\ndays: 28\nsource: ours\n")).toEqual({ days: 28, source: "ours" });
  });

  it("stops the start with file, line, key and reason of every mistake", () => {
    expect(() => read("days: 0\nsource: ''\n")).toThrow(/practice\.yaml:1: days: .*\npractice\.yaml:2: source: /);
    expect(() => read("source: ours\n\nday: 3\ndays: 3\n")).toThrow(/practice\.yaml:\d+: .*day/);
    expect(() => read("days: [\n")).toThrow(/practice\.yaml:\d+: YAML: /);
  });
});
