import { codesOnDay, phrased, type Term, termsOfFact, termsOfOwner, weeksSinceLast } from "../language/public.ts";
import { age, benefitGroups, benefits, benefitsInGroup, benefitsOnDay, circumstancesOnDay } from "../law/public.ts";
import { codesOf, factNamed } from "../platform/kernel/fact-named.ts";
import { facts } from "./facts.ts";
import { weeksOnSupport, weeksSinceSupport, workHours } from "./vocabulary-by-hand.ts";
import { segment } from "./vocabulary-of-segments.ts";

const groupsOfBenefits: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.keys(benefitGroups).map((group) => [group, benefitsInGroup(group)]),
);

const person = phrased(
  termsOfOwner(factNamed(facts, "citizens"), "citizen", { da: "borgerens ", en: "the citizen's " }),
  {
    "citizen.born": ["borgeren{not} er født {}", "the citizen was{not} born {}"],
    "citizen.sex": ["borgeren{not} er {}", "the citizen is{not} a {}"],
    "citizen.origin": ["borgeren{not} er af {} herkomst", "the citizen is{not} of {} origin"],
    "citizen.sex !=": ["borgerens køn{not} er et andet end {}", "the citizen's sex is{not} other than {}"],
    "citizen.origin !=": ["borgeren{not} er af anden herkomst end {}", "the citizen is{not} of another origin than {}"],
    "citizen.education": ["borgerens uddannelsesniveau{not} er {}", "the citizen's level of education is{not} {}"],
  },
);

const onTheDay: readonly Term[] = [
  codesOnDay({
    id: "citizen.areas",
    owner: "citizen",
    fact: "residences",
    column: "area",
    label: { da: "Boligområder", en: "Areas" },
    meaning: {
      da: "De boligområder, borgeren bor i på dagen",
      en: "The residential areas the citizen lives in on the day",
    },
    phrase: { da: "borgeren{not} bor i {}", en: "the citizen is{not} living in {}" },
  }),
  benefitsOnDay,
  codesOnDay({
    id: "citizen.benefit_groups",
    owner: "citizen",
    fact: "benefit_spells",
    column: "benefit",
    codes: benefitGroups,
    groups: groupsOfBenefits,
    label: { da: "Ydelsesgrupper", en: "Benefit groups" },
    meaning: {
      da: "De grupper, borgerens ydelser den dag hører under",
      en: "The groups that the citizen's benefits that day count in",
    },
    phrase: { da: "borgerens ydelse{not} hører under {}", en: "the citizen's benefit is{not} within {}" },
  }),
  codesOnDay({
    id: "citizen.target_groups",
    owner: "citizen",
    fact: "target_group_spells",
    column: "target_group",
    codes: codesOf(factNamed(facts, "target_group_spells"), "target_group"),
    label: { da: "Målgrupper", en: "Target groups" },
    meaning: { da: "Borgerens målgrupper på dagen", en: "The citizen's target groups on the day" },
    phrase: { da: "borgeren{not} er {}", en: "the citizen is{not} {}" },
  }),
  circumstancesOnDay,
  codesOnDay({
    id: "citizen.work",
    owner: "citizen",
    fact: "employments",
    column: "kind",
    codes: codesOf(factNamed(facts, "employments"), "kind"),
    label: { da: "Arbejde", en: "Work" },
    meaning: {
      da: "Arten af de ansættelser, borgeren har på dagen",
      en: "The kinds of employment the citizen has on the day",
    },
    phrase: { da: "borgeren{not} er ansat i {}", en: "the citizen is{not} employed ({})" },
  }),
  codesOnDay({
    id: "citizen.in_education",
    owner: "citizen",
    fact: "education_spells",
    column: "kind",
    codes: codesOf(factNamed(facts, "education_spells"), "kind"),
    label: { da: "I uddannelse", en: "In education" },
    meaning: {
      da: "De uddannelser, borgeren er i gang med på dagen",
      en: "The education the citizen is in on the day",
    },
    phrase: { da: "borgeren{not} er i gang med {}", en: "the citizen is{not} in {}" },
  }),
  weeksSinceLast({
    id: "citizen.weeks_since_cv",
    owner: "citizen",
    fact: "cv_updates",
    label: { da: "Uger siden CV-opdatering", en: "Weeks since the CV was updated" },
    meaning: {
      da: "Hele uger fra CV'et sidst blev opdateret til dagen; mangler, hvis det aldrig er sket",
      en: "Completed weeks from the latest CV update to the day; missing if there was none",
    },
    phrase: {
      da: "der{not} er gået {} {uge|uger}, siden CV'et blev opdateret",
      en: "it is{not} {} {week|weeks} since the CV was updated",
    },
  }),
];

