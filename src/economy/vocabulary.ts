import { phrased, type Term, termsOfFact } from "../language/public.ts";
import { factNamed } from "../platform/kernel/fact-named.ts";
import { facts } from "./facts.ts";

/** The words about money. Amounts are in kroner. */
export const vocabulary: readonly Term[] = [
  ...phrased(termsOfFact(factNamed(facts, "expenditure"), "expense", { da: "udgiftens ", en: "the expense's " }), {
    "expense.benefit": ["udgiften{not} er til {}", "the expense is{not} for {}"],
    "expense.amount": ["udgiften{not} er {} {krone|kroner}", "the expense is{not} {} kroner"],
    "expense.refund": ["refusionen{not} er {} {krone|kroner}", "the refund is{not} {} kroner"],
  }),
  ...phrased(
    termsOfFact(factNamed(facts, "benefit_refunds"), "payment", { da: "udbetalingens ", en: "the payment's " }),
    {
      "payment.benefit": ["udbetalingen{not} er til {}", "the payment is{not} for {}"],
      "payment.paid": ["der{not} er udbetalt {} {krone|kroner} i ugen", "the payment of the week is{not} {} kroner"],
      "payment.refund": ["ugens refusion{not} er {} {krone|kroner}", "the week's refund is{not} {} kroner"],
      "payment.co_finance": [
        "ugens medfinansiering{not} er {} {krone|kroner}",
        "the week's co-finance is{not} {} kroner",
      ],
      "payment.total": ["ugens samlede beløb{not} er {} {krone|kroner}", "the week's total is{not} {} kroner"],
      "payment.financing_municipality": [
        "den finansierende kommune{not} er {}",
        "the financing municipality is{not} {}",
      ],
    },
  ),
];
