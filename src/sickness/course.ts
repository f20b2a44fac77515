import type { Group } from "../courses/public.ts";
import { codesOf, factNamed } from "../platform/kernel/fact-named.ts";
import { covers } from "../platform/kernel/period.ts";
import { sicknessData as data } from "./data.ts";
import { facts } from "./facts.ts";
import { type Labels, sicknessCourse } from "./rules/course.ts";
import { followsAssessments, followsFastTrack, followsReassessments } from "./rules/implies.ts";
import {
  categoriesOn,
  groundsOn,
  judgeAssessment,
  judgeFastTrack,
  judgePartial,
  judgeReassessment,
  judgeSick,
} from "./rules/judge.ts";

const assessments = factNamed(facts, "sickness_assessments");
const reassessments = factNamed(facts, "benefit_reassessments");
const labels: Labels = {
  category: codesOf(assessments, "category"),
  job: codesOf(assessments, "job"),
  ground: codesOf(reassessments, "ground"),
};
const CATEGORIES = [...new Set(data.visitation.flatMap(({ categories }) => categories))];
const EXTENDED = { field: "decision", is: ["forlaenget"] };

/** The group of the sick (SICK-01 to 06, 09, 10; VIS-04, 05; CON-13). */
export const sickness: Group = {
  id: "sickness",
  label: { da: "Sygedagpenge", en: "Sickness benefit" },
  areas: ["sickness"],
  list: {
    path: "sygedagpenge",
    about: {
      da: "Sygemeldte på sygedagpenge med en åben sag.",
      en: "People on sickness benefit with an open case.",
    },
    sort: "next",
    columns: [
      { id: "next", label: { da: "Næste frist", en: "Next deadline" }, isDeadline: true },
      { id: "since", label: { da: "Første dag", en: "First day" } },
      { id: "weeks", label: { da: "Uger", en: "Weeks" }, isNumber: true },
      { id: "job", label: { da: "Job", en: "Job" } },
      { id: "category", label: { da: "Kategori", en: "Category" } },
      { id: "expected", label: { da: "Ventes klar", en: "Expected ready" } },
      { id: "hours", label: { da: "Timer i arbejde", en: "Hours at work" }, isNumber: true },
      { id: "stops", label: { da: "Ydelsen til", en: "Benefit until" } },
    ],
    filters: [
      { id: "late", label: { da: "Overskredet frist", en: "Overdue" } },
      { id: "new", label: { da: "Nye (4 uger)", en: "New (4 weeks)" } },
      { id: "unassessed", label: { da: "Ikke vurderet", en: "Not assessed" } },
      { id: "passed", label: { da: "Ventet dag passeret", en: "Expected day passed" } },
      { id: "fast_track", label: { da: "Tidlig indsats ubesvaret", en: "Early talk unanswered" } },
      {
        id: "reassess",
        label: { da: "Revurderes inden 8 uger", en: "To reassess within 8 weeks" },
        help: {
          da: "Ydelsen stopper inden for 8 uger, hvis sagen ikke revurderes (SDPL § 24).",
          en: "The benefit stops within 8 weeks if the case is not reassessed (SDPL § 24).",
        },
      },
      { id: "extended", label: { da: "Forlænget", en: "Extended" } },
      { id: "partial", label: { da: "Delvist i arbejde", en: "Partly at work" } },
      {
        id: "not_partial",
        label: { da: "I job, ikke delvist i arbejde", en: "From a job, not partly at work" },
      },
      {
        id: "unemployed",
        label: { da: "Uden job", en: "Without a job" },
        help: {
          da: "Ledige sygemeldte hører til to områder på én gang.",
          en: "The unemployed sick belong to two fields at once.",
        },
      },
      { id: "long", label: { da: "26-51 uger", en: "26-51 weeks" } },
      { id: "longest", label: { da: "52 uger og mere", en: "52 weeks and more" } },
    ],
    candidates: () => ({ benefits: ["sygedagpenge"] }),
  },
  forms: [
    {
      fact: assessments,
      title: { da: "Vurdér forløbet", en: "Assess the case" },
      one: { da: "Vurdering", en: "Assessment" },
      hasField: (name, on) => {
        if (name === "category") return categoriesOn(data, on).length > 0;
        const period = data.fields[name];
        return period === undefined || covers(period, on);
      },
      offers: (name, on) => (name === "category" ? categoriesOn(data, on) : null),
      needs: (name, on) => name === "category" && categoriesOn(data, on).length > 0,
      judge: (draft, around) => judgeAssessment(data, draft, around),
      implies: followsAssessments,
      excludes: CATEGORIES,
    },
    {
      fact: factNamed(facts, "partial_returns"),
      title: { da: "Delvis raskmelding", en: "Partial return" },
      one: { da: "Delvis raskmelding", en: "Partial return" },
      follows: [],
      needs: (name) => name === "hours",
      judge: judgePartial,
    },
    {
      fact: factNamed(facts, "fast_track_requests"),
      title: { da: "Bed om tidlig indsats", en: "Request an early talk" },
      one: { da: "Anmodning om tidlig indsats", en: "Request for an early talk" },
      judge: judgeFastTrack,
      implies: followsFastTrack,
    },
    {
      fact: reassessments,
      title: { da: "Revurdér ydelsen", en: "Reassess the benefit" },
      one: { da: "Revurdering af ydelsen", en: "Reassessment of the benefit" },
      when: { ground: EXTENDED, extended_to: EXTENDED },
      needs: (name) => name === "ground" || name === "reason",
      offers: (name, on) => (name === "ground" ? groundsOn(data, on).map(({ code }) => code) : null),
      judge: (draft, around) => judgeReassessment(data, draft, around),
      implies: followsReassessments,
    },
    {
      fact: factNamed(facts, "sickness_ends"),
      title: { da: "Afslut forløbet", en: "End the case" },
      one: { da: "Sygeforløb afsluttet", en: "Sickness case ended" },
      judge: judgeSick,
    },
  ],
  course: (file, on) => sicknessCourse({ data, labels }, file, on),
};
