import { citizenColumn, reasonColumn } from "../citizens/public.ts";
import { codes, column, type Fact } from "../platform/kernel/fact.ts";

const partialReturns: Fact = {
  name: "partial_returns",
  word: "sickness",
  shape: "spell",
  label: { da: "Delvise raskmeldinger", en: "Partial returns to work" },
  meaning: {
    da: "Perioder, hvor en sygemeldt arbejder delvist",
    en: "Periods in which a sick-listed citizen works part of the time",
  },
  key: ["citizen", "first_day"],
  apart: ["citizen"],
  columns: [
    citizenColumn,
    column("hours", "hours", {
      label: ["Timer om ugen", "Hours a week"],
      meaning: ["Timer i arbejde", "Hours at work"],
      required: false,
      min: 0,
      max: 60,
    }),
  ],
};

/** What is judged about a sickness case on a day (VIS-05, SICK-01): the newest one stands. */
const sicknessAssessments: Fact = {
  name: "sickness_assessments",
  word: "sickness",
  shape: "event",
  label: { da: "Vurderinger af sygeforløb", en: "Assessments of sickness cases" },
  meaning: {
    da: "Hvad der ventes af et sygeforløb, og hvordan sagen er visiteret",
    en: "What is expected of a sickness case, and how the case was assessed",
  },
  key: ["citizen", "day"],
  columns: [
    citizenColumn,
    column("category", "code", {
      label: ["Kategori", "Category"],
      meaning: ["Kategorien, i de år loven har dem", "The category, in the years the law has them"],
      required: false,
      codes: codes(
        ["sygekategori_1", "kategori 1", "category 1"],
        ["sygekategori_2", "kategori 2", "category 2"],
        ["sygekategori_3", "kategori 3", "category 3"],
      ),
    }),
    column("expected_day", "day", {
      label: ["Ventes klar til arbejde", "Expected ready for work"],
      meaning: ["Tomt, når det ikke kan siges", "Empty when it cannot be said"],
      required: false,
    }),
    column("clear_course", "bool", {
      label: ["Klart forløb", "Clear course"],
      meaning: [
        "Forløbet kan forudses, og der er ingen andre problemer",
        "The course can be foreseen and there are no other problems",
      ],
      required: false,
    }),
    column("serious", "bool", {
      label: ["Alvorlig sygdom", "Serious illness"],
      meaning: [
        "Alvorlig sygdom, eller mistanke om den, så personligt fremmøde ikke kan kræves",
        "Serious illness, or a suspicion of it, so that coming in person cannot be asked for",
      ],
      required: false,
    }),
    column("job", "code", {
      label: ["Job", "Job"],
      meaning: ["Hvordan det står med jobbet", "How it stands with the job"],
      required: false,
      codes: codes(
        ["bevaret", "job bevaret", "job kept"],
        ["i_fare", "job i fare", "job at risk"],
        ["mistet", "job mistet", "job lost"],
        ["intet", "intet job", "no job"],
      ),
    }),
    column("well_in_13_weeks", "bool", {
      label: ["Rask inden 13 uger", "Well within 13 weeks"],
      meaning: [
        "Ventes helt rask inden 13 uger fra første opfølgning",
        "Expected fully well within 13 weeks of the first follow-up",
      ],
      required: false,
    }),
    column("under_26_weeks", "bool", {
      label: ["Begge venter under 26 uger", "Both expect under 26 weeks"],
      meaning: [
        "Både borger og arbejdsgiver venter et fravær på under 26 uger",
        "Both citizen and employer expect an absence of under 26 weeks",
      ],
      required: false,
    }),
    reasonColumn,
  ],
};

