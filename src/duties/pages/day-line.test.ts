import { expect, it } from "vitest";
import type { Appointment } from "../../contact/contract.ts";
import { day } from "../../platform/kernel/day.ts";
import { countsOf } from "../rules/day-list.ts";
import { dayLine } from "./day-line.ts";

const none = countsOf([], day("2021-06-30"));
const meeting = { state: "booked" } as Appointment;

it("answers what must be done today in one line", () => {
  const counts = { ...none, week: 5, today: 1, overdue: 2 };
  expect(dayLine({ counts }, { appointments: [meeting, meeting, { state: "held" } as Appointment] }, "da")).toBe(
    "2 møder i dag. 5 pligter forfalder denne uge, 1 i dag, 2 er overskredet.",
  );
  expect(dayLine({ counts: { ...none, week: 1 } }, { appointments: [meeting] }, "en")).toBe(
    "1 meeting today. 1 duty falls due this week.",
  );
  expect(dayLine({ counts: none }, { appointments: [] }, "da")).toBe(
    "Ingen møder i dag. Ingen pligter forfalder denne uge.",
  );
  expect(dayLine({ counts: { ...none, week: 1 } }, null, "da")).toBe("1 pligt forfalder denne uge.");
});
