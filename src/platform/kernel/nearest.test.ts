import { describe, expect, it } from "vitest";
import { nearest } from "./nearest.ts";

const names = ["kontanthjaelp", "citizen.age", "citizen.areas", "offer.kind", "it"];

describe("the nearest right name (PLAN-11)", () => {
  it.each([
    ["kontanthjælp", "kontanthjaelp"],
    ["Kontanthjelp", "kontanthjaelp"],
    ["citizen.aeg", "citizen.age"],
    ["citizen.area", "citizen.areas"],
    ["kind", "offer.kind"],
    ["offers.kind", "offer.kind"],
    ["ti", "it"],
  ])("takes %s for %s", (word, meant) => {
    expect(nearest(word, names)).toBe(meant);
  });

  it("stays silent when nothing is near", () => {
    expect(nearest("sygedagpenge", names)).toBeNull();
    expect(nearest("x", [])).toBeNull();
  });

  it("does not depend on the order when one is nearer", () => {
    expect(nearest("citizen.ages", [...names].reverse())).toBe(nearest("citizen.ages", names));
  });
});
