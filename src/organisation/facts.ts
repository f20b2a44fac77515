import { law } from "../law/public.ts";
import { codes, column, type Fact } from "../platform/kernel/fact.ts";

const units: Fact = {
  name: "units",
  word: "organisation",
  shape: "spell",
  label: { da: "Enheder", en: "Units" },
  meaning: { da: "Jobcentrets kerneområder, afsnit og team", en: "The jobcentre's core areas, sections and teams" },
  columns: [
    column("name", "text", { label: ["Navn", "Name"], meaning: ["Hvad enheden hedder", "What the unit is called"] }),
    column("kind", "code", {
      label: ["Art", "Kind"],
      meaning: ["Kerneområde, afsnit eller team", "Core area, section or team"],
      codes: codes(
        ["kerneomraade", "kerneområde", "core area"],
        ["afsnit", "afsnit", "section"],
        ["team", "team", "team"],
      ),
    }),
    column("parent", "key", {
      label: ["Hører under", "Belongs to"],
      meaning: ["Den enhed, den hører under", "The unit it belongs to"],
      required: false,
      refers: "units",
    }),
  ],
};

const staff: Fact = {
  name: "staff",
  word: "organisation",
  shape: "spell",
  label: { da: "Medarbejdere", en: "Staff" },
  meaning: {
    da: "Hvem der arbejder i hvilken enhed, og hvor meget af fuld tid",
    en: "Who works in which unit, and how much of full time",
  },
  columns: [
    column("person", "text", {
      label: ["Medarbejder", "Member of staff"],
      meaning: ["Medarbejderens id, som log-in kalder dem", "The employee's id, as the log-in names them"],
    }),
    column("unit", "key", { label: ["Enhed", "Unit"], meaning: ["Enhedens id", "The unit's id"], refers: "units" }),
    column("name", "text", {
      label: ["Navn", "Name"],
      meaning: ["Kun til visning for kolleger", "Only shown to colleagues"],
      required: false,
      identifying: true,
    }),
    column("share", "thousandths", {
      label: ["Årsværk", "Full-time share"],
      meaning: ["Andel af fuld tid, 0-1", "Share of full time, 0-1"],
      required: false,
      min: 0,
      max: 1,
      whenEmpty: 1,
    }),
    column("role", "code", {
      label: ["Rolle", "Role"],
      meaning: ["Hvad medarbejderen laver i enheden", "What the employee does in the unit"],
      required: false,
      codes: codes(
        ["leder", "leder", "manager"],
        ["faglig_koordinator", "faglig koordinator", "professional coordinator"],
        ["sagsbehandler", "sagsbehandler", "caseworker"],
        ["jobkonsulent", "jobkonsulent", "job consultant"],
        ["virksomhedskonsulent", "virksomhedskonsulent", "company consultant"],
        ["uddannelsesvejleder", "uddannelsesvejleder", "education adviser"],
        ["mentor", "mentor", "mentor"],
        ["fleksjobambassadoer", "fleksjobambassadør", "flexjob ambassador"],
        ["administrativ", "administrativ medarbejder", "administrative employee"],
      ),
    }),
  ],
};

const unitGroups: Fact = {
  name: "unit_groups",
  word: "organisation",
  shape: "spell",
  label: { da: "Enheders målgrupper", en: "Units' target groups" },
  meaning: { da: "Hvilke målgrupper en enhed har ansvar for", en: "Which target groups a unit answers for" },
  key: ["unit", "target_group", "first_day"],
  apart: ["unit", "target_group"],
  columns: [
    column("unit", "key", { label: ["Enhed", "Unit"], meaning: ["Enhedens id", "The unit's id"], refers: "units" }),
    column("target_group", "code", {
      label: ["Målgruppe", "Target group"],
      meaning: ["Målgruppen, som loven deler dem", "The target group as the law divides them"],
      codes: Object.fromEntries(law.groups.map(({ code, label }) => [code, label])),
    }),
  ],
};

const fundDialogues: Fact = {
  name: "fund_dialogues",
  word: "organisation",
  shape: "event",
  label: { da: "Dialog med a-kasser", en: "Dialogues with unemployment funds" },
  meaning: { da: "Møder og samtaler med en a-kasse", en: "Meetings and talks with an unemployment fund" },
  key: ["fund", "day"],
  columns: [column("fund", "text", { label: ["A-kasse", "Fund"], meaning: ["A-kassens kode", "The fund's code"] })],
};

