import { citizenColumn } from "../citizens/public.ts";
import { codes, column, type Fact } from "../platform/kernel/fact.ts";
import { archetypeWords, distanceWords, questionWords, screeningWords } from "./definitions.ts";

const screening = column("screening", "code", {
  label: ["Screening", "Screening"],
  meaning: ["Hvilken screening", "Which screening"],
  codes: screeningWords,
});

/** Answers stay in the records: some are about health, and no figure needs them. */
const answers: Fact = {
  name: "screening_answers",
  word: "screening",
  shape: "event",
  confined: true,
  label: { da: "Svar i screening", en: "Answers in screenings" },
  meaning: {
    da: "Hvad borger eller sagsbehandler svarede på et spørgsmål; uden svar er det ukendt",
    en: "What the citizen or the caseworker answered to a question; without an answer it is unknown",
  },
  key: ["citizen", "screening", "question", "day"],
  columns: [
    citizenColumn,
    screening,
    column("question", "code", {
      label: ["Spørgsmål", "Question"],
      meaning: ["Kriteriet, der spørges om", "The criterion that is asked about"],
      codes: questionWords,
    }),
    column("answer", "code", {
      label: ["Svar", "Answer"],
      meaning: ["Ja eller nej", "Yes or no"],
      codes: codes(["ja", "ja", "yes"], ["nej", "nej", "no"]),
    }),
  ],
};

const risk = codes(["i_risiko", "i risiko", "at risk"], ["ikke_i_risiko", "ikke i risiko", "not at risk"]);

const conclusions: Fact = {
  name: "screening_conclusions",
  word: "screening",
  shape: "event",
  label: { da: "Konklusioner på screening", en: "Conclusions of screenings" },
  meaning: {
    da: "Hvad sagsbehandleren kom frem til, og hvad reglen sagde den dag",
    en: "What the caseworker concluded, and what the rule said that day",
  },
  key: ["citizen", "screening", "day"],
  columns: [
    citizenColumn,
    screening,
    column("conclusion", "code", {
      label: ["Konklusion", "Conclusion"],
      meaning: ["Sagsbehandlerens konklusion", "The caseworker's conclusion"],
      codes: risk,
    }),
    column("rule_said", "code", {
      label: ["Reglens svar", "The rule's answer"],
      meaning: [
        "Hvad den åbne regel sagde af det, der var kendt; tomt, hvis det ikke vides",
        "What the open rule said of what was known; empty if not known",
      ],
      required: false,
      codes: { ...risk, ...codes(["uafklaret", "uafklaret", "undecided"]) },
    }),
    column("effort_from", "day", {
      label: ["Tidlig indsats fra", "Early effort from"],
      meaning: ["Første dag af den tidlige indsats", "First day of the early effort"],
      required: false,
    }),
    column("reason", "text", {
      label: ["Begrundelse", "Reason"],
      meaning: ["Hvorfor, når konklusionen går mod reglen", "Why, when the conclusion goes against the rule"],
      required: false,
      identifying: true,
    }),
  ],
};

const archetypes: Fact = {
  name: "archetypes",
  word: "screening",
  shape: "spell",
  label: { da: "Arketyper", en: "Archetypes" },
  meaning: {
    da: "Hvilken arketype en aktivitetsparat borger er i, og om borgeren er tæt på eller langt fra arbejdsmarkedet",
    en: "The archetype an activity-ready citizen is in, and whether the citizen is near to or far from the labour market",
  },
  key: ["citizen", "first_day"],
  apart: ["citizen"],
  columns: [
    citizenColumn,
    column("archetype", "code", {
      label: ["Arketype", "Archetype"],
      meaning: [
        "Arketypen; tomt, hvis kun afstanden er vurderet",
        "The archetype; empty if only the distance is judged",
      ],
      required: false,
      codes: archetypeWords,
    }),
    column("distance", "code", {
      label: ["Afstand", "Distance"],
      meaning: [
        "Tæt på eller langt fra arbejdsmarkedet; tomt, hvis det ikke er vurderet",
        "Near to or far from the labour market; empty if not judged",
      ],
      required: false,
      codes: distanceWords,
    }),
  ],
};

/** What is recorded of screenings and archetypes. */
export const facts: readonly Fact[] = [answers, conclusions, archetypes];
