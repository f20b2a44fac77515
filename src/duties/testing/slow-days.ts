// One citizen's days as the slow evaluator sees them: what was so on each, and what a rule has to say to it.
import { ageOn, dayOf, firstOfMonth, GROUPS, holds, LAW, NEVER, plus, type Row, type Today } from "./slow-law.ts";

export type SlowTimeline = {
  readonly born: number | null;
  readonly education: string | null;
  readonly spells: readonly { family: string; code: string; from: number; until: number }[];
  readonly events: readonly { code: string; day: number }[];
};

export type Days = {
  readonly first: number;
  readonly asOf: number;
  readonly on: (day: number) => Today & { group: string | null };
  readonly timeline: SlowTimeline;
  /** Which offers count as running, and until when, as known on the day of asking. */
  readonly offers: readonly { code: string; from: number; until: number }[];
};

export function daysOf(timeline: SlowTimeline, asOf: number): Days {
  const spells = timeline.spells
    .filter(({ from, until }) => from <= asOf && from < until)
    .map((spell) => (spell.until > asOf ? { ...spell, until: NEVER } : spell));
  const first = Math.min(asOf, ...spells.map(({ from }) => from), ...timeline.events.map(({ day }) => day));
  const days = new Map<number, Today & { group: string | null }>();
  const on = (day: number): Today & { group: string | null } => {
    let today = days.get(day);
    if (today === undefined) {
      const codes = (family: string): Set<string> =>
        new Set(
          spells.filter((one) => one.family === family && one.from <= day && day < one.until).map((one) => one.code),
        );
      const citizen: Today = {
        benefits: codes("benefit"),
        target_groups: codes("target_group"),
        circumstances: codes("circumstance"),
        age: timeline.born === null ? Number.NaN : ageOn(timeline.born, day),
        education: timeline.education,
      };
      today = { ...citizen, group: GROUPS.find(({ where }) => holds(where, citizen))?.code ?? null };
      days.set(day, today);
    }
    return today;
  };
  return { first, asOf, on, timeline, offers: spells.filter(({ family }) => family === "offer") };
}

export function under(row: Row, days: Days, day: number): boolean {
  const today = days.on(day);
  if (row.groups && (today.group === null || !row.groups.includes(today.group))) return false;
  return holds(row.where, today);
}

const inForce = (row: { valid_from: string; valid_to: string }, day: number): boolean =>
  dayOf(row.valid_from) <= day && (row.valid_to.startsWith("open") || day <= dayOf(row.valid_to));

/** Is the rule in force on the day here: not before, not after, and no trial sets it aside? */
function binds(row: Row, municipality: string | null, day: number): boolean {
  if (!inForce(row, day)) return false;
  if (row.municipality) return row.municipality === municipality;
  return !LAW.lifts.some(
    (lift) => lift.municipality === municipality && lift.duties.includes(row.duty ?? "") && inForce(lift, day),
  );
}

/** One rule for one citizen, with the answers that the walk asks for each day. */
export type Walk = {
  readonly row: Row;
  readonly days: Days;
  readonly binds: (day: number) => boolean;
  readonly exempt: (day: number) => boolean;
  /** Does something that meets the duty happen on the day? */
  readonly meets: (day: number) => boolean;
  readonly starts: (day: number) => boolean;
  readonly extends: (day: number) => boolean;
  readonly moves: string | undefined;
  readonly extension: { by: string; on: string } | undefined;
};

function receivedOver(row: Row, days: Days): (day: number) => boolean {
  const received = row.trigger?.received;
  if (!received) return () => false;
  const counts = (day: number): boolean =>
    received.benefits.some((code) => days.on(day).benefits.has(code)) &&
    !(received.without ?? []).some((code) => days.on(day).circumstances.has(code));
  const limit = Number(received.more_than.split(" ")[0]) * (received.more_than.includes("week") ? 7 : 1);
  return (day) => {
    if (day < days.first) return false;
    let number = 0;
    const from = Math.max(days.first, plus(firstOfMonth(day), `${1 - received.calendar_months} months`));
    for (let each = from; each <= day; each++) if (counts(each)) number++;
    return number > limit;
  };
}

function startsOn(row: Row, days: Days): (day: number) => boolean {
  const { trigger } = row;
  if (trigger?.event) {
    const on = new Set(days.timeline.events.filter(({ code }) => code === trigger.event).map(({ day }) => day));
    return (day) => on.has(day);
  }
  if (trigger?.offer) {
    const on = new Set(days.offers.map(({ from, until }) => (trigger.offer === "begins" ? from : until)));
    return (day) => on.has(day);
  }
  if (trigger?.received) {
    const over = receivedOver(row, days);
    // Nothing can be over the limit before that many days have gone by.
    return (day) => days.on(day).benefits.size > 0 && over(day) && !over(day - 1);
  }
  return (day) => !under(row, days, day - 1);
}

export function walkOf(row: Row, days: Days, municipality: string | null): Walk {
  const here = LAW.rows.filter((one) => !one.municipality || one.municipality === municipality);
  const adjusting = here.flatMap((one) => (one.adjusts?.rule === row.id ? [one.adjusts] : []));
  const exempting = here.filter((one) => row.duty && one.exempts?.includes(row.duty));
  const { events = [], offers = [], lasting } = row.satisfied_by ?? {};
  const notCounted = adjusting.flatMap((one) => one.not_counted ?? []);
  const metOn = new Set([
    ...days.timeline.events.filter(({ code }) => events.includes(code)).map(({ day }) => day),
    ...days.offers
      .filter(({ code }) => offers.includes(code) && !notCounted.includes(code))
      .filter(({ from, until }) => lasting === undefined || until >= plus(from, lasting))
      .map(({ from }) => from),
  ]);
  const extension = adjusting.find((one) => one.extended)?.extended;
  return {
    row,
    days,
    binds: (day) => binds(row, municipality, day),
    exempt: (day) => exempting.some((one) => inForce(one, day) && under(one, days, day)),
    meets: (day) => metOn.has(day),
    starts: startsOn(row, days),
    extends: (day) => days.timeline.events.some((event) => event.day === day && event.code === extension?.on),
    moves: adjusting.find((one) => one.after_exemption)?.after_exemption,
    extension,
  };
}
