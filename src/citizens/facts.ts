import { benefitCodes, targetGroupWords } from "../law/public.ts";
import { codes, column, type Fact } from "../platform/kernel/fact.ts";
import { citizenColumn } from "./columns.ts";
import { contactDetails, interpreterNeeds, relatives } from "./facts-around.ts";
import { caseSteps, circumstances } from "./facts-of-law.ts";

const citizens: Fact = {
  name: "citizens",
  word: "citizens",
  shape: "entity",
  label: { da: "Borgere", en: "Citizens" },
  meaning: { da: "Personer, kommunen har ansvar for", en: "People the municipality is responsible for" },
  earliest: "1850-01-01",
  columns: [
    column("name", "text", {
      label: ["Navn", "Name"],
      meaning: ["Kun til visning for medarbejdere", "Only shown to staff"],
      required: false,
      identifying: true,
    }),
    column("born", "day", {
      label: ["Født", "Born"],
      meaning: ["Fødselsdag", "Birthday"],
      required: false,
      past: true,
    }),
    column("sex", "code", {
      label: ["Køn", "Sex"],
      meaning: ["Køn efter CPR", "Sex according to CPR"],
      required: false,
      codes: codes(["kvinde", "kvinde", "woman"], ["mand", "mand", "man"]),
    }),
    column("origin", "code", {
      label: ["Herkomst", "Origin"],
      meaning: ["Herkomst efter Danmarks Statistik", "Origin as Statistics Denmark has it"],
      required: false,
      codes: codes(
        ["dansk", "dansk", "Danish"],
        ["vestlig", "vestlig", "Western"],
        ["ikke_vestlig", "ikke-vestlig", "non-Western"],
      ),
    }),
    column("education", "code", {
      label: ["Uddannelse", "Education"],
      meaning: ["Højeste fuldførte niveau", "Highest completed level"],
      required: false,
      codes: codes(
        ["ufaglaert", "ufaglært", "unskilled"],
        ["faglaert", "faglært", "skilled"],
        ["videregaaende", "videregående", "higher"],
      ),
    }),
    column("protected", "bool", {
      label: ["Beskyttet", "Protected"],
      meaning: ["Navne- og adressebeskyttelse", "Name and address protection"],
      required: false,
      whenEmpty: false,
      identifying: true,
    }),
    column("cpr", "cpr", {
      label: ["CPR-nummer", "CPR number"],
      meaning: [
        "Ti cifre, eller et erstatningsnummer; gemmes låst",
        "Ten digits, or a replacement number; kept sealed",
      ],
      required: false,
      identifying: true,
    }),
  ],
};

const residences: Fact = {
  name: "residences",
  word: "citizens",
  shape: "spell",
  label: { da: "Bopæl", en: "Residences" },
  meaning: { da: "Hvilket boligområde borgeren bor i", en: "Which residential area the citizen lives in" },
  key: ["citizen", "first_day"],
  apart: ["citizen"],
  columns: [
    citizenColumn,
    column("area", "text", {
      label: ["Boligområde", "Area"],
      meaning: ["Områdets kode, fx vangkvarteret", "The area's code, such as vangkvarteret"],
    }),
  ],
};

const benefitSpells: Fact = {
  name: "benefit_spells",
  word: "citizens",
  shape: "spell",
  label: { da: "Ydelsesforløb", en: "Benefit spells" },
  meaning: { da: "Ubrudte dage på én ydelse", en: "Unbroken days on one benefit" },
  key: ["citizen", "benefit", "first_day"],
  apart: ["citizen", "benefit"],
  columns: [
    citizenColumn,
    column("benefit", "code", {
      label: ["Ydelse", "Benefit"],
      meaning: ["Ydelsens kode", "The benefit's code"],
      codes: benefitCodes,
    }),
    column("share", "thousandths", {
      label: ["Fuldtidsandel", "Full-time share"],
      meaning: ["Andel af fuld tid, 0-1", "Share of full time, 0-1"],
      required: false,
      min: 0,
      max: 1,
      whenEmpty: 1,
    }),
    column("fund", "text", {
      label: ["A-kasse", "Unemployment fund"],
      meaning: ["Kun ved a-dagpenge", "Only with unemployment benefit"],
      required: false,
    }),
    column("employer", "key", {
      label: ["Arbejdsgiver", "Employer"],
      meaning: ["Virksomheden, borgeren er sygemeldt fra", "The company the citizen is on sick leave from"],
      required: false,
      refers: "companies",
    }),
  ],
};

