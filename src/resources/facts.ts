import { citizenColumn } from "../citizens/public.ts";
import { codes, column, type Fact } from "../platform/kernel/fact.ts";

/** What helps a citizen on and what stands in the way, field by field, dated and with its source (CIT-11). */
const resourceNotes: Fact = {
  name: "resource_notes",
  word: "resources",
  shape: "spell",
  label: { da: "Ressourcer og barrierer", en: "Resources and barriers" },
  meaning: {
    da: "Hvad der hjælper borgeren på vej, og hvad der står i vejen",
    en: "What helps a citizen on, and what stands in the way",
  },
  key: ["citizen", "field", "first_day"],
  apart: ["citizen", "field"],
  columns: [
    citizenColumn,
    column("field", "code", {
      label: ["Område", "Field"],
      meaning: ["Hvad det handler om", "What it is about"],
      codes: codes(
        ["uddannelse", "uddannelse", "education"],
        ["foraeldet_uddannelse", "uddannelse, der er forældet", "education that is outdated"],
        ["erfaring", "erhvervserfaring", "work experience"],
        ["kurser", "kurser og certifikater", "courses and certificates"],
        ["jobsoegning", "jobsøgning", "job search"],
        ["fysisk_helbred", "fysisk helbred", "physical health"],
        ["psykisk_helbred", "psykisk helbred", "mental health"],
        ["misbrug", "afhængighed", "addiction"],
        ["kontakt", "kontakt til andre", "contact with others"],
        ["konflikter", "håndtering af konflikter", "handling of conflicts"],
        ["hygiejne", "personlig hygiejne", "personal hygiene"],
        ["laesning", "læsning og skrivning", "reading and writing"],
        ["regning", "regning", "arithmetic"],
        ["dansk", "dansk", "Danish"],
        ["netvaerk", "netværk", "network"],
        ["familie", "familie", "family"],
        ["bolig", "bolig", "housing"],
      ),
    }),
    column("weight", "code", {
      label: ["Er", "Is"],
      meaning: ["Om det hjælper eller står i vejen", "Whether it helps or stands in the way"],
      codes: codes(
        ["ressource", "en ressource", "a resource"],
        ["barriere", "en barriere", "a barrier"],
        ["begge", "begge dele", "both"],
      ),
    }),
    column("source", "code", {
      label: ["Kilde", "Source"],
      meaning: ["Hvor det er fra", "Where it is from"],
      codes: codes(
        ["borger", "borgeren selv", "the citizen"],
        ["medarbejder", "medarbejderens vurdering", "the caseworker's judgement"],
        ["laege", "læge eller behandler", "doctor or therapist"],
        ["virksomhed", "virksomhed eller tilbud", "company or offer"],
        ["anden_enhed", "anden del af kommunen", "another part of the municipality"],
        ["papirer", "bevis eller papirer", "certificate or papers"],
      ),
    }),
    column("words", "text", {
      label: ["Med egne ord", "In words"],
      meaning: ["Hvad der er, helst som borgeren siger det", "What there is, as the citizen says it"],
      required: false,
      identifying: true,
    }),
  ],
};

/** What the jobcentre records of a citizen's resources and barriers. */
export const facts: readonly Fact[] = [resourceNotes];
