import type { Group } from "../courses/public.ts";
import { codesOf, factNamed } from "../platform/kernel/fact-named.ts";
import type { Labels } from "./contract.ts";
import { integrationData as data } from "./data.ts";
import { facts } from "./facts.ts";
import { integrationCourse } from "./rules/course.ts";
import { followsContracts } from "./rules/implies.ts";
import { judgeDanish, judgeDecision, judgeInProgramme, judgeStatus } from "./rules/judge.ts";

const statuses = factNamed(facts, "integration_statuses");
const contracts = factNamed(facts, "integration_contracts");
const danish = factNamed(facts, "danish_teaching");
const labels: Labels = {
  status: codesOf(statuses, "status"),
  aim: codesOf(contracts, "aim"),
  level: codesOf(danish, "level"),
  placed: codesOf(danish, "placed"),
};

const PLACED_HELP = {
  da: "I praktik, løntilskud, nyttejob eller IGU. Sammenlign med antallet af samme køn: andelen skal være den samme for kvinder og mænd (Holbæk 2020-21, s. 19).",
  en: "In practice, a wage subsidy, a utility job or IGU. Compare with the number of the same sex: the share is to be the same for women and men (Holbæk 2020-21, p. 19).",
};

/** The group of those under the Integration Act (INT-01 to 03, 05, 06, 08, 11; CIT-19, CON-12). */
export const integration: Group = {
  id: "integration",
  label: { da: "Integration", en: "Integration" },
  areas: data.areas,
  list: {
    path: "integration",
    about: {
      da: "Borgere i program efter integrationsloven eller på en ydelse, der hører til, med en åben sag.",
      en: "People in a programme under the Integration Act, or on a benefit that belongs to it, with an open case.",
    },
    sort: "next",
    columns: [
      { id: "next", label: { da: "Næste frist", en: "Next deadline" }, isDeadline: true },
      { id: "status", label: { da: "Status", en: "Status" } },
      { id: "months", label: { da: "Måneder", en: "Months" }, isNumber: true },
      { id: "contract", label: { da: "Kontrakt", en: "Contract" } },
      { id: "rung", label: { da: "Trin", en: "Rung" } },
      { id: "moved", label: { da: "Skiftede", en: "Moved" } },
      { id: "danish", label: { da: "Dansk, timer", en: "Danish, hours" }, isNumber: true },
      { id: "talk", label: { da: "Seneste samtale", en: "Last talk" } },
      { id: "guided", label: { da: "Vejledt om repatriering", en: "Guided on repatriation" } },
    ],
    filters: [
      { id: "late", label: { da: "Overskredet frist", en: "Overdue" } },
      { id: "no_status", label: { da: "Uden status", en: "No status" } },
      { id: "no_contract", label: { da: "Uden kontrakt", en: "No contract" } },
      {
        id: "no_rung",
        label: { da: "Ikke på trappen", en: "Not on the ladder" },
        help: {
          da: "Hverken ordinært arbejde, IGU, løntilskud, praktik eller nyttejob.",
          en: "No ordinary work, IGU, wage subsidy, practice or utility job.",
        },
      },
      { id: "working", label: { da: "I ordinært arbejde", en: "In ordinary work" } },
      { id: "igu", label: { da: "IGU", en: "IGU" } },
      { id: "danish_only", label: { da: "Kun dansk", en: "Danish only" } },
      { id: "no_danish", label: { da: "Uden dansk", en: "No Danish" } },
      { id: "never_guided", label: { da: "Aldrig vejledt", en: "Never guided" } },
      {
        id: "unguided",
        label: { da: "Møde uden vejledning", en: "Meeting without guidance" },
        help: {
          da: "Det seneste møde var uden vejledning om repatriering.",
          en: "The latest meeting was without guidance on repatriation.",
        },
      },
      { id: "over_year", label: { da: "Over planlagt tid", en: "Over planned time" } },
      { id: "young", label: { da: "Under 30 uden uddannelse", en: "Under 30 without education" } },
      { id: "women", label: { da: "Kvinder", en: "Women" } },
      { id: "women_placed", label: { da: "Kvinder i virksomhed", en: "Women in a company" }, help: PLACED_HELP },
      { id: "men", label: { da: "Mænd", en: "Men" } },
      { id: "men_placed", label: { da: "Mænd i virksomhed", en: "Men in a company" }, help: PLACED_HELP },
    ],
    candidates: () => ({ benefits: data.who.benefits, targetGroups: data.who.targetGroups }),
  },
  forms: [
    {
      fact: statuses,
      title: { da: "Status efter integrationsloven", en: "Status under the Integration Act" },
      one: { da: "Status efter integrationsloven", en: "Status under the Integration Act" },
      follows: [],
      judge: judgeStatus,
    },
    {
      fact: contracts,
      title: { da: "Integrationskontrakt", en: "Integration contract" },
      one: { da: "Integrationskontrakt", en: "Integration contract" },
      judge: (draft, around) => judgeInProgramme(data, draft, around),
      implies: (records) => followsContracts(data, records),
    },
    {
      fact: danish,
      title: { da: "Danskundervisning", en: "Danish teaching" },
      one: { da: "Danskundervisning", en: "Danish teaching" },
      follows: [],
      judge: judgeDanish,
    },
    {
      fact: factNamed(facts, "repatriation_decisions"),
      title: { da: "Beslutning om repatriering", en: "Repatriation decision" },
      one: { da: "Beslutning om repatriering", en: "Repatriation decision" },
      judge: (draft, around) => judgeDecision(data, draft, around),
    },
  ],
  course: (file, on) => integrationCourse({ data, labels }, file, on),
};