/** Requests for an early talk (SICK-02). */
const fastTrackRequests: Fact = {
  name: "fast_track_requests",
  word: "sickness",
  shape: "event",
  label: { da: "Anmodninger om tidlig indsats", en: "Requests for an early talk" },
  meaning: {
    da: "Dage, hvor nogen bad om tidlig opfølgning (fast track) eller en forebyggende samtale",
    en: "Days on which somebody asked for early follow-up (fast track) or a preventive talk",
  },
  key: ["citizen", "asked_by", "day"],
  columns: [
    citizenColumn,
    column("asked_by", "code", {
      label: ["Bad om det", "Asked by"],
      meaning: ["Hvem der bad om det", "Who asked for it"],
      codes: codes(
        ["arbejdsgiver", "arbejdsgiveren", "the employer"],
        ["borger", "borgeren", "the citizen"],
        ["forebyggende", "virksomheden, forebyggende", "the company, preventively"],
      ),
    }),
    column("outcome", "code", {
      label: ["Udfald", "Outcome"],
      meaning: ["Tomt, indtil det er afgjort", "Empty until it is settled"],
      required: false,
      codes: codes(
        ["samtale", "samtale holdt", "talk held"],
        ["afslaaet", "borgeren takkede nej", "the citizen declined"],
        ["ikke_relevant", "ikke relevant", "not relevant"],
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

/** The reassessment at 22 weeks, with the ground on which the benefit goes on (SDPL §§ 24 and 27). */
const benefitReassessments: Fact = {
  name: "benefit_reassessments",
  word: "sickness",
  shape: "event",
  label: { da: "Revurderinger af sygedagpenge", en: "Reassessments of sickness benefit" },
  meaning: {
    da: "Afgørelser om, hvorvidt sygedagpengene fortsætter efter 22 uger",
    en: "Decisions on whether sickness benefit goes on after 22 weeks",
  },
  key: ["citizen", "day"],
  columns: [
    citizenColumn,
    column("decision", "code", {
      label: ["Afgørelse", "Decision"],
      meaning: ["Hvad der blev afgjort", "What was decided"],
      codes: codes(
        ["forlaenget", "forlænget", "extended"],
        ["ophoert", "ikke forlænget", "not extended"],
        ["jobafklaring", "ikke forlænget, jobafklaring", "not extended, job clarification"],
      ),
    }),
    column("ground", "code", {
      label: ["Grund efter § 27", "Ground under § 27"],
      meaning: ["Grunden til forlængelse", "The ground for the extension"],
      required: false,
      codes: codes(
        ["nr_1", "nr. 1: revalidering er sandsynlig", "no. 1: rehabilitation is likely"],
        ["nr_2", "nr. 2: arbejdsevnen skal afklares", "no. 2: work ability is to be clarified"],
        ["nr_3", "nr. 3: behandling ventes at hjælpe", "no. 3: treatment is expected to help"],
        [
          "nr_4",
          "nr. 4: sagen skal afgøres efter rehabilitering",
          "no. 4: the case awaits the rehabilitation decision",
        ],
        ["nr_5", "nr. 5: livstruende, alvorlig sygdom", "no. 5: life-threatening, serious illness"],
        ["nr_6", "nr. 6: sag om arbejdsskade", "no. 6: a work-injury case"],
        ["nr_7", "nr. 7: ansøgning om førtidspension", "no. 7: an application for disability pension"],
      ),
    }),
    column("extended_to", "day", {
      label: ["Forlænget til og med", "Extended to and including"],
      meaning: ["Tomt uden en fast sidste dag", "Empty without a fixed last day"],
      required: false,
    }),
    reasonColumn,
  ],
};

/** How a sickness case ended (SICK-01, SICK-05). */
const sicknessEnds: Fact = {
  name: "sickness_ends",
  word: "sickness",
  shape: "event",
  label: { da: "Afsluttede sygeforløb", en: "Ended sickness cases" },
  meaning: { da: "Hvordan sygeforløb sluttede", en: "How sickness cases ended" },
  key: ["citizen", "day"],
  columns: [
    citizenColumn,
    column("outcome", "code", {
      label: ["Slutter med", "Ends in"],
      meaning: ["Hvad forløbet sluttede med", "What the case ended in"],
      codes: codes(
        ["samme_job", "rask, tilbage i samme job", "well, back in the same job"],
        ["andet_job", "rask, i et andet job", "well, in another job"],
        ["ledig", "rask og ledig", "well and unemployed"],
        ["jobafklaring", "jobafklaring", "job clarification"],
        ["ressourceforloeb", "ressourceforløb", "resource course"],
        ["fleksjob", "fleksjob", "flexjob"],
        ["pension", "pension", "pension"],
        ["andet", "andet", "something else"],
      ),
    }),
    reasonColumn,
  ],
};

/** What the jobcentre records about sickness follow-up. */
export const facts: readonly Fact[] = [
  partialReturns,
  sicknessAssessments,
  fastTrackRequests,
  benefitReassessments,
  sicknessEnds,
];
