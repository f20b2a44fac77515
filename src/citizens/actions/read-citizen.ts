import { benefits, benefitsInGroup } from "../../law/public.ts";
import { staffNames, unitNames } from "../../organisation/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Sees, Tx } from "../../platform/db/public.ts";
import { ageOn, day, isoDay } from "../../platform/kernel/day.ts";
import type { CitizenRecord, TimelineEntry } from "../contract.ts";
import { groupings } from "../groupings.ts";
import { codedIn } from "../labels.ts";
import { mineToday } from "../queries/mine.ts";
import {
  type ContactBelief,
  contactBeliefs,
  cvUpdatesOf,
  type PersonBelief,
  personBeliefs,
  type RecordRow,
  responsibleFor,
  rowsOf,
} from "../queries/record.ts";
import { ageRulesFor } from "../rules/age-rules.ts";
import { benefitsSince, groupOf, versionsOn } from "../rules/grouping.ts";
import { thresholdsOn, timeOnSupport } from "../rules/time-on-support.ts";
import { cprOf } from "./cpr-of.ts";
import { contactOf, historyOf, relativesOf } from "./identity.ts";
import { CASE_WORK, type Looking } from "./looking.ts";
import { benefitLine, lastDay, ownTimeline } from "./timeline.ts";

/** What happened in other words' records, and from which kinds of data it was read, for the access log. */
export type OtherTimeline = { readonly lines: readonly TimelineEntry[]; readonly data: readonly string[] };
/** The same, for one citizen: the app hands it over. */
export type OtherTimelines = (tx: Tx, citizen: string) => Promise<OtherTimeline>;

/** What this word's own records on the page are, for the access log. */
const OWN_DATA = [
  "citizens",
  "contact_details",
  "relatives",
  "benefit_spells",
  "target_group_spells",
  "circumstances",
  "case_steps",
  "employments",
  "education_spells",
  "cv_updates",
  "responsibilities",
];

/** Who looks, what other words add, and who knows whether the data may only be stored. */
export type RecordLook = {
  readonly who: Looking;
  readonly others: OtherTimelines;
  readonly isRestricted: (tx: Tx, citizen: string) => Promise<boolean>;
};

/** All that one page shows about a citizen, logged; null when nobody of that id is in sight. */
export async function readCitizen(
  tx: Tx,
  id: string,
  { who, others, isRestricted }: RecordLook,
): Promise<CitizenRecord | null> {
  const beliefs = await personBeliefs(tx, id);
  const person = beliefs.find(isPresent);
  if (!person) return null;
  const contacts = await contactBeliefs(tx, id);
  const may = { reveal: await reaches(tx, id, who.reveals), write: await reaches(tx, id, who.writes) };
  const shown = { hidden: person.protected, may };
  const other = await others(tx, id);
  await logAccess(tx, {
    user: who.user,
    action: "citizens.read",
    purpose: CASE_WORK,
    keys: [id],
    data: [...OWN_DATA, ...other.data],
  });
  return {
    id,
    on: isoDay(who.on),
    restricted: await isRestricted(tx, id),
    ...shown,
    ...headOf(person, who),
    contact: person.protected ? null : contactOf(contacts),
    versions: { person: person.version, contact: contacts.find(isPresent)?.version ?? null },
    ...(await lifeOf(tx, id, { person, who, other })),
    relatives: await relativesOf(tx, id, person.protected),
    history: person.protected ? [] : historyOf(beliefs, contacts),
  };
}

/** Does a permission of some reach cover this citizen, who is in sight? */
export async function reaches(tx: Tx, citizen: string, reach: Sees): Promise<boolean> {
  return reach === "own" ? await mineToday(tx, citizen) : reach !== "none";
}

function isPresent({ known_until }: PersonBelief | ContactBelief): boolean {
  return known_until === "9999-12-31";
}

type Head = Pick<
  CitizenRecord,
  "name" | "protected" | "born" | "age" | "sex" | "origin" | "education" | "qualified" | "cpr" | "ageRules"
>;