const targetGroupSpells: Fact = {
  name: "target_group_spells",
  word: "citizens",
  shape: "spell",
  label: { da: "Målgrupper", en: "Target groups" },
  meaning: { da: "Borgerens visitation i en periode", en: "How the citizen was assessed in a period" },
  key: ["citizen", "target_group", "first_day"],
  columns: [
    citizenColumn,
    column("target_group", "code", {
      label: ["Målgruppe", "Target group"],
      meaning: ["Målgruppens kode", "The target group's code"],
      codes: targetGroupWords,
    }),
  ],
};

/** Days on which a CV was gone through. */
export const cvUpdates: Fact = {
  name: "cv_updates",
  word: "citizens",
  shape: "event",
  label: { da: "CV-opdateringer", en: "CV updates" },
  meaning: { da: "Dage, hvor CV'et blev opdateret", en: "Days on which the CV was brought up to date" },
  key: ["citizen", "day"],
  columns: [citizenColumn],
};

const employments: Fact = {
  name: "employments",
  word: "citizens",
  shape: "spell",
  label: { da: "Ansættelser", en: "Employments" },
  meaning: {
    da: "Arbejde med løn; nye timer er en ny række",
    en: "Paid work; changed hours are a new row",
  },
  key: ["citizen", "kind", "company", "first_day"],
  columns: [
    citizenColumn,
    column("kind", "code", {
      label: ["Art", "Kind"],
      meaning: ["Ansættelsens art", "The kind of employment"],
      codes: codes(
        ["ordinaert", "ordinært job", "ordinary job"],
        ["fleksjob", "fleksjob", "flexjob"],
        ["smaajob", "småjob", "small job"],
      ),
    }),
    column("company", "key", {
      label: ["Virksomhed", "Company"],
      meaning: ["Virksomhedens id", "The company's id"],
      required: false,
      refers: "companies",
    }),
    column("hours", "hours", {
      label: ["Timer om ugen", "Hours a week"],
      meaning: ["Ordinære timer om ugen", "Ordinary hours a week"],
      required: false,
      min: 0,
      max: 60,
    }),
  ],
};

const educationSpells: Fact = {
  name: "education_spells",
  word: "citizens",
  shape: "spell",
  label: { da: "Uddannelsesforløb", en: "Education spells" },
  meaning: { da: "Uddannelse og opkvalificering", en: "Education and upskilling" },
  key: ["citizen", "kind", "first_day"],
  columns: [
    citizenColumn,
    column("kind", "code", {
      label: ["Art", "Kind"],
      meaning: ["Uddannelsens art", "The kind of education"],
      codes: codes(
        ["igu", "integrationsgrunduddannelse (IGU)", "basic integration education (IGU)"],
        ["danskuddannelse", "danskuddannelse", "Danish language education"],
        ["erhvervsuddannelse", "erhvervsuddannelse", "vocational education"],
        ["voksenlaerling", "voksenlærling", "adult apprenticeship"],
        ["amu", "AMU-kursus", "labour market training (AMU)"],
        ["videregaaende", "videregående uddannelse", "higher education"],
      ),
    }),
    column("outcome", "code", {
      label: ["Udfald", "Outcome"],
      meaning: ["Tomt, mens den er i gang", "Empty while it goes on"],
      required: false,
      codes: codes(["gennemfoert", "gennemført", "completed"], ["afbrudt", "afbrudt", "broken off"]),
    }),
  ],
};

const responsibilities: Fact = {
  name: "responsibilities",
  word: "citizens",
  shape: "spell",
  label: { da: "Ansvar", en: "Responsibility" },
  meaning: {
    da: "Hvilken enhed og hvilken medarbejder der har ansvar for borgeren",
    en: "Which unit and which member of staff is responsible for the citizen",
  },
  columns: [
    citizenColumn,
    column("unit", "key", { label: ["Enhed", "Unit"], meaning: ["Enhedens id", "The unit's id"], refers: "units" }),
    column("staff", "text", {
      label: ["Sagsbehandler", "Caseworker"],
      meaning: [
        "Medarbejderens id; tomt, når kun enheden har ansvaret",
        "The employee's id; empty when only the unit is",
      ],
      required: false,
    }),
  ],
};

/** What the jobcentre records about people. */
export const facts: readonly Fact[] = [
  citizens,
  residences,
  benefitSpells,
  targetGroupSpells,
  circumstances,
  caseSteps,
  cvUpdates,
  employments,
  educationSpells,
  contactDetails,
  relatives,
  interpreterNeeds,
  responsibilities,
];
