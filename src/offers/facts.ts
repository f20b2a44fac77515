import { citizenColumn } from "../citizens/public.ts";
import { codes, column, type Fact } from "../platform/kernel/fact.ts";

const offers: Fact = {
  name: "offers",
  word: "offers",
  shape: "spell",
  label: { da: "Tilbud", en: "Offers" },
  meaning: { da: "Aktive tilbud til borgere", en: "Active offers to citizens" },
  key: ["citizen", "kind", "company", "first_day"],
  apart: ["citizen", "kind", "company"],
  columns: [
    citizenColumn,
    column("kind", "code", {
      label: ["Art", "Kind"],
      meaning: ["Tilbuddets art", "The kind of offer"],
      codes: codes(
        ["virksomhedspraktik", "virksomhedspraktik", "company practice"],
        ["nytteindsats", "nytteindsats", "community work"],
        ["loentilskud", "job med løntilskud", "wage-subsidised job"],
        ["vejledning_opkvalificering", "vejledning og opkvalificering", "guidance and upskilling"],
        ["ordinaer_uddannelse", "ordinær uddannelse", "ordinary education"],
        ["mentor", "mentor", "mentor"],
        ["laese_skrive_kursus", "kursus i læsning, stavning og regning", "course in reading, spelling and arithmetic"],
        ["realkompetencevurdering", "realkompetencevurdering", "skills assessment"],
      ),
    }),
    column("company", "key", {
      label: ["Virksomhed", "Company"],
      meaning: ["Hvor tilbuddet foregår", "Where the offer takes place"],
      required: false,
      refers: "companies",
    }),
    column("ordinary_hours", "hours", {
      label: ["Ordinære timer om ugen", "Ordinary hours a week"],
      meaning: ["Lønnede timer ved siden af", "Paid hours beside it"],
      required: false,
      min: 0,
      max: 60,
    }),
  ],
};

const providerContracts: Fact = {
  name: "provider_contracts",
  word: "offers",
  shape: "spell",
  label: { da: "Leverandørkontrakter", en: "Provider contracts" },
  meaning: { da: "Aftaler med eksterne leverandører", en: "Contracts with external providers" },
  key: ["provider", "first_day"],
  apart: ["provider"],
  columns: [
    column("provider", "text", {
      label: ["Leverandør", "Provider"],
      meaning: ["Leverandørens kode", "The provider's code"],
    }),
    column("ethics_code", "bool", {
      label: ["Etisk kodeks", "Code of ethics"],
      meaning: ["Er kodeks en del af kontrakten", "Is the code part of the contract"],
      required: false,
    }),
  ],
};

/** What the jobcentre records about offers and their providers. */
export const facts: readonly Fact[] = [offers, providerContracts];
