import { codesOnDay, type Term } from "../language/public.ts";
import { ageOn, type Day } from "../platform/kernel/day.ts";
import { benefitCodes } from "./benefits.ts";
import { circumstanceWords } from "./words.ts";

/* Words about a citizen that both the law's conditions and the citizens' own vocabulary use. */

/** Whole years on the day; someone born 29 February turns a year older on 1 March in common years. */
export const age: Term = {
  id: "citizen.age",
  subject: "citizen",
  type: "int",
  label: { da: "Alder", en: "Age" },
  meaning: {
    da: "Borgerens alder i hele år på dagen; mangler, hvis fødselsdagen ikke kendes",
    en: "The citizen's age in whole years on the day; missing if the birthday is not known",
  },
  changesWithTime: true,
  sql: ({ citizen, day }) => {
    const born = `${citizen}.born`;
    const notYet = `month(${day}) * 100 + day(${day}) < month(${born}) * 100 + day(${born})`;
    return `year(${day}) - year(${born}) - CASE WHEN ${notYet} THEN 1 ELSE 0 END`;
  },
  value: ({ citizen, day }) => {
    const born = citizen?.born ?? null;
    return born === null ? null : ageOn(Number(born) as Day, day);
  },
  phrases: { "==": { da: "borgeren{not} er {} år", en: "the citizen is{not} {} {year|years} old" } },
};

/** The benefits a citizen is on. */
export const benefitsOnDay: Term = codesOnDay({
  id: "citizen.benefits",
  owner: "citizen",
  fact: "benefit_spells",
  column: "benefit",
  codes: benefitCodes,
  label: { da: "Ydelser", en: "Benefits" },
  meaning: { da: "De ydelser, borgeren er på den dag", en: "The benefits the citizen is on that day" },
  phrase: { da: "borgeren{not} er på {}", en: "the citizen is{not} on {}" },
});

/** What else holds for a citizen and a rule may turn on: exemptions, categories, leave. */
export const circumstancesOnDay: Term = codesOnDay({
  id: "citizen.circumstances",
  owner: "citizen",
  fact: "circumstances",
  column: "circumstance",
  codes: circumstanceWords,
  label: { da: "Omstændigheder", en: "Circumstances" },
  meaning: {
    da: "Andet, der gælder for borgeren på dagen, og som en regel kan afhænge af",
    en: "What else holds for the citizen on the day and a rule may turn on",
  },
  phrase: { da: "det er{not} noteret om borgeren: {}", en: "it is{not} noted of the citizen: {}" },
});
