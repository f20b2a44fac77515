import { expect, it } from "vitest";
import type { Meeting, Meetings } from "../meeting-contract.ts";
import { readMeetingValues, unreadable, usualMeeting, valuesOf } from "./meeting-values.ts";

const choices: Meetings["choices"] = {
  kinds: [
    {
      code: "temamoede",
      label: { da: "temamøde", en: "theme meeting" },
      forms: ["fremmoede"],
      minutes: 90,
      duty: false,
      group: 12,
      source: "Gladsaxe 2012",
    },
  ],
  forms: [],
  languages: [{ code: "dansk", label: { da: "dansk", en: "Danish" } }],
  staff: [],
  own: "m1",
};

it("begins with what is usual for the kind, and reads back what it was given", () => {
  const usual = usualMeeting(choices);
  expect(usual).toMatchObject({ form: "fremmoede", minutes: "90", room: "12", staff: "m1", language: "dansk" });
  const asked = readMeetingValues({ ...usual, subject: " Job i Sverige ", day: "2022-01-03", starts: "930" });
  expect(asked).toMatchObject({ subject: "Job i Sverige", starts: 570, minutes: 90, room: 12 });
  expect(readMeetingValues(valuesOf(asked as Meeting))).toEqual(asked);
});

it("names the fields that cannot be read", () => {
  const values = { ...usualMeeting(choices), starts: "ni", minutes: "3", room: "mange", staff: "" };
  expect([...unreadable(values)]).toEqual(["subject", "day", "starts", "minutes", "room", "staff"]);
  expect(readMeetingValues(values)).toBeNull();
});
