import type { Bilingual } from "../../platform/kernel/fact.ts";

/** What the pages say of a young person's course. Places in braces are filled with days, numbers and words. */
export const PHRASES = {
  young: { da: "{age} år, på ydelse i {days} dage.", en: "{age} years old, on benefit for {days} days." },
  wasYoung: { da: "I ungeindsatsen fra {from} til {to}.", en: "In the effort for young people from {from} to {to}." },
  age: { da: "Alder", en: "Age" },
  years: { da: "år", en: "years" },
  firstDay: { da: "Første dag på ydelsen", en: "First day on the benefit" },
  days: { da: "Dage på ydelsen", en: "Days on the benefit" },
  readiness: { da: "Visiteret til", en: "Assessed as" },
  level: { da: "Uddannelse fuldført", en: "Education completed" },
  direction: { da: "Retning", en: "Direction" },
  problems: { da: "Problemer ud over ledighed", en: "Problems besides unemployment" },
  yes: { da: "ja", en: "yes" },
  no: { da: "nej", en: "no" },
  reading: { da: "Læsning og skrivning", en: "Reading and writing" },
  competences: { da: "Kompetenceafklaring (IKV)", en: "Competence assessment (IKV)" },
  lacking: { da: "mangler", en: "lacking" },
  running: { da: "I gang med", en: "Doing" },
  idleSince: { da: "Intet i gang siden", en: "Nothing running since" },
  order: { da: "Uddannelsespålæg", en: "Education order" },
  deadline: { da: "Pålæggets frist", en: "Deadline of the order" },
  guidance: { da: "Vejledning i stedet for pålæg", en: "Guidance instead of an order" },
  application: { da: "Seneste ansøgning", en: "Latest application" },
  begins: { da: "Studiestart", en: "Studies begin" },
  absences: { da: "Udeblevet de sidste {days} dage", en: "Absent in the last {days} days" },
  tried: { da: "Afprøvet indtil nu", en: "Tried so far" },
  noAnswer: { da: "venter på svar", en: "waiting for an answer" },
  promptDirection: {
    da: "Der er ikke valgt retning: uddannelse, job eller uddannelse gennem job?",
    en: "No direction is decided: education, job, or education by way of work?",
  },
  promptEducated: {
    da: "Retningen er uddannelse, men borgeren har allerede en. Er det job, der skal til?",
    en: "The direction is education, but the citizen already has one. Is it a job that is needed?",
  },
  promptNoOrder: {
    da: "Retningen er uddannelse, og der er hverken pålæg, vejledning eller ansøgning endnu.",
    en: "The direction is education, and there is no order, guidance or application yet.",
  },
  promptSwitched: {
    da: "Retningen er ikke længere uddannelse, men et pålæg løber med frist {day}. Skal det ophæves?",
    en: "The direction is no longer education, but an order runs with the deadline {day}. Should it be lifted?",
  },
  promptOrderOld: {
    da: "Borgeren er fyldt {age}, og et pålæg løber. Ophæv det, og vejled i stedet.",
    en: "The citizen is {age} or older, and an order runs. Lift it, and give guidance instead.",
  },
  promptOrderEducated: {
    da: "Borgeren har en uddannelse, og et pålæg løber. Passer det, eller skal der vejledes i stedet?",
    en: "The citizen has an education, and an order runs. Does it fit, or is guidance right instead?",
  },
  promptOrderPassed: {
    da: "Pålæggets frist var {day}. Notér udfaldet.",
    en: "The deadline of the order was {day}. Note the outcome.",
  },
  promptOrderMet: {
    da: "Pålægget om at {demand} ser opfyldt ud {day}. Notér udfaldet.",
    en: "The order to {demand} looks met on {day}. Note the outcome.",
  },
  promptOrderLeft: {
    da: "Forløbet er slut, og pålægget om at {demand} har intet udfald. Notér det.",
    en: "The course is over, and the order to {demand} has no outcome. Note it.",
  },
  promptNextOrder: {
    da: "Pålægget er opfyldt. Næste skridt er at {demand}.",
    en: "The order is met. The next step is to {demand}.",
  },
  promptGap: {
    da: "Intet har været i gang siden {day}: {days} dage. Ingen ung må lave ingenting.",
    en: "Nothing has been running since {day}: {days} days. No young person does nothing.",
  },
  promptGapNext: {
    da: "Intet har været i gang siden {day}. Det næste begynder {next}; hvad sker der imens?",
    en: "Nothing has been running since {day}. The next thing begins on {next}; what happens meanwhile?",
  },
  promptNew: {
    da: "Ny, og intet er i gang endnu. Et aktivt tilbud inden {day}?",
    en: "New, and nothing is running yet. An active offer by {day}?",
  },
  promptWait: {
    da: "Optaget, begynder {day}, og intet er i gang til da. Job, ellers praktik.",
    en: "Admitted, begins on {day}, and nothing runs until then. A job, else practice.",
  },
  promptApplied: {
    da: "Der er søgt {day}, og intet er i gang. Vejen går nu over job, ellers praktik, til studierne begynder.",
    en: "Applied on {day}, and nothing is running. The way is now a job, else practice, until the studies begin.",
  },
  promptBegins: {
    da: "Borgeren er optaget. Notér, hvornår uddannelsen begynder.",
    en: "The citizen is admitted. Note when the education begins.",
  },
  promptMissedStart: {
    da: "Uddannelsen skulle begynde {day}, og der er ingen registreret. Kom borgeren i gang?",
    en: "The education was to begin on {day}, and none is recorded. Did the citizen begin?",
  },
  promptBrokenOff: {
    da: "En uddannelse blev afbrudt {day}. Hvad skal der til for at gennemføre en?",
    en: "An education was broken off on {day}. What does it take to complete one?",
  },
  promptScreen: {
    da: "Læsning og skrivning er ikke afklaret.",
    en: "Reading and writing have not been screened.",
  },
  promptReadingHelp: {
    da: "Borgeren har brug for hjælp til at læse og skrive, og der er ikke givet et kursus.",
    en: "The citizen needs help with reading and writing, and no course has been given.",
  },
  promptAbsent: {
    da: "Udeblevet {times} gange på {days} dage. Følg tæt op, så forløbet ikke brydes.",
    en: "Absent {times} times in {days} days. Follow up closely, so that the course is not broken off.",
  },
  promptAbsentPlaced: {
    da: "Udeblevet {times} gange på {days} dage under et forløb i en virksomhed. Følg tæt op, også med virksomheden.",
    en: "Absent {times} times in {days} days while placed with a company. Follow up closely, with the company too.",
  },
  faultNoCase: {
    da: "Borgeren er ikke på en ydelse i ungeindsatsen den {day}. Ret dagen, eller ret ydelsen først.",
    en: "The citizen is not on a benefit of the effort for young people on {day}. Change the day, or correct the benefit first.",
  },
  faultRuledOut: {
    da: "Skriv, hvorfor der vejledes i stedet for et pålæg.",
    en: "Say why guidance is given instead of an order.",
  },
  faultReason: {
    da: "Skriv i begrundelsen, hvad der udelukker et pålæg.",
    en: "Write in the reason what rules an order out.",
  },
  faultOfOrder: {
    da: "Det hører til et pålæg. Lad feltet stå tomt, eller vælg et pålæg.",
    en: "That belongs to an order. Leave the field empty, or choose an order.",
  },
  faultNotGuidance: {
    da: "Det hører til vejledning. Lad feltet stå tomt, eller vælg vejledning i stedet for pålæg.",
    en: "That belongs to guidance. Leave the field empty, or choose guidance instead of an order.",
  },
  faultTooOld: {
    da: "Borgeren var fyldt {age} den {day} og kan ikke få et pålæg. Vælg vejledning i stedet for pålæg.",
    en: "The citizen was {age} or older on {day} and cannot get an order. Choose guidance instead of an order.",
  },
  faultRunning: {
    da: "Der løber allerede et sådant pålæg fra {day}. Notér dets udfald først.",
    en: "Such an order is running already from {day}. Note its outcome first.",
  },
  faultDeadline: { da: "Et pålæg har en frist. Skriv den.", en: "An order has a deadline. Write it." },
  faultEarlier: { da: "Dagen ligger før {day}.", en: "The day is before {day}." },
  faultSettled: {
    da: "Skriv både udfald og dag, eller ingen af dem.",
    en: "Write both outcome and day, or neither.",
  },
  faultNotAdmitted: {
    da: "Kun den, der er optaget, begynder. Vælg svaret optaget, eller lad dagen stå tom.",
    en: "Only who is admitted begins. Choose the answer admitted, or leave the day empty.",
  },
} as const satisfies Record<string, Bilingual>;
