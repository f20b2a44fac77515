import fc from "fast-check";
import { type Day, day, FOREVER } from "../../platform/kernel/day.ts";
import type { FactEvent, FactSpell, Family, Timeline } from "../contract.ts";

/** Codes that go together in one kind of case, so that generated people meet the rules written for them. */
type Theme = { readonly [K in Exclude<Family, "offer">]: readonly string[] } & {
  readonly events: readonly string[];
  readonly offers: readonly string[];
};

const OFFERS = [
  "virksomhedspraktik",
  "nytteindsats",
  "loentilskud",
  "vejledning_opkvalificering",
  "ordinaer_uddannelse",
  "mentor",
  "laese_skrive_kursus",
  "realkompetencevurdering",
];
const FUND = ["cv_samtale", "raadighedssamtale", "akasse_samtale"];
const TALKS = ["jobsamtale", "faelles_jobsamtale", "informationsmoede", "loentilskud_givet", "afdaekning_afsluttet"];

const THEMES: readonly Theme[] = [
  {
    benefit: ["a_dagpenge"],
    target_group: ["jobparat"],
    circumstance: ["fritaget_106", "visiteret_til_jobcenter", "ordinaert_arbejde_20_timer", "arbejdspligt"],
    events: [...TALKS, ...FUND],
    offers: OFFERS,
  },
  {
    benefit: ["kontanthjaelp", "uddannelseshjaelp"],
    target_group: ["jobparat", "aktivitetsparat", "uddannelsesparat", "aabenlyst_uddannelsesparat"],
    circumstance: ["fritaget_106", "arbejdspligt", "uden_indsats_12_maaneder"],
    events: TALKS,
    offers: OFFERS,
  },
  {
    benefit: ["sygedagpenge", "jobafklaring"],
    target_group: [],
    circumstance: [
      "ansat",
      "sygekategori_1",
      "sygekategori_2",
      "sygekategori_3",
      "rask_inden_13_uger",
      "syg_under_26_uger",
      "arbejdsgiverperiode",
      "pensionist",
    ],
    events: [
      "opfoelgning_sygedagpenge",
      "rehabilitering",
      "arbejdsgiversamtale",
      "fast_track_anmodning",
      "attest_anmodning",
      "attest_modtaget",
      "laegekonsultation",
      "revurdering_sygedagpenge",
      "jobsamtale",
    ],
    offers: OFFERS.slice(0, 2),
  },
  {
    benefit: ["fleksjob", "ledighedsydelse", "ressourceforloeb", "revalidering"],
    target_group: ["fleksjobvisiteret", "matchgruppe_1", "matchgruppe_2", "matchgruppe_3"],
    circumstance: ["midlertidigt_fleksjob", "gammel_fleksordning", "fritaget_106"],
    events: ["jobsamtale", "opfoelgning_fleksjob", "fleksjobvurdering", "status_fleksjob", "matchvurdering"],
    offers: OFFERS,
  },
  {
    benefit: ["integrationsydelse", "selvforsoergelses_og_hjemrejseydelse", "kontanthjaelp"],
    target_group: ["integrationsprogram"],
    circumstance: ["uden_ydelse_i_arbejde", "foraeldreorlov"],
    events: ["integrationssamtale", "integrationskontrakt", "introduktion_begyndt"],
    offers: OFFERS.slice(0, 4),
  },
];

/** All of it together: people whose cases cross. */
const EVERYTHING: Theme = {
  benefit: THEMES.flatMap(({ benefit }) => benefit),
  target_group: THEMES.flatMap(({ target_group }) => target_group),
  circumstance: THEMES.flatMap(({ circumstance }) => circumstance),
  events: THEMES.flatMap(({ events }) => events),
  offers: OFFERS,
};

/** The days on which the law changed and the days around them: half of all cases begin near one of them. */
const CHANGES = [
  "2012-03-01",
  "2014-01-01",
  "2015-01-05",
  "2017-01-01",
  "2020-01-01",
  "2024-01-01",
  "2025-07-01",
  "2026-07-01",
].map(day);
const FIRST = day("2010-01-01");
const LAST = day("2026-12-31");

/** Lengths that matter: within a week or two, a month, half a year, a year, years. */
const days = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 40 }) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 220 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 800 }) },
);

