import { citizenColumn } from "../citizens/public.ts";
import { dutyWords } from "../law/public.ts";
import { codes, column, type Fact } from "../platform/kernel/fact.ts";

/**
 * What the engine found, kept in the shape of a fact so that lists, goals and snapshots read the same rows. One row is one clock of one rule
 * for one citizen; its day is the day the clock started. What it stands as on a day follows from the row: see `rules/stored.ts`.
 */
const obligations: Fact = {
  name: "obligations",
  word: "duties",
  shape: "event",
  derived: true,
  label: { da: "Pligter", en: "Obligations" },
  meaning: {
    da: "Hvad der skulle ske for en borger efter en regel, og hvad der blev af det; regnet ud af de andre poster",
    en: "What was owed to or by a citizen under a rule, and what became of it; worked out from the other records",
  },
  columns: [
    citizenColumn,
    column("rule", "text", { label: ["Regel", "Rule"], meaning: ["Reglens id i loven", "The rule's id in the law"] }),
    column("row_from", "day", {
      label: ["Reglens første dag", "Rule's first day"],
      meaning: [
        "Første dag for den række i loven, den blev fundet efter",
        "First day of the row of the law it was found under",
      ],
    }),
    column("duty", "code", {
      label: ["Pligt", "Duty"],
      meaning: ["Hvad reglen beder om", "What the rule asks for"],
      required: false,
      codes: dutyWords,
    }),
    column("actor", "code", {
      label: ["Hvem der skal handle", "Who must act"],
      meaning: ["Hvis pligt det er", "Whose duty it is"],
      codes: codes(
        ["municipality", "kommunen", "the municipality"],
        ["akasse", "a-kassen", "the unemployment fund"],
        ["employer", "arbejdsgiveren", "the employer"],
        ["citizen", "borgeren", "the citizen"],
        ["doctor", "lægen", "the doctor"],
      ),
    }),
    column("share", "int", {
      label: ["Andel af en gruppe", "Share of a group"],
      meaning: [
        "Procent af gruppen, der skal have det; tomt, når hver borger skal",
        "Percent of the group that must have it; empty when every citizen must",
      ],
      required: false,
      min: 0,
      max: 100,
    }),
    column("started", "code", {
      label: ["Startet af", "Started by"],
      meaning: ["Hvad der satte uret i gang", "What started the clock"],
      codes: codes(
        ["who", "borgerens indtræden under reglen", "the citizen's coming under the rule"],
        ["event", "en hændelse", "an event"],
        ["offer", "et tilbud", "an offer"],
        ["received", "dage på ydelse", "days on a benefit"],
        ["previous", "gangen før", "the time before"],
      ),
    }),
    column("opens", "day", {
      label: ["Tæller fra", "Counts from"],
      meaning: ["Første dag, hvor opfyldelse tæller", "The first day on which what meets it counts"],
    }),
    column("due", "day", {
      label: ["Frist", "Due"],
      meaning: [
        "Sidste dag til tiden; tomt, mens en fritagelse holder uret",
        "The last day in time; empty while an exemption holds the clock",
      ],
      required: false,
    }),
    column("needed", "int", {
      label: ["Kræves", "Needed"],
      meaning: ["Hvor mange forskellige dage der kræves", "How many different days it takes"],
    }),
    column("counted", "int", {
      label: ["Talt", "Counted"],
      meaning: ["Hvor mange der tæller indtil nu", "How many count so far"],
    }),
    column("met", "day", {
      label: ["Opfyldt", "Met"],
      meaning: ["Dagen, den blev opfyldt", "The day it was met"],
      required: false,
    }),
    column("late", "day", {
      label: ["Forsinket fra", "Late from"],
      meaning: ["Første dag, den var forsinket", "The first day on which it was late"],
      required: false,
    }),
    column("closed", "day", {
      label: ["Bortfaldet", "Lapsed"],
      meaning: ["Dagen, den ikke længere skyldtes", "The day it was no longer owed"],
      required: false,
    }),
    column("why", "code", {
      label: ["Hvorfor bortfaldet", "Why lapsed"],
      meaning: ["Hvorfor den ikke længere skyldes", "Why it is no longer owed"],
      required: false,
      codes: codes(
        ["left", "borgeren ikke længere er omfattet", "the citizen left the rule"],
        ["rule_ended", "reglen ophørte", "the rule ended"],
        ["next_window", "næste periode begyndte", "the next window began"],
      ),
    }),
    column("resting", "bool", {
      label: ["Hviler", "Resting"],
      meaning: ["Lader en fritagelse den hvile nu", "Does an exemption let it rest now"],
    }),
    column("unit", "text", {
      label: ["Enhed", "Unit"],
      meaning: ["Enheden, hvis liste den er på, mens den er åben", "The unit whose list it is on while it is open"],
      required: false,
    }),
    column("staff", "text", {
      label: ["Sagsbehandler", "Caseworker"],
      meaning: ["Medarbejderen, hvis liste den er på", "The employee whose list it is on while it is open"],
      required: false,
    }),
    column("answerable_unit", "text", {
      label: ["Ansvarlig enhed", "Answerable unit"],
      meaning: [
        "Enheden, der havde ansvaret, da den blev opfyldt til tiden, ellers på fristens dag",
        "The unit that was responsible when it was met in time, else on the last day in time",
      ],
      required: false,
    }),
    column("answerable_staff", "text", {
      label: ["Ansvarlig sagsbehandler", "Answerable caseworker"],
      meaning: [
        "Medarbejderen, der havde ansvaret, da den blev opfyldt til tiden, ellers på fristens dag",
        "The employee who was responsible when it was met in time, else on the last day in time",
      ],
      required: false,
    }),
  ],
};

/** A figure about a day after this one would lack what is not worked out yet. */
const dutyDays: Fact = {
  name: "duty_days",
  word: "duties",
  shape: "event",
  derived: true,
  label: { da: "Pligternes dag", en: "Day of the duties" },
  meaning: {
    da: "Dagen, pligterne er regnet ud til og med",
    en: "The day up to which the obligations are worked out",
  },
  columns: [],
};

/** What is worked out about duties. */
export const facts: readonly Fact[] = [obligations, dutyDays];
