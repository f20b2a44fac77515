import { phrased, type Term, termsOfFact } from "../language/public.ts";
import { factNamed } from "../platform/kernel/fact-named.ts";
import { facts } from "./facts.ts";

/** The words about surveys. */
export const vocabulary: readonly Term[] = phrased(
  termsOfFact(factNamed(facts, "survey_answers"), "survey", { da: "undersøgelsens ", en: "the survey's " }),
  {
    "survey.survey": ["undersøgelsen{not} er {}", "the survey is{not} {}"],
    "survey.respondent": ["den adspurgte{not} er en {}", "the respondent is{not} a {}"],
    "survey.answer": ["svaret{not} er {}", "the answer is{not} {}"],
  },
);
