import type { Bilingual } from "../../platform/kernel/fact.ts";

/** What the pages say of a course under the Integration Act. Places in braces are filled with days, numbers and words. */
export const PHRASES = {
  isIn: { da: "I programmet i {months} måneder.", en: "In the programme for {months} months." },
  wasIn: { da: "I programmet fra {from} til {to}.", en: "In the programme from {from} to {to}." },
  status: { da: "Status", en: "Status" },
  right: { da: "Ret til", en: "Right to" },
  programme: { da: "Program", en: "Programme" },
  lacking: { da: "mangler", en: "lacking" },
  arrived: { da: "Kom til kommunen", en: "Arrived" },
  since: { da: "Ansvar siden", en: "Responsible since" },
  firstDay: { da: "Første dag i programmet", en: "First day in the programme" },
  months: { da: "Måneder i programmet", en: "Months in the programme" },
  planned: { da: "Planlagt til", en: "Planned until" },
  most: { da: "Varer højst til", en: "Lasts at most until" },
  introduced: { da: "Introduktion begyndt", en: "Introduction begun" },
  contract: { da: "Kontrakt underskrevet", en: "Contract signed" },
  aim: { da: "Kontraktens mål", en: "Aim of the contract" },
  rung: { da: "Trin på beskæftigelsestrappen", en: "Rung of the employment ladder" },
  noRung: { da: "intet trin", en: "no rung" },
  rungSince: { da: "På trinnet siden", en: "On the rung since" },
  movedUp: { da: "Seneste skift op", en: "Last move up" },
  movedDown: { da: "Seneste skift ned", en: "Last move down" },
  fromTo: { da: "fra {before} til {rung}", en: "from {before} to {rung}" },
  danish: { da: "Danskundervisning", en: "Danish teaching" },
  hoursAWeek: { da: "timer om ugen", en: "hours a week" },
  taught: { da: "i gang", en: "running" },
  none: { da: "ingen", en: "none" },
  passed: { da: "prøve bestået", en: "test passed" },
  igu: { da: "I IGU siden", en: "In IGU since" },
  talk: { da: "Seneste samtale", en: "Last talk" },
  guided: { da: "Vejledt om repatriering", en: "Guided on repatriation" },
  notGuided: { da: "ikke endnu", en: "not yet" },
  meetings: { da: "Møder siden uden vejledning", en: "Meetings since without guidance" },
  decided: { da: "Besluttet at vende hjem", en: "Decided to return home" },
  promptStatus: {
    da: "Status efter integrationsloven er ikke noteret; rettighederne følger af den.",
    en: "The status under the Integration Act is not noted; the rights follow from it.",
  },
  promptContractDue: {
    da: "Der er ingen underskrevet kontrakt. Fristen er {day}.",
    en: "There is no signed contract. The deadline is {day}.",
  },
  promptContract: { da: "Der er ingen underskrevet kontrakt.", en: "There is no signed contract." },
  promptUnsigned: {
    da: "Kontrakten af {day} er ikke underskrevet af borgeren.",
    en: "The contract of {day} is not signed by the citizen.",
  },
  promptGuideFirst: {
    da: "Der er ikke vejledt om repatriering; det første møde var {day}.",
    en: "No guidance on repatriation was given; the first meeting was on {day}.",
  },
  promptGuideAgain: {
    da: "Det seneste møde {day} var uden vejledning om repatriering; sidst vejledt {guided}.",
    en: "The latest meeting on {day} was without guidance on repatriation; last given on {guided}.",
  },
  promptDanish: {
    da: "Der er ingen danskundervisning, og prøven er ikke bestået.",
    en: "There is no Danish teaching, and the test has not been passed.",
  },
  promptDanishBeside: {
    da: "Borgeren er i gang ({rung}) uden danskundervisning ved siden af.",
    en: "The citizen is active ({rung}) without Danish teaching beside it.",
  },
  promptDanishByDay: {
    da: "Danskundervisningen ligger om dagen, mens borgeren er i {rung}. Kan den ligge ved siden af arbejdet?",
    en: "Danish teaching is by day while the citizen is in {rung}. Can it be laid beside the work?",
  },
  promptNoRung: {
    da: "Ikke på beskæftigelsestrappen siden {day}: {weeks} uger. Ordinært arbejde først, ellers løntilskud, praktik eller nyttejob.",
    en: "Not on the employment ladder since {day}: {weeks} weeks. Ordinary work first, else a wage subsidy, practice or a utility job.",
  },
  promptLowest: {
    da: "På det nederste trin ({rung}) i {weeks} uger. Hvad er det næste trin?",
    en: "On the lowest rung ({rung}) for {weeks} weeks. What is the next rung?",
  },
  promptYoung: {
    da: "Under {age} uden uddannelse: uddannelse først, trappen som alternativ.",
    en: "Under {age} without an education: education first, the ladder as the alternative.",
  },
  promptOverPlanned: {
    da: "Programmet var planlagt til {day}. Forlænget, eller på vej i ordinært arbejde?",
    en: "The programme was planned until {day}. Extended, or on the way to ordinary work?",
  },
  faultNotInProgramme: {
    da: "Borgeren er ikke i programmet den {day}. Ret dagen, eller notér status først.",
    en: "The citizen is not in the programme on {day}. Change the day, or note the status first.",
  },
  faultArrived: {
    da: "Borgeren kom efter den sidste dag med denne status. Ret en af dagene.",
    en: "The citizen came after the last day with this status. Change one of the days.",
  },
  faultHours: {
    da: "Skriv, hvor mange timer om ugen der undervises, eller lad feltet stå tomt.",
    en: "Write how many hours a week there is teaching, or leave the field empty.",
  },
  faultPassed: {
    da: "Prøven er bestået, så undervisningen er slut. Skriv dens sidste dag.",
    en: "The test is passed, so the teaching is over. Write its last day.",
  },
  faultNotGuided: {
    da: "Der er ikke noteret vejledning om repatriering før {day}. Notér den på samtalen først, eller vælg nej.",
    en: "No guidance on repatriation is noted before {day}. Note it on the talk first, or choose no.",
  },
} as const satisfies Record<string, Bilingual>;
