import { expect, it } from "vitest";
import type { Appointment, CitizenAppointments } from "../contract.ts";
import { bookingOf, readBooking, usualBooking } from "./booking-values.ts";

const kinds: CitizenAppointments["kinds"] = [
  {
    code: "coaching",
    label: { da: "coaching", en: "coaching" },
    forms: ["telefon", "digital"],
    minutes: 45,
    duty: false,
    group: null,
    source: "Fleksjob 2015",
    guide: [],
  },
];

it("begins with what is usual for the kind, and reads back what it was given", () => {
  const usual = usualBooking({ kinds, usualStaff: "m1", interpreter: null }, "coaching");
  expect(usual).toMatchObject({ form: "telefon", minutes: "45", isDuty: false, staff: "m1" });
  const booking = readBooking({ ...usual, day: "2022-01-03", starts: "930" });
  expect(booking).toMatchObject({ day: "2022-01-03", starts: 570, minutes: 45 });
  const letters = [
    { language: "en", state: "sent" },
    { language: "da", state: "withdrawn" },
  ] as Appointment["letters"];
  // Who was written to in English is told of the change in English.
  expect(readBooking(bookingOf({ ...booking, letters } as Appointment))).toEqual({ ...booking, letter: "en" });
  expect(bookingOf({ ...booking, letters: [] } as unknown as Appointment).letter).toBe("none");
});

it("brings an interpreter for somebody who needs one (ASK-27)", () => {
  const both = { da: "arabisk", en: "Arabic" };
  const interpreter = { language: "arabisk", languageLabel: both, wayLabel: both, sexLabel: null };
  expect(usualBooking({ kinds, usualStaff: "m1", interpreter }).parties).toEqual(["tolk"]);
});

it("is no booking without a day, a time and a length that can be read", () => {
  const whole = { ...usualBooking({ kinds, usualStaff: "m1", interpreter: null }), day: "2022-01-03" };
  for (const lacking of [{ day: "" }, { starts: "ni" }, { minutes: "3" }, { minutes: "en time" }])
    expect(readBooking({ ...whole, ...lacking })).toBeNull();
});
