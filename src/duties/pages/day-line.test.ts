import { expect, it } from "vitest";
import type { Appointment, Calendar } from "../../contact/contract.ts";
import { day } from "../../platform/kernel/day.ts";
import { countsOf } from "../rules/day-list.ts";
import { dayLine } from "./day-line.ts";

const none = countsOf([], day("2021-06-30"));
const meeting = { state: "booked", meeting: null } as Appointment;
const place = { state: "booked", meeting: { id: "g" } } as Appointment;
const together = { id: "g", state: "planned" } as Calendar["meetings"][number];

it("answers what must be done today in one line", () => {
  const counts = { ...none, week: 5, today: 1, overdue: 2 };
  expect(
    dayLine(
      { counts },
      { appointments: [meeting, meeting, { state: "held", meeting: null } as Appointment], meetings: [] },
      "da",
    ),
  ).toBe("2 møder i dag. 5 pligter forfalder denne uge, 1 i dag, 2 er overskredet.");
  expect(dayLine({ counts: { ...none, week: 1 } }, { appointments: [meeting], meetings: [] }, "en")).toBe(
    "1 meeting today. 1 duty falls due this week.",
  );
  expect(dayLine({ counts: none }, { appointments: [], meetings: [] }, "da")).toBe(
    "Ingen møder i dag. Ingen pligter forfalder denne uge.",
  );
  // A group meeting with three people is one meeting.
  expect(dayLine({ counts: none }, { appointments: [place, place, place], meetings: [together] }, "en")).toMatch(
    /^1 meeting today\./,
  );
  expect(dayLine({ counts: { ...none, week: 1 } }, null, "da")).toBe("1 pligt forfalder denne uge.");
});
