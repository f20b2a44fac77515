import { type Column, codes, column, type Fact } from "../platform/kernel/fact.ts";
import { citizenColumn } from "./columns.ts";
import { languages } from "./languages.ts";

/** A text that may be missing and never leaves the records. */
function identifying(name: string, label: readonly [string, string], meaning: readonly [string, string]): Column {
  return column(name, "text", { label, meaning, required: false, identifying: true });
}

/** How a citizen is reached: never counted, so never copied to the warehouse. */
export const contactDetails: Fact = {
  name: "contact_details",
  word: "citizens",
  shape: "entity",
  confined: true,
  label: { da: "Kontaktoplysninger", en: "Contact details" },
  meaning: { da: "Hvordan borgeren kan nås", en: "How a citizen is reached" },
  columns: [
    citizenColumn,
    identifying("address", ["Adresse", "Address"], ["Vej, nummer og etage", "Street, number and floor"]),
    identifying("postcode", ["Postnummer", "Postcode"], ["Fire cifre", "Four digits"]),
    identifying("town", ["By", "Town"], ["Postdistriktets navn", "The postal town"]),
    identifying("phone", ["Telefon", "Telephone"], ["Som man skriver det", "As people write it"]),
    identifying("mail", ["Mail", "Mail"], ["Mailadressen", "The mail address"]),
  ],
};

/** Who stands by a citizen (CIT-18): never counted, so never copied to the warehouse. */
export const relatives: Fact = {
  name: "relatives",
  word: "citizens",
  shape: "spell",
  confined: true,
  label: { da: "Pårørende", en: "Relatives" },
  meaning: { da: "Hvem der står borgeren bi og må deltage", en: "Who stands by a citizen and may take part" },
  columns: [
    citizenColumn,
    { ...identifying("name", ["Navn", "Name"], ["Den pårørendes navn", "The relative's name"]), required: true },
    column("relation", "code", {
      label: ["Relation", "Relation"],
      meaning: ["Hvad den pårørende er for borgeren", "What the relative is to the citizen"],
      identifying: true,
      codes: codes(
        ["foraelder", "forælder", "parent"],
        ["partner", "ægtefælle eller samlever", "spouse or partner"],
        ["barn", "voksent barn", "grown-up child"],
        ["soeskende", "søskende", "brother or sister"],
        ["vaerge", "værge", "guardian"],
        ["anden", "anden", "other"],
      ),
    }),
    identifying("phone", ["Telefon", "Telephone"], ["Som man skriver det", "As people write it"]),
    column("power_of_attorney", "bool", {
      label: ["Fuldmagt", "Power of attorney"],
      meaning: ["Må den pårørende handle for borgeren", "May the relative act for the citizen"],
      required: false,
      whenEmpty: false,
      identifying: true,
    }),
    column("may_take_part", "bool", {
      label: ["Må deltage", "May take part"],
      meaning: [
        "Har borgeren sagt ja til, at den pårørende deltager",
        "Has the citizen agreed that the relative takes part",
      ],
      required: false,
      whenEmpty: false,
      identifying: true,
    }),
  ],
};

/** What a citizen needs to be understood (ASK-27): read where a meeting is booked, never counted, so never copied to the warehouse. */
export const interpreterNeeds: Fact = {
  name: "interpreter_needs",
  word: "citizens",
  shape: "spell",
  confined: true,
  label: { da: "Tolkebehov", en: "Interpreter needs" },
  meaning: {
    da: "At borgeren har brug for tolk, på hvilket sprog og hvordan",
    en: "That a citizen needs an interpreter, in which language and how",
  },
  key: ["citizen", "first_day"],
  apart: ["citizen"],
  columns: [
    citizenColumn,
    column("language", "code", {
      label: ["Sprog", "Language"],
      meaning: ["Det sprog, borgeren har brug for tolk på", "The language the citizen needs an interpreter in"],
      identifying: true,
      codes: Object.fromEntries(
        languages.filter(({ interpreted }) => interpreted).map(({ code, label }) => [code, label]),
      ),
    }),
    column("way", "code", {
      label: ["Tolkeform", "Kind of interpreter"],
      meaning: ["Hvordan tolken deltager", "How the interpreter takes part"],
      identifying: true,
      codes: codes(
        ["fremmoede", "tolk til stede", "interpreter present"],
        ["telefon", "telefontolk", "interpreter by phone"],
        ["video", "videotolk", "interpreter by video"],
        ["ligegyldigt", "formen er ikke afgørende", "in any way"],
      ),
    }),
    column("interpreter_sex", "code", {
      label: ["Tolkens køn", "Interpreter's sex"],
      meaning: [
        "Ønsket af borgeren; tomt, når det ikke er afgørende",
        "Wished for by the citizen; empty when it does not matter",
      ],
      required: false,
      identifying: true,
      codes: codes(["kvinde", "kvindelig tolk", "a woman"], ["mand", "mandlig tolk", "a man"]),
    }),
  ],
};
