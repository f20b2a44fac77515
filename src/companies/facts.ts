import { codes, column, type Fact } from "../platform/kernel/fact.ts";

const company = column("company", "key", {
  label: ["Virksomhed", "Company"],
  meaning: ["Virksomhedens id", "The company's id"],
  refers: "companies",
});

const companies: Fact = {
  name: "companies",
  word: "companies",
  shape: "spell",
  label: { da: "Virksomheder", en: "Companies" },
  meaning: {
    da: "Virksomheder og de dage, de har eksisteret",
    en: "Companies and the days they have existed",
  },
  earliest: "1500-01-01",
  columns: [
    column("name", "text", {
      label: ["Navn", "Name"],
      meaning: ["Virksomhedens navn", "The company's name"],
      required: false,
      identifying: true,
    }),
    column("cvr", "text", {
      label: ["CVR-nummer", "CVR number"],
      meaning: ["Otte cifre", "Eight digits"],
      required: false,
    }),
    column("municipality_code", "text", {
      label: ["Kommunekode", "Municipality code"],
      meaning: ["Hvor virksomheden ligger, fire cifre", "Where the company is, four digits"],
    }),
    column("employees", "int", {
      label: ["Ansatte", "Employees"],
      meaning: ["Antal ansatte", "Number of employees"],
      required: false,
      min: 0,
      max: 1_000_000,
    }),
    column("industry", "text", {
      label: ["Branche", "Industry"],
      meaning: ["Branchekode uden punktum", "Industry code without points"],
      required: false,
    }),
    column("industry_scheme", "code", {
      label: ["Branchestandard", "Industry standard"],
      meaning: [
        "Hvilken udgave branchekoden er fra; tomt er DB07",
        "Which edition the industry code is of; empty is DB07",
      ],
      required: false,
      codes: codes(["db07", "DB07", "DB07"], ["db25", "DB25", "DB25"]),
    }),
    column("p_number", "text", {
      label: ["P-nummer", "P-number"],
      meaning: [
        "Produktionsenhedens ti cifre, når rækken er én enhed",
        "The production unit's ten digits, when the row is one",
      ],
      required: false,
      identifying: true,
    }),
    column("address", "text", {
      label: ["Adresse", "Address"],
      meaning: ["Kun til visning for medarbejdere", "Only shown to staff"],
      required: false,
      identifying: true,
    }),
    column("postal_code", "text", {
      label: ["Postnummer", "Postal code"],
      meaning: ["Fire cifre", "Four digits"],
      required: false,
      identifying: true,
    }),
    column("advertising_protected", "bool", {
      label: ["Reklamebeskyttet", "Advertising protected"],
      meaning: [
        "Må virksomheden ikke kontaktes med reklame; tomt, når det ikke vides",
        "May the company not be contacted for marketing; empty when not known",
      ],
      required: false,
    }),
  ],
};

const companyContacts: Fact = {
  name: "company_contacts",
  word: "companies",
  shape: "event",
  label: { da: "Virksomhedskontakter", en: "Company contacts" },
  meaning: { da: "Jobcentrets kontakt med en virksomhed", en: "The jobcentre's contact with a company" },
  key: ["company", "kind", "day"],
  columns: [
    company,
    column("kind", "code", {
      label: ["Art", "Kind"],
      meaning: ["Kontaktens art", "The kind of contact"],
      codes: codes(
        ["besoeg", "besøg", "visit"],
        ["moede", "møde", "meeting"],
        ["telefon", "telefon", "phone"],
        ["mail", "mail", "e-mail"],
      ),
    }),
  ],
};

const agreements: Fact = {
  name: "agreements",
  word: "companies",
  shape: "spell",
  label: { da: "Samarbejdsaftaler", en: "Agreements" },
  meaning: { da: "Aftaler med virksomheder", en: "Agreements with companies" },
  key: ["company", "kind", "first_day"],
  apart: ["company", "kind"],
  columns: [
    company,
    column("kind", "code", {
      label: ["Art", "Kind"],
      meaning: ["Aftalens art", "The kind of agreement"],
      codes: codes(
        ["partnerskab", "partnerskab", "partnership"],
        ["praktikaftale", "praktikaftale", "practice agreement"],
      ),
    }),
  ],
};

const recruitments: Fact = {
  name: "recruitments",
  word: "companies",
  shape: "event",
  label: { da: "Rekrutteringer", en: "Recruitments" },
  meaning: {
    da: "Ansættelser, rekrutteringsservicen har formidlet",
    en: "Hires that the recruitment service arranged",
  },
  key: ["company", "citizen", "job_order", "day"],
  columns: [
    company,
    column("citizen", "key", {
      label: ["Borger", "Citizen"],
      meaning: ["Den ansatte, hvis kendt", "The person hired, if known"],
      required: false,
      refers: "citizens",
    }),
    column("job_order", "text", {
      label: ["Jobordre", "Job order"],
      meaning: ["Ordrens nummer", "The order's number"],
      required: false,
    }),
  ],
};

/** What the jobcentre records about companies. */
export const facts: readonly Fact[] = [companies, companyContacts, agreements, recruitments];
