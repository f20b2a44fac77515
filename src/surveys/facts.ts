import { codes, column, type Fact } from "../platform/kernel/fact.ts";

const surveyAnswers: Fact = {
  name: "survey_answers",
  word: "surveys",
  shape: "event",
  label: { da: "Svar på undersøgelser", en: "Survey answers" },
  meaning: {
    da: "En række pr. inviteret på invitationsdagen; intet svar er tomt",
    en: "One row per invited, on the day of invitation; no answer is empty",
  },
  columns: [
    column("survey", "text", {
      label: ["Undersøgelse", "Survey"],
      meaning: ["Undersøgelsens kode", "The survey's code"],
    }),
    column("respondent", "code", {
      label: ["Svarer", "Respondent"],
      meaning: ["Hvem der er spurgt", "Who was asked"],
      codes: codes(["borger", "borger", "citizen"], ["virksomhed", "virksomhed", "company"]),
    }),
    column("answer", "code", {
      label: ["Svar", "Answer"],
      meaning: ["Samlet tilfredshed", "Overall satisfaction"],
      required: false,
      codes: codes(
        ["meget_tilfredsstillende", "meget tilfredsstillende", "very satisfactory"],
        ["tilfredsstillende", "tilfredsstillende", "satisfactory"],
        ["hverken_eller", "hverken eller", "neither"],
        ["utilfredsstillende", "utilfredsstillende", "unsatisfactory"],
        ["meget_utilfredsstillende", "meget utilfredsstillende", "very unsatisfactory"],
      ),
    }),
  ],
};

/** What the jobcentre records about satisfaction. */
export const facts: readonly Fact[] = [surveyAnswers];
