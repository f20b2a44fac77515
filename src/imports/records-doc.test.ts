import { describe, expect, it } from "vitest";
import { fileFacts } from "../app/facts.ts";
import { recordsDoc } from "./testing/records-doc.ts";

describe("docs/records.md", () => {
  it("says what the files are like now (run with -u after changing a fact)", async () => {
    await expect(recordsDoc(fileFacts)).toMatchFileSnapshot("../../docs/records.md");
  });

  it("has every file, every column and every code", () => {
    const text = recordsDoc(fileFacts);
    for (const fact of fileFacts) {
      expect(text).toContain(`## ${fact.name}.csv`);
      for (const column of fact.columns) {
        expect(text).toContain(`| \`${column.name}\` | ${column.label.da} |`);
        for (const code of Object.keys(column.codes ?? {})) expect(text).toContain(`| \`${code}\` |`);
      }
    }
  });
});
