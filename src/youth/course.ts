import type { Group } from "../courses/public.ts";
import { offerWords, targetGroupWords } from "../law/public.ts";
import { addMonths } from "../platform/kernel/day.ts";
import { codesOf, factNamed } from "../platform/kernel/fact-named.ts";
import type { Labels } from "./contract.ts";
import { aroundWords, youthData as data } from "./data.ts";
import { facts } from "./facts.ts";
import { youthCourse } from "./rules/course.ts";
import { GUIDANCE, judgeApplication, judgeOrder, judgeYoung } from "./rules/judge.ts";

const MONTHS_A_YEAR = 12;

const assessments = factNamed(facts, "youth_assessments");
const orders = factNamed(facts, "education_orders");
const applications = factNamed(facts, "education_applications");
const labels: Labels = {
  ...aroundWords,
  offer: offerWords,
  readiness: targetGroupWords,
  direction: codesOf(assessments, "direction"),
  reading: codesOf(assessments, "reading"),
  competences: codesOf(assessments, "competences"),
  demand: codesOf(orders, "demand"),
  applied: codesOf(applications, "kind"),
  answer: codesOf(applications, "answer"),
};
const AN_ORDER = { field: "demand", is: data.order.demands };

/** The group of young people (YOU-01 to 03, 07, 08; VIS-08, CPL-09, CON-11). */
export const youth: Group = {
  id: "youth",
  label: { da: "Unge", en: "Young people" },
  areas: data.areas,
  list: {
    path: "unge",
    about: {
      da: "Unge under 30 med en åben sag på kontanthjælp, uddannelseshjælp eller a-dagpenge.",
      en: "People under 30 with an open case on cash benefit, education benefit or unemployment benefit.",
    },
    sort: "next",
    columns: [
      { id: "next", label: { da: "Næste frist", en: "Next deadline" }, isDeadline: true },
      { id: "days", label: { da: "Dage", en: "Days" }, isNumber: true },
      { id: "age", label: { da: "Alder", en: "Age" }, isNumber: true },
      { id: "readiness", label: { da: "Visiteret til", en: "Assessed as" } },
      { id: "direction", label: { da: "Retning", en: "Direction" } },
      { id: "running", label: { da: "I gang med", en: "Doing" } },
      { id: "idle", label: { da: "Dage uden noget", en: "Days with nothing" }, isNumber: true },
      { id: "deadline", label: { da: "Pålæggets frist", en: "Order's deadline" }, isDeadline: true },
      { id: "application", label: { da: "Ansøgning", en: "Application" } },
      { id: "begins", label: { da: "Studiestart", en: "Studies begin" } },
    ],
    filters: [
      { id: "late", label: { da: "Overskredet frist", en: "Overdue" } },
      {
        id: "idle",
        label: { da: "Intet i gang", en: "Nothing running" },
        help: {
          da: `Hverken tilbud, arbejde eller uddannelse i mindst ${data.gap.days} dage. Ingen ung må lave ingenting.`,
          en: `No offer, work or education for at least ${data.gap.days} days. No young person does nothing.`,
        },
      },
      { id: "undirected", label: { da: "Uden retning", en: "No direction" } },
      { id: "order_passed", label: { da: "Pålæg overskredet", en: "Order overdue" } },
      {
        id: "order_soon",
        label: { da: "Pålæg udløber", en: "Order runs out" },
        help: {
          da: `Fristen er i dag eller inden for ${data.order.soonDays} dage.`,
          en: `The deadline is today or within ${data.order.soonDays} days.`,
        },
      },
      { id: "applied", label: { da: "Har søgt", en: "Applied" } },
      { id: "waiting", label: { da: "Venter på studiestart", en: "Waiting for studies" } },
      {
        id: "new",
        label: { da: "Nye", en: "New" },
        help: {
          da: `På ydelsen i under ${data.newcomers.days} dage.`,
          en: `On the benefit for fewer than ${data.newcomers.days} days.`,
        },
      },
      { id: "ready", label: { da: "Uddannelsesparate", en: "Education-ready" } },
      { id: "activity", label: { da: "Aktivitetsparate", en: "Activity-ready" } },
      { id: "reading", label: { da: "Hjælp til læsning", en: "Help with reading" } },
      {
        id: "absent",
        label: { da: "Udebliver", en: "Stays away" },
        help: {
          da: `Udeblevet mindst ${data.absence.times} gange på ${data.absence.days} dage.`,
          en: `Absent at least ${data.absence.times} times in ${data.absence.days} days.`,
        },
      },
    ],
    candidates: (on) => ({
      benefits: data.who.benefits,
      bornAfter: addMonths(on, -data.who.belowAge * MONTHS_A_YEAR),
    }),
  },
  forms: [
    {
      fact: assessments,
      title: { da: "Vurdér retningen", en: "Assess the direction" },
      one: { da: "Vurdering af en ung", en: "Assessment of a young person" },
      judge: (draft, around) => judgeYoung(data, draft, around),
    },
    {
      fact: orders,
      title: { da: "Uddannelsespålæg", en: "Education order" },
      one: { da: "Uddannelsespålæg", en: "Education order" },
      when: {
        deadline: AN_ORDER,
        ruled_out_by: { field: "demand", is: [GUIDANCE] },
        outcome: AN_ORDER,
        outcome_day: AN_ORDER,
      },
      // Each is asked for only where it belongs.
      needs: (name) => name === "deadline" || name === "ruled_out_by",
      judge: (draft, around) => judgeOrder(data, draft, around),
    },
    {
      fact: applications,
      title: { da: "Ansøgning om uddannelse", en: "Application for education" },
      one: { da: "Ansøgning om uddannelse", en: "Application for education" },
      when: { begins: { field: "answer", is: ["optaget"] } },
      judge: (draft, around) => judgeApplication(data, draft, around),
    },
  ],
  course: (file, on) => youthCourse({ data, labels }, file, on),
};
