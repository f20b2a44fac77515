import { describe, expect, it } from "vitest";
import { preparedStatements } from "./prepared.ts";

describe("statements kept ready in a connection", () => {
  it("have a name once they have come often, always the same", () => {
    const nameOf = preparedStatements();
    for (let time = 1; time < 20; time += 1) expect(nameOf("select 1")).toBeUndefined();
    const name = nameOf("select 1");
    expect(name).toMatch(/^[0-9a-f]{32}$/);
    expect(nameOf("select 1")).toBe(name);
  });

  it("are few, however many different ones a process asks", () => {
    const nameOf = preparedStatements();
    const names = new Set<string>();
    for (let at = 0; at < 500; at += 1)
      for (let time = 0; time < 25; time += 1) {
        const name = nameOf(`select ${at}`);
        if (name !== undefined) names.add(name);
      }
    expect(names.size).toBe(300);
  });
});
