import { expect, it } from "vitest";
import type { MemberRow, OrganisationAnswer, UnitRow } from "../contract.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";
import { firstLine, moreLines } from "./first-line.ts";

const danish = { texts: da.first, language: "da" } as const;
const english = { texts: en.first, language: "en" } as const;
const unit = (id: string, more: Partial<UnitRow> = {}): UnitRow => ({
  id,
  name: id,
  kind: "afsnit",
  parent: null,
  level: 0,
  heads: 2,
  fullTime: 2000,
  cases: 80,
  unassigned: 0,
  groups: [],
  ...more,
});
const member = (person: string, more: Partial<MemberRow> = {}): MemberRow => ({
  person,
  unit: "a",
  name: null,
  share: 1000,
  role: null,
  cases: 40,
  left: false,
  ...more,
});
const office = (units: UnitRow[], staff: MemberRow[]): OrganisationAnswer => ({ units, staff, assignable: [] });

it("says that every case has an owner, counting each unit once", () => {
  const whole = office([unit("a"), unit("a1", { parent: "a", cases: 30 })], [member("p")]);
  expect(firstLine(whole, danish)).toBe("Alle 80 sager har en sagsbehandler.");
  expect(firstLine(whole, english)).toBe("All 80 cases have a caseworker.");
});

it("says how many have none: those nobody took and those of somebody who has left", () => {
  const open = office([unit("a", { unassigned: 3 })], [member("p"), member("q", { left: true, share: 0, cases: 2 })]);
  expect(firstLine(open, danish)).toBe("5 af 80 sager har ingen sagsbehandler.");
  expect(moreLines(open, danish)[0]).toBe("2 af dem står hos en, der ikke længere arbejder i enheden.");
});

it("says what else needs somebody: staff whose unit has closed, and who has the most", () => {
  const busy = office(
    [unit("a")],
    [member("p", { name: "Ida", share: 500 }), member("q", { unit: "lukket", cases: null })],
  );
  expect(moreLines(busy, danish)).toEqual([
    "Én medarbejder hører til en enhed, der er lukket.",
    "Flest sager pr. årsværk har Ida: 80, mod 40 i gennemsnit.",
  ]);
});

it("tells those who may not see cases counted who works here, and an office without units what to do", () => {
  const hidden = office(
    [unit("a", { cases: null, unassigned: null })],
    [member("p", { cases: null }), member("q", { cases: null })],
  );
  expect(firstLine(hidden, danish)).toBe("2 medarbejdere i én enhed.");
  expect(moreLines(hidden, danish)).toEqual([]);
  expect(firstLine(office([], []), danish)).toBe(da.first.empty);
});
