import { column, type Fact } from "../platform/kernel/fact.ts";

const partialReturns: Fact = {
  name: "partial_returns",
  word: "sickness",
  shape: "spell",
  label: { da: "Delvise raskmeldinger", en: "Partial returns to work" },
  meaning: {
    da: "Perioder, hvor en sygemeldt arbejder delvist",
    en: "Periods in which a sick-listed citizen works part of the time",
  },
  key: ["citizen", "first_day"],
  apart: ["citizen"],
  columns: [
    column("citizen", "key", {
      label: ["Borger", "Citizen"],
      meaning: ["Borgerens id", "The citizen's id"],
      refers: "citizens",
    }),
    column("hours", "hours", {
      label: ["Timer om ugen", "Hours a week"],
      meaning: ["Timer i arbejde", "Hours at work"],
      required: false,
      min: 0,
      max: 60,
    }),
  ],
};

/** What the jobcentre records about sickness follow-up. */
export const facts: readonly Fact[] = [partialReturns];
