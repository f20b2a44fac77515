import { citizenColumn } from "../citizens/public.ts";
import { codes, column, type Fact } from "../platform/kernel/fact.ts";

const reason = column("reason", "text", {
  label: ["Bemærkning", "Remark"],
  meaning: ["Som sagsbehandleren noterede det", "As the caseworker noted it"],
  required: false,
  identifying: true,
});

const repatriationDecisions: Fact = {
  name: "repatriation_decisions",
  word: "integration",
  shape: "event",
  label: { da: "Beslutninger om repatriering", en: "Repatriation decisions" },
  meaning: {
    da: "Dage, hvor en borger besluttede at vende hjem",
    en: "Days on which a citizen decided to return home",
  },
  key: ["citizen", "day"],
  columns: [
    citizenColumn,
    column("after_guidance", "bool", {
      label: ["Efter vejledning", "After guidance"],
      meaning: ["Bygger beslutningen på jobcentrets vejledning", "Does it rest on the jobcentre's guidance"],
      required: false,
    }),
  ],
};

/** Under which part of the act a citizen is, from the day the municipality took over (CIT-19, INT-03). */
const integrationStatuses: Fact = {
  name: "integration_statuses",
  word: "integration",
  shape: "spell",
  label: { da: "Status efter integrationsloven", en: "Status under the Integration Act" },
  meaning: {
    da: "Borgerens status fra den dag, kommunen overtog ansvaret",
    en: "The citizen's status from the day the municipality took over responsibility",
  },
  key: ["citizen", "first_day"],
  apart: ["citizen"],
  columns: [
    citizenColumn,
    column("status", "code", {
      label: ["Status", "Status"],
      meaning: ["Grundlaget for opholdet", "The ground of the stay"],
      codes: codes(
        ["flygtning", "flygtning", "refugee"],
        ["familie_til_flygtning", "familiesammenført til flygtning", "reunified with a refugee"],
        ["familiesammenfoert", "familiesammenført til andre", "reunified with others"],
        ["indvandrer", "indvandrer med tilbud om introduktion", "immigrant offered an introduction course"],
      ),
    }),
    column("arrived", "day", {
      label: ["Kom til kommunen", "Arrived"],
      meaning: ["Dagen, borgeren kom til kommunen", "The day the citizen came to the municipality"],
      required: false,
      past: true,
    }),
    reason,
  ],
};

/** The contract between citizen and municipality (INL § 19). */
const integrationContracts: Fact = {
  name: "integration_contracts",
  word: "integration",
  shape: "event",
  label: { da: "Integrationskontrakter", en: "Integration contracts" },
  meaning: {
    da: "Dage, hvor kontrakten blev underskrevet eller fornyet",
    en: "Days on which the contract was signed or renewed",
  },
  key: ["citizen", "day"],
  columns: [
    citizenColumn,
    column("aim", "code", {
      label: ["Mål", "Aim"],
      meaning: ["Hvad kontrakten sigter mod", "What the contract aims at"],
      codes: codes(
        ["job", "ordinært job", "an ordinary job"],
        ["uddannelse", "uddannelse", "education"],
        ["igu", "integrationsgrunduddannelse (IGU)", "basic integration education (IGU)"],
      ),
    }),
    column("signed_by_citizen", "bool", {
      label: ["Borgeren har skrevet under", "Signed by the citizen"],
      meaning: ["Har borgeren skrevet under", "Has the citizen signed"],
      required: false,
    }),
    reason,
  ],
};

/** Danish teaching as it is laid beside work and offers (INT-02). */
const danishTeaching: Fact = {
  name: "danish_teaching",
  word: "integration",
  shape: "spell",
  label: { da: "Danskundervisning", en: "Danish teaching" },
  meaning: {
    da: "Undervisning i dansk, som den er lagt ved siden af arbejde og tilbud",
    en: "Danish teaching as it is laid beside work and offers",
  },
  key: ["citizen", "level", "first_day"],
  columns: [
    citizenColumn,
    column("level", "code", {
      label: ["Danskuddannelse", "Danish education"],
      meaning: ["Hvilken danskuddannelse", "Which Danish education"],
      codes: codes(["du1", "DU 1", "DU 1"], ["du2", "DU 2", "DU 2"], ["du3", "DU 3", "DU 3"]),
    }),
    column("hours", "hours", {
      label: ["Timer om ugen", "Hours a week"],
      meaning: ["Undervisning om ugen", "Teaching a week"],
      required: false,
      min: 0,
      max: 40,
    }),
    column("placed", "code", {
      label: ["Ligger", "Placed"],
      meaning: ["Hvornår og hvor undervisningen ligger", "When and where the teaching is"],
      required: false,
      codes: codes(
        ["dag", "om dagen", "by day"],
        ["aften", "om aftenen", "in the evening"],
        ["arbejdsplads", "på arbejdspladsen", "at the workplace"],
      ),
    }),
    column("test_passed", "bool", {
      label: ["Prøve bestået", "Test passed"],
      meaning: ["Er den afsluttende prøve bestået", "Was the final test passed"],
      required: false,
    }),
  ],
};

/** What the jobcentre records about integration. */
export const facts: readonly Fact[] = [
  repatriationDecisions,
  integrationStatuses,
  integrationContracts,
  danishTeaching,
];
