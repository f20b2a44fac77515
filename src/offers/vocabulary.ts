import { codesOnDay, phrased, type Term, termsOfFact } from "../language/public.ts";
import { codesOf, factNamed } from "../platform/kernel/fact-named.ts";
import { facts } from "./facts.ts";

const offers = factNamed(facts, "offers");

/** The words about offers and providers. */
export const vocabulary: readonly Term[] = [
  codesOnDay({
    id: "citizen.offers",
    owner: "citizen",
    fact: "offers",
    column: "kind",
    codes: codesOf(offers, "kind"),
    label: { da: "Tilbud", en: "Offers" },
    meaning: {
      da: "Arten af de tilbud, borgeren er i på dagen",
      en: "The kinds of offers the citizen is in on the day",
    },
    phrase: { da: "borgeren{not} er i et tilbud om {}", en: "the citizen is{not} in an offer of {}" },
  }),
  ...phrased(termsOfFact(offers, "offer", { da: "tilbuddets ", en: "the offer's " }), {
    "offer.kind": ["tilbuddet{not} er {}", "the offer is{not} {}"],
    "offer.has_company": ["tilbuddet{not} foregår i en virksomhed", "the offer is{not} at a company"],
    "offer.ordinary_hours": [
      "borgeren{not} har {} {ordinær time|ordinære timer} om ugen ved siden af tilbuddet",
      "the citizen is{not} working {} ordinary {hour|hours} a week beside the offer",
    ],
  }),
  ...phrased(
    termsOfFact(factNamed(facts, "provider_contracts"), "contract", { da: "kontraktens ", en: "the contract's " }),
    {
      "contract.provider": ["leverandøren{not} er {}", "the provider is{not} {}"],
      "contract.ethics_code": [
        "etisk kodeks{not} er en del af kontrakten",
        "the code of ethics is{not} part of the contract",
      ],
    },
  ),
];
