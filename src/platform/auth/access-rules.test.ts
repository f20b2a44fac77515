import { expect, it } from "vitest";
import { isNamedError } from "../db/public.ts";
import { accessRulesFrom, readAccessRules } from "./access-rules.ts";

function complaint(work: () => unknown): { readonly code: string; readonly da: string; readonly en: string } {
  try {
    work();
  } catch (error) {
    if (isNamedError(error)) return { code: error.code, ...error.texts };
    throw error;
  }
  throw new Error("it was taken");
}

it("a mistake is told with file, line, field and the way out, all of them at once", () => {
  const text = `ask: { da: Spørg it, en: Ask it }
rules:
  - claim: groups
    value: ledere
    role: boss
    municipality: "0316"
  - claim: groups
    value: x
    role: manager
  - { claim: groups, value: y, role: analyst, municipality: "316", colour: red }
`;
  const { code, da, en } = complaint(() => accessRulesFrom(text, "adgang.yaml"));
  expect(code).toBe("access_bad");
  for (const said of [da, en]) {
    expect(said).toContain("adgang.yaml");
    expect(said).toMatch(/lin(j)?e 5: rules\.0\.role/);
    expect(said).toContain("analyst, manager");
    expect(said).toMatch(/lin(j)?e 10: rules\.2\.municipality/);
    expect(said).toContain("colour");
  }
  expect(en).toMatch(/Mend them and start again/);
});

it("a rule without a municipality is told by its line", () => {
  const text = "ask: { da: a, en: b }\nrules:\n  - { claim: groups, value: x, role: manager }\n";
  const { da } = complaint(() => accessRulesFrom(text, "adgang.yaml"));
  expect(da).toContain("linje 3: rules.0");
  expect(da).toContain("hvilken kommune");
});

it("broken YAML, an empty file and a file that is not there are told too", () => {
  expect(complaint(() => accessRulesFrom("ask: [", "adgang.yaml")).en).toContain("line 1");
  expect(complaint(() => accessRulesFrom("", "adgang.yaml")).code).toBe("access_bad");
  expect(complaint(() => readAccessRules("no/such/file.yaml"))).toMatchObject({ code: "access_unreadable" });
});
