import { cvUpdates } from "../citizens/public.ts";
import type { CourseKind } from "../courses/public.ts";
import { codesOf, factNamed } from "../platform/kernel/fact-named.ts";
import { resourcesData as data } from "./data.ts";
import { facts } from "./facts.ts";
import { resourcesCourse } from "./rules/course.ts";

const notes = factNamed(facts, "resource_notes");
const labels = codesOf(notes, "field");

/** What helps a citizen and what stands in the way, for everybody with a case (CIT-11, CIT-14). It has no list: it is nobody's group. */
export const resources: CourseKind = {
  id: "resources",
  label: { da: "Ressourcer og barrierer", en: "Resources and barriers" },
  areas: [],
  forms: [
    {
      fact: notes,
      title: { da: "Beskriv et område", en: "Describe a field" },
      one: { da: "Ressource eller barriere", en: "Resource or barrier" },
      follows: ["field"],
    },
    {
      fact: cvUpdates,
      title: { da: "CV gennemgået", en: "CV gone through" },
      one: { da: "CV gennemgået", en: "CV gone through" },
    },
  ],
  list: null,
  course: (file, on) => resourcesCourse({ data, labels }, file, on),
};
