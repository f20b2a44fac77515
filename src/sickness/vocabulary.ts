import { factNamed, holdsOnDay, phrased, type Term, termsOfFact } from "../language/public.ts";
import { facts } from "./facts.ts";

/** The words about sickness follow-up. */
export const vocabulary: readonly Term[] = [
  holdsOnDay({
    id: "citizen.partially_returned",
    owner: "citizen",
    fact: "partial_returns",
    label: { da: "Delvist raskmeldt", en: "Partially returned" },
    meaning: {
      da: "Er borgeren delvist raskmeldt på dagen",
      en: "Is the citizen back at work part of the time on the day",
    },
    phrase: { da: "borgeren{not} er delvist raskmeldt", en: "the citizen has{not} partially returned to work" },
  }),
  ...phrased(
    termsOfFact(factNamed(facts, "partial_returns"), "partial_return", {
      da: "den delvise raskmeldings ",
      en: "the partial return's ",
    }),
    {
      "partial_return.hours": [
        "borgeren{not} er raskmeldt {} {time|timer} om ugen",
        "the citizen is{not} back at work {} {hour|hours} a week",
      ],
    },
  ),
  ...termsOfFact(factNamed(facts, "sickness_assessments"), "sickness_assessment", {
    da: "vurderingens ",
    en: "the assessment's ",
  }),
  ...termsOfFact(factNamed(facts, "fast_track_requests"), "fast_track", {
    da: "anmodningens ",
    en: "the request's ",
  }),
  ...termsOfFact(factNamed(facts, "benefit_reassessments"), "reassessment", {
    da: "revurderingens ",
    en: "the reassessment's ",
  }),
  ...phrased(termsOfFact(factNamed(facts, "sickness_ends"), "sickness_end", { da: "forløbets ", en: "the case's " }), {
    "sickness_end.outcome": ["forløbet{not} sluttede med {}", "the case{not} ended in {}"],
  }),
];
