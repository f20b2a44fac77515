import { describe, expect, it } from "vitest";
import { preparedStatements } from "./prepared.ts";

describe("statements kept ready in a connection", () => {
  it("have a name from the second time on, always the same", () => {
    const nameOf = preparedStatements();
    expect(nameOf("select 1")).toBeUndefined();
    const name = nameOf("select 1");
    expect(name).toMatch(/^[0-9a-f]{32}$/);
    expect(nameOf("select 1")).toBe(name);
  });

  it("are few, however many different ones a process asks", () => {
    const nameOf = preparedStatements();
    const names = new Set<string>();
    for (let at = 0; at < 5000; at += 1)
      for (const _ of [1, 2]) {
        const name = nameOf(`select ${at}`);
        if (name !== undefined) names.add(name);
      }
    expect(names.size).toBe(300);
  });
});
