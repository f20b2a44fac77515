import { codes, column, type Fact } from "../../platform/kernel/fact.ts";
import { phrased } from "../phrased.ts";
import type { Vocabulary } from "../term.ts";
import { termsOfFact, termsOfOwner } from "../terms-of-fact.ts";
import { codesOnDay } from "../terms-on-the-day.ts";

const said = (name: string): { label: [string, string]; meaning: [string, string] } => ({
  label: [name, name],
  meaning: [name, name],
});

const people: Fact = {
  name: "citizens",
  word: "citizens",
  shape: "entity",
  label: { da: "Borgere", en: "Citizens" },
  meaning: { da: "Borgere", en: "Citizens" },
  columns: [
    column("name", "text", { ...said("Navn"), required: false, identifying: true }),
    column("age", "int", { ...said("Alder"), required: false }),
    column("sex", "code", {
      ...said("Køn"),
      required: false,
      codes: codes(["kvinde", "kvinde", "woman"], ["mand", "mand", "man"]),
    }),
  ],
};

const courses: Fact = {
  name: "courses",
  word: "courses",
  shape: "spell",
  label: { da: "Kurser", en: "Courses" },
  meaning: { da: "Kurser", en: "Courses" },
  columns: [
    column("citizen", "key", { ...said("Borger"), refers: "citizens" }),
    column("company", "key", { ...said("Virksomhed"), required: false, refers: "companies" }),
    column("kind", "code", {
      ...said("Art"),
      codes: codes(["koekken", "Køkken", "Kitchen"], ["lager", "lager", "warehouse"], ["it", "IT", "IT"]),
    }),
    column("place", "text", { ...said("Sted"), required: false }),
    column("hours", "hours", { ...said("Timer"), required: false }),
    column("passed", "bool", { ...said("Bestået"), required: false }),
  ],
};

/** Rows of a fact that nobody owns. */
const rooms: Fact = { ...courses, name: "rooms", shape: "event", columns: [column("size", "int", said("Størrelse"))] };

/** A vocabulary about made-up courses, for the language's own tests: the real words come with the words' folders. */
export const sampleVocabulary: Vocabulary = [
  ...phrased(termsOfOwner(people, "citizen", { da: "borgerens ", en: "the citizen's " }), {
    "citizen.age": ["borgeren{not} er {} år", "the citizen is{not} {} {year|years} old"],
    "citizen.sex": ["borgeren{not} er {}", "the citizen is{not} a {}"],
  }),
  codesOnDay({
    id: "citizen.courses",
    owner: "citizen",
    fact: "courses",
    column: "kind",
    codes: courses.columns[2]?.codes ?? {},
    label: { da: "Kurser", en: "Courses" },
    meaning: { da: "Borgerens kurser på dagen", en: "The citizen's courses on the day" },
    phrase: { da: "borgeren{not} er på {}", en: "the citizen is{not} on {}" },
  }),
  ...phrased(termsOfFact(courses, "course", { da: "kursets ", en: "the course's " }), {
    "course.kind": ["kurset{not} er {}", "the course is{not} a {}"],
    "course.passed": ["kurset{not} er bestået", "the course is{not} passed"],
  }),
  ...termsOfFact(rooms, "room", { da: "rummets ", en: "the room's " }),
];