const spell: readonly Term[] = [
  ...phrased(termsOfFact(factNamed(facts, "benefit_spells"), "spell", { da: "ydelsens ", en: "the benefit's " }), {
    "spell.benefit": ["ydelsen{not} er {}", "the benefit is{not} {}"],
    "spell.fund": ["a-kassen{not} er {}", "the unemployment fund is{not} {}"],
    "spell.has_employer": ["borgeren{not} er sygemeldt fra et job", "the citizen is{not} on leave from a job"],
  }),
  {
    id: "spell.groups",
    subject: "benefit_spells",
    type: "codes",
    codes: benefitGroups,
    label: { da: "Ydelsesgrupper", en: "Benefit groups" },
    meaning: { da: "De grupper, ydelsen hører under", en: "The groups the benefit counts in" },
    changesWithTime: false,
    sql: (at, asked = []) => {
      const within = asked.flatMap((group) => groupsOfBenefits[group] ?? []);
      return within.length === 0 ? "FALSE" : `${at.row}.benefit IN (${within.map((code) => `'${code}'`).join(", ")})`;
    },
    value: ({ row }) => new Set(benefits.find(({ code }) => code === row.benefit)?.groups ?? []),
    phrases: { in: { da: "ydelsen{not} hører under {}", en: "the benefit is{not} within {}" } },
  },
  weeksSinceSupport,
];

/** The words about people: the citizen as a row's owner, and the facts recorded about them. */
export const vocabulary: readonly Term[] = [
  ...person,
  age,
  ...onTheDay,
  workHours,
  weeksOnSupport,
  segment,
  ...spell,
  ...phrased(termsOfFact(factNamed(facts, "residences"), "residence", { da: "bopælens ", en: "the residence's " }), {
    "residence.area": ["boligområdet{not} er {}", "the area is{not} {}"],
  }),
  ...phrased(
    termsOfFact(factNamed(facts, "target_group_spells"), "group", { da: "målgruppens ", en: "the target group's " }),
    {
      "group.target_group": ["målgruppen{not} er {}", "the target group is{not} {}"],
    },
  ),
  ...phrased(
    termsOfFact(factNamed(facts, "circumstances"), "circumstance", {
      da: "omstændighedens ",
      en: "the circumstance's ",
    }),
    { "circumstance.circumstance": ["omstændigheden{not} er {}", "the circumstance is{not} {}"] },
  ),
  ...phrased(termsOfFact(factNamed(facts, "case_steps"), "step", { da: "skridtets ", en: "the step's " }), {
    "step.step": ["skridtet{not} er {}", "the step is{not} {}"],
  }),
  ...termsOfFact(factNamed(facts, "cv_updates"), "cv", { da: "CV-opdateringens ", en: "the CV update's " }),
  ...phrased(
    termsOfFact(factNamed(facts, "employments"), "employment", { da: "ansættelsens ", en: "the employment's " }),
    {
      "employment.kind": ["ansættelsen{not} er et {}", "the employment is{not} of the kind {}"],
      "employment.hours": [
        "ansættelsen{not} er på {} {time|timer} om ugen",
        "the employment is{not} {} {hour|hours} a week",
      ],
    },
  ),
  ...phrased(
    termsOfFact(factNamed(facts, "education_spells"), "education", { da: "uddannelsens ", en: "the education's " }),
    {
      "education.kind": ["uddannelsen{not} er {}", "the education is{not} {}"],
      "education.outcome": ["uddannelsen{not} er {}", "the education is{not} {}"],
    },
  ),
  ...phrased(
    termsOfFact(factNamed(facts, "responsibilities"), "responsibility", {
      da: "ansvarets ",
      en: "the responsibility's ",
    }),
    {
      "responsibility.staff": ["sagsbehandleren{not} er {}", "the caseworker is{not} {}"],
    },
  ),
];
