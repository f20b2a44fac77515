import { describe, expect, it } from "vitest";
import { kindCalled, kinds, stepKinds, stepLabel } from "./kinds.ts";

describe("the kinds of plan (CPL-01, CPL-03, CPL-08 to CPL-12, CPL-18)", () => {
  it("are all there", () => {
    expect(kinds.map(({ code }) => code)).toEqual([
      "min_plan",
      "opfoelgningsplan",
      "uddannelsespaalaeg",
      "uddannelsesplan",
      "job_og_uddannelsesplan",
      "fastholdelsesplan",
      "helhedsplan",
      "udviklingsplan",
      "gvu_plan",
      "plan_ni_maaneder",
    ]);
  });

  it("say what each section must hold, in both languages, and where it comes from", () => {
    for (const { code, source, sections } of kinds) {
      expect(source, code).not.toBe("");
      for (const { label, holds } of sections) expect(Object.values({ ...label, ...holds })).not.toContain("");
    }
  });

  it("under 25 job and education go together, and a job is kept with employee and employer (CPL-10, CPL-11)", () => {
    expect(kindCalled("job_og_uddannelsesplan")).toMatchObject({ underAge: 25, several: false });
    // An employee may have more than one employer.
    expect(kindCalled("fastholdelsesplan")).toMatchObject({ underAge: null, several: true });
  });

  it("the sickness plan has Gladsaxe's five points (CPL-03)", () => {
    const points = kindCalled("opfoelgningsplan")?.sections.map(({ label }) => label.da);
    expect(points?.map((label) => label.slice(0, 2))).toEqual(["1.", "2.", "3.", "4.", "5."]);
  });

  it("steps are of the law's lists and of those employment law does not know (CPL-01, ASK-24)", () => {
    expect(new Set(stepKinds.map(({ group }) => group))).toEqual(new Set(["offer", "conversation", "other"]));
    expect(new Set(stepKinds.map(({ code }) => code)).size).toBe(stepKinds.length);
    expect(stepLabel("virksomhedspraktik").da).toBe("virksomhedspraktik");
    expect(stepLabel("frivilligt_arbejde").en).toBe("volunteering");
  });
});
