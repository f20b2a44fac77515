import { citizenColumn, reasonColumn } from "../citizens/public.ts";
import { codes, column, type Fact } from "../platform/kernel/fact.ts";

/** How a young person is judged on a day (VIS-08, YOU-02): the newest one stands. */
const youthAssessments: Fact = {
  name: "youth_assessments",
  word: "youth",
  shape: "event",
  label: { da: "Vurderinger af unge", en: "Assessments of young people" },
  meaning: {
    da: "Retningen for en ung, og hvad der skal til",
    en: "The direction of a young person, and what it takes",
  },
  key: ["citizen", "day"],
  columns: [
    citizenColumn,
    column("direction", "code", {
      label: ["Retning", "Direction"],
      meaning: ["Hvad der arbejdes hen imod", "What is worked towards"],
      codes: codes(
        ["uddannelse", "uddannelse", "education"],
        ["job", "job", "job"],
        ["laering_i_job", "uddannelse gennem job", "education by way of work"],
      ),
    }),
    column("other_problems", "bool", {
      label: ["Andre problemer", "Other problems"],
      meaning: ["Er der problemer ud over ledighed", "Are there problems besides unemployment"],
      required: false,
    }),
    column("reading", "code", {
      label: ["Læsning og skrivning", "Reading and writing"],
      meaning: ["Hvad afklaringen viste; tomt uden afklaring", "What the screening showed; empty without one"],
      required: false,
      codes: codes(
        ["klarer_sig", "klarer sig", "manages"],
        ["behov", "har brug for hjælp", "needs help"],
        ["ordblind", "ordblind", "dyslexic"],
      ),
    }),
    column("competences", "code", {
      label: ["Kompetenceafklaring", "Assessment of competences"],
      meaning: [
        "Individuel afklaring af realkompetencer (IKV)",
        "Individual assessment of competences gained in practice (IKV)",
      ],
      required: false,
      codes: codes(
        ["tilbudt", "tilbudt", "offered"],
        ["gennemfoert", "gennemført", "done"],
        ["ikke_relevant", "ikke relevant", "not relevant"],
      ),
    }),
    reasonColumn,
  ],
};

/** The duty to apply for, begin and complete an education, or guidance where it is ruled out (CPL-09). */
const educationOrders: Fact = {
  name: "education_orders",
  word: "youth",
  shape: "event",
  label: { da: "Uddannelsespålæg", en: "Education orders" },
  meaning: {
    da: "Pålæg om at søge, begynde eller gennemføre en uddannelse, med frist og udfald",
    en: "Orders to apply for, begin or complete an education, with deadline and outcome",
  },
  key: ["citizen", "demand", "day"],
  columns: [
    citizenColumn,
    column("demand", "code", {
      label: ["Pålæg", "Order"],
      meaning: ["Hvad den unge skal", "What the young person must do"],
      codes: codes(
        ["foreslaa", "foreslå uddannelser", "propose educations"],
        ["soeg", "søge uddannelse", "apply for an education"],
        ["begynd", "begynde på uddannelse", "begin an education"],
        ["gennemfoer", "gennemføre uddannelse", "complete an education"],
        ["vejledning", "vejledning i stedet for pålæg", "guidance instead of an order"],
      ),
    }),
    column("deadline", "day", {
      label: ["Frist", "Deadline"],
      meaning: ["Sidste dag", "The last day"],
      required: false,
    }),
    column("ruled_out_by", "code", {
      label: ["Intet pålæg, fordi", "No order, because of"],
      meaning: [
        "Hvorfor der vejledes i stedet; tomt ved et pålæg",
        "Why guidance is given instead; empty with an order",
      ],
      required: false,
      codes: codes(
        ["alder", "alder", "age"],
        ["forsoerger", "forsørgerpligt", "dependants"],
        ["andet", "andet", "something else"],
      ),
    }),
    column("outcome", "code", {
      label: ["Udfald", "Outcome"],
      meaning: ["Tomt, mens fristen løber", "Empty while the deadline runs"],
      required: false,
      codes: codes(
        ["opfyldt", "opfyldt", "met"],
        ["ikke_opfyldt", "ikke opfyldt", "not met"],
        ["ophaevet", "ophævet", "lifted"],
      ),
    }),
    column("outcome_day", "day", {
      label: ["Afgjort den", "Settled on"],
      meaning: ["Dagen, det blev afgjort", "The day it was settled"],
      required: false,
      past: true,
    }),
    reasonColumn,
  ],
};

/** What a young person applied for and what came of it (YOU-03). */
const educationApplications: Fact = {
  name: "education_applications",
  word: "youth",
  shape: "event",
  label: { da: "Ansøgninger om uddannelse", en: "Applications for education" },
  meaning: {
    da: "Dage, hvor en ung søgte en uddannelse, og hvad der kom af det",
    en: "Days on which a young person applied for an education, and what came of it",
  },
  key: ["citizen", "kind", "day"],
  columns: [
    citizenColumn,
    column("kind", "code", {
      label: ["Uddannelse", "Education"],
      meaning: ["Uddannelsens art", "The kind of education"],
      codes: codes(
        ["fgu", "forberedende grunduddannelse (FGU)", "preparatory basic education (FGU)"],
        ["gymnasial", "gymnasial uddannelse", "upper secondary education"],
        ["erhvervsuddannelse", "erhvervsuddannelse", "vocational education"],
        ["videregaaende", "videregående uddannelse", "higher education"],
        ["saerlig", "særligt tilrettelagt uddannelse (STU)", "specially planned education (STU)"],
      ),
    }),
    column("answer", "code", {
      label: ["Svar", "Answer"],
      meaning: ["Tomt, til der er svar", "Empty until there is an answer"],
      required: false,
      codes: codes(
        ["optaget", "optaget", "admitted"],
        ["venteliste", "venteliste", "waiting list"],
        ["afvist", "afvist", "refused"],
        ["trukket", "trukket tilbage", "withdrawn"],
      ),
    }),
    column("begins", "day", {
      label: ["Begynder", "Begins"],
      meaning: ["Dagen, uddannelsen begynder", "The day the education begins"],
      required: false,
    }),
    reasonColumn,
  ],
};

/** What the jobcentre records about young people on their way into education or work. */
export const facts: readonly Fact[] = [youthAssessments, educationOrders, educationApplications];
