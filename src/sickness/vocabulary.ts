import { holdsOnDay, phrased, type Term, termsOfFact } from "../language/public.ts";
import { factNamed } from "../platform/kernel/fact-named.ts";
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
  ...phrased(
    termsOfFact(factNamed(facts, "sickness_assessments"), "sickness_assessment", {
      da: "vurderingens ",
      en: "the assessment's ",
    }),
    {
      "sickness_assessment.category": ["sagen{not} er vurderet til {}", "the case is{not} assessed to {}"],
      "sickness_assessment.expected_day": ["borgeren{not} ventes klar {}", "the citizen is{not} expected ready {}"],
      "sickness_assessment.clear_course": ["forløbet{not} er klart", "the course is{not} clear"],
      "sickness_assessment.serious": ["sygdommen{not} er alvorlig", "the illness is{not} serious"],
      "sickness_assessment.job": ["vurderingen{not} siger {}", "the assessment does{not} say {}"],
      "sickness_assessment.well_in_13_weeks": [
        "borgeren{not} ventes rask inden 13 uger",
        "the citizen is{not} expected well within 13 weeks",
      ],
      "sickness_assessment.under_26_weeks": [
        "begge{not} venter et fravær på under 26 uger",
        "both do{not} expect an absence of under 26 weeks",
      ],
    },
  ),
  ...phrased(
    termsOfFact(factNamed(facts, "fast_track_requests"), "fast_track", { da: "anmodningens ", en: "the request's " }),
    {
      "fast_track.asked_by": ["anmodningen{not} kom fra {}", "the request did{not} come from {}"],
      "fast_track.outcome": ["anmodningen{not} endte med {}", "the request did{not} end in {}"],
      "fast_track.outcome_day": ["anmodningen{not} er afgjort {}", "the request was{not} settled {}"],
    },
  ),
  ...phrased(
    termsOfFact(factNamed(facts, "benefit_reassessments"), "reassessment", {
      da: "revurderingens ",
      en: "the reassessment's ",
    }),
    {
      "reassessment.decision": ["ydelsen{not} blev {}", "the benefit was{not} {}"],
      "reassessment.ground": ["grunden efter § 27{not} er {}", "the ground under § 27 is{not} {}"],
      "reassessment.extended_to": ["ydelsen{not} er forlænget til {}", "the benefit is{not} extended to {}"],
    },
  ),
  ...phrased(termsOfFact(factNamed(facts, "sickness_ends"), "sickness_end", { da: "forløbets ", en: "the case's " }), {
    "sickness_end.outcome": ["forløbet{not} sluttede med: {}", "the case did{not} end in: {}"],
  }),
];
