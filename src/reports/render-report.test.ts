import { expect, test } from "vitest";
import { reportFormat } from "./contract.ts";
import { composeReport } from "./plan-followup/compose/compose-report.ts";
import { inputForTest } from "./plan-followup/testing/plan-followup-input.ts";
import { renderReport } from "./render-report.ts";

test("REP-02: a report is handed out in every form under a name that says what it is", async () => {
  const beginnings = { pdf: "%PDF", docx: "PK\u0003\u0004", xlsx: "PK\u0003\u0004" };
  for (const language of ["da", "en"] as const) {
    const report = composeReport(inputForTest(2, language));
    for (const format of reportFormat.options) {
      const { bytes, fileName, mediaType } = await renderReport(report, format);
      expect(Buffer.from(bytes.subarray(0, 4)).toString("latin1")).toBe(beginnings[format]);
      expect(fileName).toBe(
        `${language === "da" ? "opfoelgning" : "follow-up"}-example-2020-21-2021-06-30-${language}.${format}`,
      );
      expect(mediaType).toMatch(/^application\//);
    }
  }
});