/** Benefits and groups come early in a case, so that there is something for the rest to happen in. */
const SOONER: Readonly<Record<Family, number>> = { benefit: 4, target_group: 4, circumstance: 3, offer: 1 };

type Place = { readonly start: Day; readonly theme: Theme };

function spells({ start, theme }: Place, family: Family, most: number): fc.Arbitrary<readonly FactSpell[]> {
  const codes = family === "offer" ? theme.offers : theme[family];
  if (codes.length === 0) return fc.constant([]);
  const spell = fc
    .record({ code: fc.constantFrom(...codes), after: days, length: days, ends: fc.integer({ min: 0, max: 3 }) })
    .map(({ code, after, length, ends }): FactSpell => {
      const from = (start + Math.floor(after / SOONER[family])) as Day;
      return { family, code, from, until: ends === 0 ? FOREVER : ((from + 1 + length) as Day) };
    });
  return fc.array(spell, { maxLength: most });
}

function timelineAt(place: Place): fc.Arbitrary<Timeline> {
  const { start, theme } = place;
  const event = fc
    .record({ code: fc.constantFrom(...theme.events), after: days })
    .map(({ code, after }): FactEvent => ({ code, day: (start + after) as Day }));
  const responsible = fc
    .record({ unit: fc.constantFrom("u1", "u2"), staff: fc.constantFrom("s1", "s2", null), after: days, length: days })
    .map(({ unit, staff, after, length }) => {
      const from = (start + after) as Day;
      return { unit, staff, from, until: (from + 1 + length) as Day };
    });
  return fc
    .record({
      born: fc.option(fc.integer({ min: start - 24_000, max: start - 5_800 }), { freq: 8 }),
      young: fc.option(fc.integer({ min: start - 10_958, max: start - 10_500 }), { freq: 1 }),
      education: fc.constantFrom("ufaglaert", "faglaert", null),
      benefits: spells(place, "benefit", 3),
      groups: spells(place, "target_group", 3),
      circumstances: spells(place, "circumstance", 5),
      offers: spells(place, "offer", 3),
      events: fc.array(event, { maxLength: 9 }),
      responsible: fc.array(responsible, { maxLength: 3 }),
    })
    .map(({ born, young, education, benefits, groups, circumstances, offers, ...rest }) => ({
      citizen: "c1",
      born: (young ?? born) as Day | null,
      education,
      spells: [...benefits, ...groups, ...circumstances, ...offers],
      ...rest,
    }));
}

/** The municipality that had rules of its own around a day. */
function ownerOf(at: Day): string {
  if (at < day("2016-01-01")) return "0159";
  return at < day("2018-01-01") ? "0766" : "0316";
}

/** A day to ask on: any, or one on or close after a day on which something happens, where being a day off shows. */
function askedOn(timeline: Timeline, any: Day): fc.Arbitrary<Day> {
  const edges = [
    ...timeline.spells.flatMap(({ from, until }) => (until === FOREVER ? [from] : [from, until])),
    ...timeline.events.map((event) => event.day),
  ];
  if (edges.length === 0) return fc.constant(any);
  const near = fc.tuple(fc.constantFrom(...edges), fc.constantFrom(-1, 0, 0, 1, 7, 8, 14, 15, 28, 183));
  return fc.oneof(
    fc.constant(any),
    near.map(([edge, days]) => (edge + days) as Day),
  );
}

/** A citizen, a municipality with or without rules of its own, and a day to ask on, spread over all regimes since 2010. */
export const cases: fc.Arbitrary<{ timeline: Timeline; asOf: Day; municipality: string | null }> = fc
  .record({
    start: fc.oneof(
      fc.integer({ min: FIRST, max: LAST }),
      fc
        .record({ change: fc.constantFrom(...CHANGES), before: fc.integer({ min: -60, max: 300 }) })
        .map((at) => at.change - at.before),
    ),
    theme: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...THEMES) },
      { weight: 1, arbitrary: fc.constant(EVERYTHING) },
    ),
    after: fc.integer({ min: 0, max: 900 }),
    own: fc.boolean(),
  })
  .chain(({ start, theme, after, own }) =>
    timelineAt({ start: start as Day, theme }).chain((timeline) =>
      askedOn(timeline, (start + after) as Day).map((asOf) => ({
        timeline,
        asOf,
        municipality: own ? ownerOf(start as Day) : null,
      })),
    ),
  );
