import { factNamed, phrased, type Term, termsOfFact } from "../language/public.ts";
import { facts } from "./facts.ts";

/** The words about money. Amounts are in kroner. */
export const vocabulary: readonly Term[] = phrased(
  termsOfFact(factNamed(facts, "expenditure"), "expense", { da: "udgiftens ", en: "the expense's " }),
  {
    "expense.benefit": ["udgiften{not} er til {}", "the expense is{not} for {}"],
    "expense.amount": ["udgiften{not} er {} {krone|kroner}", "the expense is{not} {} kroner"],
    "expense.refund": ["refusionen{not} er {} {krone|kroner}", "the refund is{not} {} kroner"],
  },
);
