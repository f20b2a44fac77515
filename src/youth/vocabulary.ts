import { phrased, type Term, termsOfFact } from "../language/public.ts";
import { factNamed } from "../platform/kernel/fact-named.ts";
import { facts } from "./facts.ts";

/** The words about young people on their way into education or work. */
export const vocabulary: readonly Term[] = [
  ...phrased(
    termsOfFact(factNamed(facts, "youth_assessments"), "youth_assessment", {
      da: "vurderingens ",
      en: "the assessment's ",
    }),
    {
      "youth_assessment.direction": ["retningen{not} er {}", "the direction is{not} {}"],
      "youth_assessment.other_problems": [
        "der{not} er problemer ud over ledighed",
        "there are{not} problems besides unemployment",
      ],
      "youth_assessment.reading": [
        "afklaringen af læsning og skrivning{not} viste: {}",
        "the screening of reading and writing did{not} show: {}",
      ],
      "youth_assessment.competences": ["kompetenceafklaringen{not} er {}", "the assessment of competences is{not} {}"],
    },
  ),
  ...phrased(
    termsOfFact(factNamed(facts, "education_orders"), "education_order", { da: "pålæggets ", en: "the order's " }),
    {
      "education_order.demand": ["pålægget{not} er at {}", "the order is{not} to {}"],
      "education_order.deadline": ["fristen{not} er {}", "the deadline is{not} {}"],
      "education_order.ruled_out_by": [
        "der{not} vejledes i stedet på grund af {}",
        "guidance is{not} given instead because of {}",
      ],
      "education_order.outcome": ["pålægget{not} er {}", "the order is{not} {}"],
      "education_order.outcome_day": ["pålægget{not} er afgjort {}", "the order was{not} settled {}"],
    },
  ),
  ...phrased(
    termsOfFact(factNamed(facts, "education_applications"), "education_application", {
      da: "ansøgningens ",
      en: "the application's ",
    }),
    {
      "education_application.kind": ["der{not} er søgt {}", "the application is{not} for {}"],
      "education_application.answer": ["ansøgeren{not} er {}", "the applicant is{not} {}"],
      "education_application.begins": ["uddannelsen{not} begynder {}", "the education does{not} begin {}"],
    },
  ),
];
