import { expect, it } from "vitest";
import type { Team } from "../team.ts";
import { teamLine } from "./team-line.ts";

const nobody: Team["nobody"] = { cases: [], unplaced: 0, counts: {} as never, load: { booked: [], unbooked: [] } };
const counts = (values: Partial<Team["counts"]>): Team["counts"] => values as Team["counts"];

it("says whether anybody is forgotten, in both languages (ASK-22)", () => {
  expect(teamLine({ nobody, counts: counts({ week_not_booked: 12, overdue: 0 }) }, "da")).toBe(
    "Ingen er uden ansvarlig. 12 pligter, der forfalder denne uge, er ikke booket. Intet er overskredet.",
  );
  const forgotten = { ...nobody, cases: [{ unit: "u", name: "Team", cases: 1 }], unplaced: 2 };
  expect(teamLine({ nobody: forgotten, counts: counts({ week_not_booked: 1, overdue: 1 }) }, "da")).toBe(
    "Én sag er uden sagsbehandler. 2 borgere med pligter hører ikke til nogen enhed. Én pligt, der forfalder denne uge, er ikke booket. Én pligt er overskredet.",
  );
  expect(teamLine({ nobody, counts: counts({}) }, "en")).toBe(
    "Nobody is without an owner. Every talk due this week is booked. Nothing is overdue.",
  );
});