function headOf(person: PersonBelief, who: Looking): Head {
  const born = person.born === null ? null : day(person.born);
  const coded = (column: "sex" | "origin" | "education") =>
    person[column] === null ? null : codedIn("citizens", column, person[column]);
  return {
    name: person.protected ? null : person.name,
    protected: person.protected,
    born: person.born,
    age: born === null ? null : ageOn(born, who.on),
    sex: coded("sex"),
    origin: coded("origin"),
    education: coded("education"),
    qualified: person.education === null ? null : person.education !== "ufaglaert",
    cpr: cprOf(person, who),
    ageRules: [...ageRulesFor(born, who.on)],
  };
}

type Life = Pick<CitizenRecord, "benefits" | "targetGroups" | "groupings" | "time" | "responsible" | "timeline">;
type LifeContext = { readonly person: PersonBelief; readonly who: Looking; readonly other: OtherTimeline };

async function lifeOf(tx: Tx, id: string, { person, who, other }: LifeContext): Promise<Life> {
  const spells = await rowsOf(tx, "benefit_spells", id);
  const groups = await rowsOf(tx, "target_group_spells", id);
  const holds = (row: RecordRow): boolean =>
    String(row.from_day) <= isoDay(who.on) && isoDay(who.on) < String(row.until_day);
  const now = {
    age: person.born === null ? null : ageOn(day(person.born), who.on),
    benefits: spells.filter(holds).map((row) => String(row.benefit)),
    targetGroups: groups.filter(holds).map((row) => String(row.target_group)),
  };
  const time = timeOf(spells, who);
  const grouped = {
    ...now,
    supportSince: time.since === null ? null : day(time.since),
    benefitSince: benefitsSince(
      spells.map((row) => ({
        benefit: String(row.benefit),
        from: day(String(row.from_day)),
        until: day(String(row.until_day)),
      })),
      who.on,
    ),
  };
  const own = await ownTimeline(tx, id, { spells, groups, cv: await cvUpdatesOf(tx, id) });
  return {
    benefits: spells.map((row) => benefitLine(row, benefits, who.on)),
    targetGroups: groups.map((row) => ({
      group: codedIn("target_group_spells", "target_group", String(row.target_group)),
      from: String(row.from_day),
      to: lastDay(row),
    })),
    groupings: versionsOn(groupings, who.on).map((grouping) => {
      const group = groupOf(grouping, grouped, who.on);
      const { id: key, label, source, assumption, reads } = grouping;
      return {
        id: key,
        label: { ...label },
        source,
        assumption: assumption && { ...assumption },
        reads: reads.map(({ asked, read, other }) => ({ asked: { ...asked }, read: { ...read }, other: { ...other } })),
        group: group && { ...group.label },
      };
    }),
    time,
    responsible: await responsibleOf(tx, id),
    timeline: [...own, ...other.lines].sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? 1 : -1)),
  };
}

function timeOf(spells: readonly RecordRow[], { on }: Looking): CitizenRecord["time"] {
  const support = benefitsInGroup("support");
  const stretches = spells
    .filter((row) => support.includes(String(row.benefit)))
    .map((row) => ({ from: day(String(row.from_day)), until: day(String(row.until_day)) }));
  const { since, ...time } = timeOnSupport(stretches, on);
  const { reached, next } = thresholdsOn(since, on);
  return {
    ...time,
    since: since === null ? null : isoDay(since),
    reached: [...reached],
    next: next && { id: next.id, on: isoDay(next.on) },
  };
}

async function responsibleOf(tx: Tx, id: string): Promise<CitizenRecord["responsible"]> {
  const rows = await responsibleFor(tx, id);
  const units = await unitNames(tx);
  const staff = await staffNames(
    tx,
    rows.flatMap((row) => (row.staff === null ? [] : String(row.staff))),
  );
  return rows.map((row) => ({
    unit: { id: String(row.unit), name: units.get(String(row.unit)) ?? null },
    staff: row.staff === null ? null : { id: String(row.staff), name: staff.get(String(row.staff)) ?? null },
    from: String(row.from_day),
    to: lastDay(row),
  }));
}
