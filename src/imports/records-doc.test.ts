import { describe, expect, it } from "vitest";
import { allFacts } from "../app/facts.ts";
import { recordsDoc } from "./testing/records-doc.ts";

describe("docs/records.md", () => {
  it("says what the files are like now (run with -u after changing a fact)", async () => {
    await expect(recordsDoc(allFacts)).toMatchFileSnapshot("../../docs/records.md");
  });

  it("has every file, every column and every code", () => {
    const text = recordsDoc(allFacts);
    for (const fact of allFacts) {
      expect(text).toContain(`## ${fact.name}.csv`);
      for (const column of fact.columns) {
        expect(text).toContain(`| \`${column.name}\` | ${column.label.da} |`);
        for (const code of Object.keys(column.codes ?? {})) expect(text).toContain(`| \`${code}\` |`);
      }
    }
  });
});
