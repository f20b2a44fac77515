import { describe, expect, it } from "vitest";
import { fileFacts } from "../app/facts.ts";
import { layouts } from "./reading/layouts.ts";
import { importDoc } from "./testing/import-doc.ts";

describe("docs/import.md", () => {
  it("says which files are understood now (run with -u after changing a fact, a name or a layout)", async () => {
    await expect(importDoc(fileFacts, layouts)).toMatchFileSnapshot("../../docs/import.md");
  });

  it("has every fact and every layout", () => {
    const text = importDoc(fileFacts, layouts);
    for (const { name } of [...fileFacts, ...layouts]) expect(text).toContain(`\`${name}\``);
  });
});
