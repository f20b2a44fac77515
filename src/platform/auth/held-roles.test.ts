import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accessRulesFrom } from "./access-rules.ts";
import { personOf } from "./held-roles.ts";

const ASK = "ask: { da: Spørg it, en: Ask it }\n";
const rules = (text: string) => accessRulesFrom(`${ASK}${text}`, "access.yaml");

const groups = rules(`
municipality: "0316"
user: upn
staff: employee
rules:
  - { claim: groups, value: analytikere, role: analyst }
  - { claim: groups, value: ledere-team-a, role: manager, units: [team-a] }
  - { claim: groups, value: ledere-team-b, role: manager, units: [team-b] }
`);

describe("roles by groups (ORG-08)", () => {
  it("gives each group's role, several roles to one person, and one role for the units of several groups", () => {
    const claims = { sub: "1", upn: "asta@holbaek", employee: "s-7", groups: ["ledere-team-b", "x", "analytikere"] };
    expect(personOf(claims, groups)).toEqual({
      user: "asta@holbaek",
      staff: "s-7",
      held: [
        { municipality: "0316", role: "analyst", units: [] },
        { municipality: "0316", role: "manager", units: ["team-b"] },
      ],
    });
    const both = personOf({ sub: "1", groups: ["ledere-team-a", "ledere-team-b"] }, groups);
    expect(both).toEqual({
      user: "1",
      staff: null,
      held: [{ municipality: "0316", role: "manager", units: ["team-a", "team-b"] }],
    });
  });

  it("gives nothing for a group nobody named, a missing claim, or one that is not what it should be", () => {
    for (const given of [
      undefined,
      null,
      "",
      "Analytikere",
      "analytikere ",
      7,
      {},
      [[]],
      [{ role: 1 }],
      { role: null },
    ]) {
      expect(personOf({ sub: "1", groups: given }, groups).held).toEqual([]);
    }
  });

  it("gives nothing to somebody whom the log could not name", () => {
    for (const sub of [undefined, "", 7, { toString: null }])
      expect(personOf({ sub, groups: ["analytikere"] }, groups)).toEqual({ user: "", staff: null, held: [] });
  });

  it("never gives a role that no rule names, whatever the claims hold", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("groups", "sub", "upn", "employee"), fc.jsonValue()), (claims) => {
        const named = JSON.stringify(claims.groups ?? null);
        for (const { role } of personOf(claims, groups).held) {
          expect(named).toContain(role === "analyst" ? "analytikere" : "ledere-team");
        }
      }),
    );
  });
});

describe("roles by KOMBIT job functions with data constraints", () => {
  const kombit = rules(`
municipality: { claim: cvr, are: { "29189447": "0316" } }
rules:
  - claim: job_functions
    value: sagsbehandler
    role: caseworker
    kle: "15.20"
    units: { constraint: organisation, are: { uuid-a: team-a, uuid-b: team-b }, otherwise: [jobcenter] }
`);
  const held = (constraints: unknown, cvr = "29189447") =>
    personOf({ sub: "1", cvr, job_functions: [{ role: "sagsbehandler", constraints }] }, kombit).held;

  it("takes the units from the organisation constraint, and only those it knows", () => {
    expect(held({ organisation: ["uuid-a", "uuid-x"] })).toEqual([
      { municipality: "0316", role: "caseworker", units: ["team-a"] },
    ]);
    expect(held({ organisation: ["uuid-x"] })[0]?.units).toEqual([]);
    expect(held({})[0]?.units).toEqual(["jobcenter"]);
  });

  it.each([
    [["15.20"], true],
    [["15"], true],
    [["15.*"], true],
    [["*"], true],
    [["27", "15.20.*"], true],
    [["15.20.04"], false],
    [["1"], false],
    [["15.2"], false],
    [["27"], false],
    [[], false],
  ])("a right for KLE %j covers 15.20: %s", (kle, covers) => {
    expect(held({ kle }).length).toBe(covers ? 1 : 0);
  });

  it("gives nothing in a municipality the file does not name", () => {
    expect(held({}, "11111111")).toEqual([]);
    expect(held({}, "toString")).toEqual([]);
  });
});
