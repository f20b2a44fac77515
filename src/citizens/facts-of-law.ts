import { circumstanceWords, stepWords } from "../law/public.ts";
import { column, type Fact } from "../platform/kernel/fact.ts";
import { citizenColumn, reasonColumn } from "./columns.ts";

/* What rules turn on and no other fact tells. The codes are the law's own words, so that a code no rule knows is refused. */

/** What holds for a citizen for a time: exemptions, sickness categories, leave. */
export const circumstances: Fact = {
  name: "circumstances",
  word: "citizens",
  shape: "spell",
  label: { da: "Omstændigheder", en: "Circumstances" },
  meaning: {
    da: "Fritagelser, kategorier og andet, der gælder for borgeren en tid, og som en regel kan afhænge af",
    en: "Exemptions, categories and the like that hold for a citizen for a time and a rule may turn on",
  },
  key: ["citizen", "circumstance", "first_day"],
  apart: ["citizen", "circumstance"],
  columns: [
    citizenColumn,
    column("circumstance", "code", {
      label: ["Omstændighed", "Circumstance"],
      meaning: ["Hvad der gælder", "What holds"],
      codes: circumstanceWords,
    }),
    reasonColumn,
  ],
};

/** What happens in a case besides the jobcentre's conversations and offers; the employer's talk with the sick is not the jobcentre's. */
export const caseSteps: Fact = {
  name: "case_steps",
  word: "citizens",
  shape: "event",
  label: { da: "Sagsskridt", en: "Case steps" },
  meaning: {
    da: "Det, der sker i en sag ud over jobcentrets samtaler og tilbud: anmodninger, attester, kontrakter, vurderinger",
    en: "What happens in a case besides the jobcentre's talks and offers: requests, certificates, contracts, assessments",
  },
  key: ["citizen", "step", "day"],
  columns: [
    citizenColumn,
    column("step", "code", {
      label: ["Skridt", "Step"],
      meaning: ["Hvad der skete", "What happened"],
      codes: stepWords,
    }),
  ],
};
