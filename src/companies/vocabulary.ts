import { holdsOnDay, phrased, type Term, termsOfFact, termsOfOwner, weeksSinceLast } from "../language/public.ts";
import { factNamed } from "../platform/kernel/fact-named.ts";
import { facts } from "./facts.ts";

const companies = factNamed(facts, "companies");

/** The company's own columns; the municipality goes by a shorter name than its column. */
const company = phrased(
  termsOfOwner(companies, "company", { da: "virksomhedens ", en: "the company's " }).map((term) =>
    term.id === "company.municipality_code" ? { ...term, id: "company.municipality" } : term,
  ),
  {
    "company.employees": ["virksomheden{not} har {} {ansat|ansatte}", "the company's number of employees is{not} {}"],
    "company.municipality": ["virksomheden{not} ligger i kommune {}", "the company is{not} in municipality {}"],
    "company.industry_scheme": [
      "virksomhedens branche{not} er angivet efter {}",
      "the company's industry is{not} given by {}",
    ],
    "company.advertising_protected": [
      "virksomheden{not} er reklamebeskyttet",
      "the company is{not} protected from advertising",
    ],
    "company.industry": ["virksomhedens branche{not} er {}", "the company's industry is{not} {}"],
  },
);

/** The words about companies: the company as a row's owner, and what is recorded about it. */
export const vocabulary: readonly Term[] = [
  ...company,
  holdsOnDay({
    id: "company.partner",
    owner: "company",
    fact: "agreements",
    where: { column: "kind", is: "partnerskab" },
    label: { da: "Partner", en: "Partner" },
    meaning: {
      da: "Har virksomheden en partnerskabsaftale, der løber på dagen",
      en: "Does the company have a partnership agreement that runs on the day",
    },
    phrase: {
      da: "virksomheden{not} har en partnerskabsaftale",
      en: "the company is{not} under a partnership agreement",
    },
  }),
  weeksSinceLast({
    id: "company.weeks_since_contact",
    owner: "company",
    fact: "company_contacts",
    label: { da: "Uger siden kontakt", en: "Weeks since contact" },
    meaning: {
      da: "Hele uger fra jobcentrets seneste kontakt med virksomheden til dagen; mangler, hvis der ingen har været",
      en: "Completed weeks from the jobcentre's latest contact with the company to the day; missing if there was none",
    },
    phrase: {
      da: "der{not} er gået {} {uge|uger} siden seneste kontakt med virksomheden",
      en: "it is{not} {} {week|weeks} since the latest contact with the company",
    },
  }),
  ...phrased(
    termsOfFact(factNamed(facts, "company_contacts"), "contact", { da: "kontaktens ", en: "the contact's " }),
    {
      "contact.kind": ["kontakten{not} er sket ved {}", "the contact was{not} by {}"],
    },
  ),
  ...phrased(termsOfFact(factNamed(facts, "agreements"), "agreement", { da: "aftalens ", en: "the agreement's " }), {
    "agreement.kind": ["aftalen{not} er {}", "the agreement is{not} a {}"],
  }),
  ...phrased(
    termsOfFact(factNamed(facts, "recruitments"), "recruitment", { da: "rekrutteringens ", en: "the recruitment's " }),
    {
      "recruitment.has_citizen": ["den ansatte{not} er kendt", "the person hired is{not} known"],
      "recruitment.job_order": ["jobordren{not} er {}", "the job order is{not} {}"],
    },
  ),
];
