import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import { hasBegun, type MeetingPlaces, nextWithRoom, placeFault } from "./meeting.ts";

/** A Wednesday, at ten. */
const now = { day: day("2021-06-30"), minute: 600 };
const meeting = (values: Partial<MeetingPlaces> = {}): MeetingPlaces => ({
  id: "a",
  kind: "temamoede",
  language: "dansk",
  state: "planned",
  day: day("2021-07-01"),
  starts: 540,
  minutes: 60,
  room: 2,
  taken: 0,
  ...values,
});
const ask = (one: MeetingPlaces, around: Partial<Parameters<typeof placeFault>[1]> = {}) =>
  placeFault(one, { now, isIn: false, taken: [], others: [], ...around });

describe("a place in a group meeting (CON-01, CON-07, CON-11)", () => {
  it("is to be had while there is room and the meeting has not begun", () => {
    expect(ask(meeting({ taken: 1 }))).toBeNull();
    expect(ask(meeting({ day: now.day, starts: 600 }))).toMatchObject({ code: "meeting_over" });
    expect(ask(meeting({ state: "cancelled" }))).toMatchObject({ code: "meeting_called_off" });
    expect(ask(meeting(), { isIn: true })).toEqual({ code: "has_place", instead: null, bounds: null });
  });

  it("is refused when the meeting is full, with the next of the same kind that has room", () => {
    const full = meeting({ taken: 2 });
    const others = [
      meeting({ id: "full", day: day("2021-07-02"), taken: 2 }),
      meeting({ id: "other kind", kind: "informationsmoede", day: day("2021-07-02") }),
      meeting({ id: "arabic", language: "arabisk", day: day("2021-07-05") }),
      meeting({ id: "later", day: day("2021-07-08") }),
    ];
    expect(ask(full, { others })).toMatchObject({ code: "meeting_full", instead: { id: "later" } });
    expect(ask(full, { others: others.slice(0, 3) })).toMatchObject({ instead: { id: "arabic" } });
    expect(ask(full, { others: others.slice(0, 2) })).toMatchObject({ instead: null });
  });

  it("is refused when the citizen has something else then, and the next offered is at another time", () => {
    const taken = [{ day: day("2021-07-01"), starts: 570, minutes: 45 }];
    const others = [meeting({ id: "b", starts: 600 }), meeting({ id: "c", starts: 615 })];
    expect(ask(meeting(), { taken, others })).toMatchObject({
      code: "has_other_then",
      bounds: { from: 570, until: 615 },
      instead: { id: "c" },
    });
  });

  it("offers only what can be had, whatever there is", () => {
    const any = fc.record({
      id: fc.constantFrom("a", "b", "c", "d"),
      kind: fc.constantFrom("temamoede", "informationsmoede"),
      language: fc.constantFrom("dansk", "arabisk"),
      state: fc.constantFrom("planned", "held", "cancelled"),
      day: fc.integer({ min: -2, max: 2 }).map((later) => (now.day + later) as typeof now.day),
      starts: fc.integer({ min: 480, max: 900 }),
      minutes: fc.integer({ min: 30, max: 120 }),
      room: fc.integer({ min: 1, max: 3 }),
      taken: fc.integer({ min: 0, max: 3 }),
    }) as fc.Arbitrary<MeetingPlaces>;
    fc.assert(
      fc.property(any, fc.array(any), fc.array(any), (asked, others, taken) => {
        const instead = nextWithRoom(asked, { now, taken, others });
        if (instead === null) return;
        expect(hasBegun(instead, now)).toBe(false);
        expect(placeFault(instead, { now, isIn: false, taken, others })).toBeNull();
        expect(instead.kind).toBe(asked.kind);
      }),
    );
  });
});