const complaints: Fact = {
  name: "complaints",
  word: "organisation",
  shape: "event",
  label: { da: "Klager", en: "Complaints" },
  meaning: { da: "Klager efter modtagelsesdag", en: "Complaints by the day they came in" },
  columns: [
    column("citizen", "key", {
      label: ["Borger", "Citizen"],
      meaning: ["Klageren, hvis kendt", "Who complained, if known"],
      required: false,
      refers: "citizens",
    }),
    column("answered", "day", {
      label: ["Besvaret", "Answered"],
      meaning: ["Dag for svaret", "Day of the answer"],
      required: false,
    }),
  ],
};

const planDeliveries: Fact = {
  name: "plan_deliveries",
  word: "organisation",
  shape: "event",
  label: { da: "Leverancer under planen", en: "Plan deliveries" },
  meaning: {
    da: "Strategier, handleplaner og undersøgelser, der er leveret",
    en: "Strategies, action plans and surveys that were delivered",
  },
  key: ["item"],
  columns: [
    column("item", "text", {
      label: ["Leverance", "Delivery"],
      meaning: ["Leverancens kode, fx virksomhedsstrategi", "The delivery's code, such as virksomhedsstrategi"],
    }),
  ],
};

const population: Fact = {
  name: "population",
  word: "organisation",
  shape: "event",
  label: { da: "Befolkning", en: "Population" },
  meaning: { da: "Folketal på en dag", en: "Population on a day" },
  key: ["area", "age_from", "age_to", "day"],
  columns: [
    column("area", "text", {
      label: ["Område", "Area"],
      meaning: ["Kommunekode, boligområde eller landet", "Municipality code, residential area or landet"],
    }),
    column("age_from", "int", {
      label: ["Alder fra", "Age from"],
      meaning: ["Yngste alder", "Youngest age"],
      min: 0,
      max: 130,
    }),
    column("age_to", "int", {
      label: ["Alder til", "Age to"],
      meaning: ["Ældste alder", "Oldest age"],
      min: 0,
      max: 130,
    }),
    column("persons", "int", {
      label: ["Personer", "Persons"],
      meaning: ["Antal personer", "Number of persons"],
      min: 0,
      max: 100_000_000,
    }),
  ],
};

const publishedStatistics: Fact = {
  name: "published_statistics",
  word: "organisation",
  shape: "event",
  label: { da: "Offentliggjort statistik", en: "Published statistics" },
  meaning: {
    da: "Tal fra andre, fx Jobindsats; dagen er periodens sidste",
    en: "Figures by others, such as Jobindsats; the day is the period's last",
  },
  key: ["measure", "benefit", "area", "period", "unit"],
  columns: [
    column("measure", "text", { label: ["Mål", "Measure"], meaning: ["Målingens kode", "The measure's code"] }),
    column("benefit", "text", {
      label: ["Ydelse", "Benefit"],
      meaning: ["Ydelsens kode, hvis den gælder én", "The benefit's code, if for one"],
      required: false,
    }),
    column("area", "text", {
      label: ["Område", "Area"],
      meaning: ["Kommunekode, klynge, RAR eller landet", "Municipality code, cluster, RAR or landet"],
    }),
    column("period", "text", {
      label: ["Periode", "Period"],
      meaning: ["2019, 2019-Q1 eller 2019-05", "2019, 2019-Q1 or 2019-05"],
    }),
    column("value", "number", {
      label: ["Værdi", "Value"],
      meaning: ["Det offentliggjorte tal", "The published figure"],
    }),
    column("unit", "text", { label: ["Enhed", "Unit"], meaning: ["Tallets enhed", "The figure's unit"] }),
    column("source", "text", { label: ["Kilde", "Source"], meaning: ["Hvor tallet står", "Where the figure stands"] }),
  ],
};

/** What the jobcentre records about itself and its surroundings. */
export const facts: readonly Fact[] = [
  units,
  staff,
  unitGroups,
  fundDialogues,
  complaints,
  planDeliveries,
  population,
  publishedStatistics,
];
