import { describe, expect, it } from "vitest";
import { ROLES } from "../platform/auth/public.ts";
import { allowedTo, type Permission, permissions, reachOf } from "./permissions.ts";

const ALL = Object.keys(permissions) as Permission[];
const aboutCitizens = ALL.filter((permission) => /^(citizen|figure\.open)/.test(permission));

describe("the table of permissions (ORG-08, ASK-37)", () => {
  it("names only roles there are, and gives every role something and nobody everything", () => {
    const named = new Set(Object.values(permissions).flatMap((row) => Object.keys(row)));
    expect([...named].filter((role) => !ROLES.some((known) => known === role))).toEqual([]);
    for (const role of ROLES) {
      expect(allowedTo(role).length, role).toBeGreaterThan(0);
      expect(allowedTo(role).length, role).toBeLessThan(ALL.length);
    }
  });

  it("lets the committee and the system owner near no citizen", () => {
    for (const role of ["committee", "administrator"] as const) {
      expect(aboutCitizens.filter((permission) => reachOf(role, permission) !== "none")).toEqual([]);
      expect(reachOf(role, "figure.small")).toBe("none");
    }
  });

  it("holds everybody at the jobcentre who works with citizens to their unit or their own", () => {
    for (const role of ["manager", "caseworker", "consultant"] as const) {
      const reaches = aboutCitizens.map((permission) => reachOf(role, permission));
      expect(reaches).not.toContain("all");
    }
  });

  it("lets nobody do to more citizens what they may not even look at", () => {
    const order = ["none", "own", "unit", "all"];
    for (const role of ROLES) {
      const read = order.indexOf(reachOf(role, "citizen.read"));
      for (const permission of ["citizen.reveal", "citizen.write", "citizen.assign", "citizen.export"] as const)
        expect(order.indexOf(reachOf(role, permission)), `${role} ${permission}`).toBeLessThanOrEqual(read);
    }
  });
});
