import type { Bilingual } from "../platform/kernel/fact.ts";

/** What is wrong with a row, by the key the schema gives. */
const ROW: Readonly<Record<string, Bilingual>> = {
  span: {
    da: "her skal stå en tid som 2 weeks eller 6 months",
    en: "a length of time such as 2 weeks or 6 months belongs here",
  },
  date: {
    da: "her skal stå en dato som 2020-01-01, med ? efter, hvis den ikke er fundet i en kilde",
    en: "a date such as 2020-01-01 belongs here, with ? after it when no source gives it",
  },
  end: {
    da: "her skal stå den sidste dag eller open, med ? efter, hvis den ikke er fundet i en kilde",
    en: "the last day or open belongs here, with ? after it when no source gives it",
  },
  until_or_every: { da: "et antal har enten until eller every", en: "a count has either until or every" },
  one_thing: {
    da: "en række siger én ting: et krav, en fritagelse, en ændring, et beløb eller et trin",
    en: "a row says one thing: a demand, an exemption, an adjustment, an amount or a step",
  },
  duty_missing: { da: "en række med en frist skal nævne sin duty", en: "a row with a deadline names its duty" },
  satisfied_missing: {
    da: "en række med en frist skal sige, hvad der opfylder den (satisfied_by)",
    en: "a row with a deadline says what meets it (satisfied_by)",
  },
  demand_missing: {
    da: "kun en række med deadline, count eller interval kan have trigger, duty eller share",
    en: "only a row with deadline, count or interval has a trigger, a duty or a share",
  },
  interval_trigger: {
    da: "et interval begynder med sin betingelse og har ingen trigger",
    en: "an interval starts with its condition and has no trigger",
  },
  month_end: {
    da: "end_of_month bruges sammen med trigger received",
    en: "end_of_month goes with the trigger received",
  },
  citizens_only: {
    da: "kun regler om borgere har groups og where",
    en: "only rules about citizens have groups and where",
  },
};

/** What is said of mistakes in the law's files. */
export const messages = {
  row: (key: string): Bilingual | null => ROW[key] ?? null,
  yaml: (detail: string): Bilingual => ({
    da: `YAML kan ikke læses: ${detail}`,
    en: `cannot read the YAML: ${detail}`,
  }),
  expected: (path: string, detail: string): Bilingual => ({ da: `${path}: ${detail}`, en: `${path}: ${detail}` }),
  unknownWord: (path: string, near: string | null): Bilingual => ({
    da: `${path}: ordet findes ikke${near === null ? "" : `; mente du »${near}«?`}`,
    en: `${path}: there is no such word${near === null ? "" : `; did you mean “${near}”?`}`,
  }),
  condition: (message: Bilingual, near: string | null): Bilingual => ({
    da: `where: ${message.da}${near === null ? "" : `; mente du »${near}«?`}`,
    en: `where: ${message.en}${near === null ? "" : `; did you mean “${near}”?`}`,
  }),
  overlap: (id: string, file: string, line: number): Bilingual => ({
    da: `${id} gælder på samme tid som ${id} i ${file}, linje ${line}; to rækker med samme id skal følge efter hinanden`,
    en: `${id} is in force at the same time as ${id} in ${file}, line ${line}; rows of one id follow each other`,
  }),
  backwards: (id: string): Bilingual => ({ da: `${id} slutter, før den begynder`, en: `${id} ends before it begins` }),
  unknownGroup: (group: string, near: string | null): Bilingual => ({
    da: `målgruppen »${group}« findes ikke${near === null ? "" : `; mente du »${near}«?`}`,
    en: `there is no target group “${group}”${near === null ? "" : `; did you mean “${near}”?`}`,
  }),
  unknownSource: (key: string): Bilingual => ({
    da: `kilden »${key}« står ikke i sources.yaml`,
    en: `the source “${key}” is not in sources.yaml`,
  }),
  memoryOnly: (id: string): Bilingual => ({
    da: `${id} har ingen kilde og skal have confidence: low`,
    en: `${id} has no source and must have confidence: low`,
  }),
  adjusted: (id: string, rule: string): Bilingual => ({
    da: `${id} ændrer ${rule}, som ikke findes med en frist i hele dens tid`,
    en: `${id} adjusts ${rule}, which is not there with a deadline for all of its time`,
  }),
} as const;
