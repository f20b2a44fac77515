import { factNamed, type Term, termsOfFact } from "../language/public.ts";
import { facts } from "./facts.ts";

/** The words about young people on their way into education or work. */
export const vocabulary: readonly Term[] = [
  ...termsOfFact(factNamed(facts, "youth_assessments"), "youth_assessment", {
    da: "vurderingens ",
    en: "the assessment's ",
  }),
  ...termsOfFact(factNamed(facts, "education_orders"), "education_order", { da: "pålæggets ", en: "the order's " }),
  ...termsOfFact(factNamed(facts, "education_applications"), "education_application", {
    da: "ansøgningens ",
    en: "the application's ",
  }),
];
