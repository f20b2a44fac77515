import { phrased, type Term, termsOfFact } from "../language/public.ts";
import { factNamed } from "../platform/kernel/fact-named.ts";
import { facts } from "./facts.ts";

/** Days from the day a complaint came in to the day of the answer. */
const daysToAnswer: Term = {
  id: "complaint.days_to_answer",
  subject: "complaints",
  type: "int",
  label: { da: "Dage til svar", en: "Days to answer" },
  meaning: {
    da: "Dage fra klagen kom ind til den blev besvaret; mangler, når den ikke er besvaret",
    en: "Days from the day the complaint came in to the day it was answered; missing while it is unanswered",
  },
  changesWithTime: false,
  sql: ({ row }) => `${row}.answered - ${row}.day`,
  value: ({ row }) => {
    const answered = row.answered ?? null;
    return answered === null ? null : Number(answered) - Number(row.day);
  },
  phrases: {
    "==": {
      da: "der{not} gik {} {dag|dage}, før klagen blev besvaret",
      en: "the complaint was{not} answered in {} {day|days}",
    },
  },
};

/** The words about the jobcentre itself and its surroundings. */
export const vocabulary: readonly Term[] = [
  ...phrased(termsOfFact(factNamed(facts, "units"), "unit", { da: "enhedens ", en: "the unit's " }), {
    "unit.name": ["enheden{not} hedder {}", "the unit is{not} called {}"],
    "unit.kind": ["enheden{not} er {}", "the unit is{not} a {}"],
    "unit.has_parent": ["enheden hører{not} under en anden", "the unit is{not} below another"],
  }),
  ...phrased(termsOfFact(factNamed(facts, "staff"), "staff", { da: "medarbejderens ", en: "the employee's " }), {
    "staff.person": ["medarbejderen{not} er {}", "the employee is{not} {}"],
    "staff.share": ["medarbejderens andel af fuld tid{not} er {}", "the employee's share of full time is{not} {}"],
    "staff.role": ["medarbejderen{not} er {}", "the employee is{not} a {}"],
  }),
  ...phrased(termsOfFact(factNamed(facts, "unit_groups"), "unit_group", { da: "enhedens ", en: "the unit's " }), {
    "unit_group.target_group": ["enhedens målgruppe{not} er {}", "the unit's target group is{not} {}"],
  }),
  ...phrased(termsOfFact(factNamed(facts, "fund_dialogues"), "dialogue", { da: "dialogens ", en: "the dialogue's " }), {
    "dialogue.fund": ["a-kassen{not} er {}", "the fund is{not} {}"],
  }),
  ...phrased(termsOfFact(factNamed(facts, "complaints"), "complaint", { da: "klagens ", en: "the complaint's " }), {
    "complaint.has_citizen": ["klageren{not} er kendt", "the complainant is{not} known"],
    "complaint.answered": ["klagen{not} blev besvaret {}", "the complaint was{not} answered {}"],
  }),
  daysToAnswer,
  ...phrased(
    termsOfFact(factNamed(facts, "plan_deliveries"), "delivery", { da: "leverancens ", en: "the delivery's " }),
    {
      "delivery.item": ["leverancen{not} er {}", "the delivery is{not} {}"],
    },
  ),
  ...phrased(termsOfFact(factNamed(facts, "population"), "population", { da: "gruppens ", en: "the group's " }), {
    "population.area": ["området{not} er {}", "the area is{not} {}"],
    "population.age_from": ["den yngste alder{not} er {} år", "the youngest age is{not} {}"],
    "population.age_to": ["den ældste alder{not} er {} år", "the oldest age is{not} {}"],
    "population.persons": ["gruppen{not} er på {} {person|personer}", "the group is{not} {} {person|persons}"],
  }),
  ...phrased(
    termsOfFact(factNamed(facts, "published_statistics"), "statistic", {
      da: "statistikkens ",
      en: "the statistic's ",
    }),
    {
      "statistic.measure": ["målingen{not} er {}", "the measure is{not} {}"],
      "statistic.benefit": ["ydelsen{not} er {}", "the benefit is{not} {}"],
      "statistic.area": ["området{not} er {}", "the area is{not} {}"],
      "statistic.value": ["det offentliggjorte tal{not} er {}", "the published figure is{not} {}"],
    },
  ),
];
