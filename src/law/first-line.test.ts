import { describe, expect, it } from "vitest";
import { day } from "../platform/kernel/day.ts";
import { differenceLine, inForceLine } from "./first-line.ts";
import { law } from "./law.ts";
import { lawDifference, lawOnDay } from "./read-page.ts";

const holbaek = { law, municipality: { code: "0316", name: "Holbæk" } };
const looking = (group = "") => ({ group, area: "", text: "", language: "da" as const });

describe("the first line of the law's page (RULE-01)", () => {
  it("says how many rules are in force for a group on the day, and how many are not enforced", () => {
    const data = lawOnDay(holbaek, day("2018-01-01"));
    const said = { language: "da" as const, sought: looking("integration") };
    expect(inForceLine(data, said)).toMatch(
      /^På 01\.01\.2018 gælder \d+ regler for personer i program efter integrationsloven; (én|\d+) håndhæves ikke\.$/,
    );
    expect(inForceLine(data, { ...said, language: "en" })).toMatch(/^On 1.Jan.2018 \d+ rules are in force for people /);
  });

  it("counts what came, went and changed between two days, the earlier first", () => {
    const data = lawDifference(holbaek, [day("2026-07-01"), day("2026-06-30")]);
    const line = differenceLine(data, { language: "da", sought: looking() });
    const { came, went, changed } = data;
    expect(line).toBe(
      `Fra 30.06.2026 til 01.07.2026: ${came.length} er kommet til, ${went.length} er ophørt, ${changed.length} er ændret eller afløst.`,
    );
    const few = differenceLine(data, { language: "da", sought: looking("fleksjob") });
    expect(few).toBe("Fra 30.06.2026 til 01.07.2026 er intet ændret for ansatte i fleksjob.");
  });
});
