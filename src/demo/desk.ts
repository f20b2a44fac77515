import { type Day, day } from "../platform/kernel/day.ts";
import type { Quota } from "./rules/quota.ts";
import { pickWeighted } from "./rules/random.ts";
import { type Row, record, type Spell, unlessMissing, type World } from "./world.ts";

export const LOCKDOWN = day("2020-03-11");
export const REOPENED = day("2020-05-28");
const DIGITAL_UNTIL = day("2021-01-01");

/** Who is to be talked with in a benefit row, and when. */
export type Desk = {
  readonly row: Row;
  readonly firstTalk: number;
  /** Held talks per unit of activity, and what is owed, by kind. */
  readonly kinds: readonly { readonly kind: string; readonly rate: number; readonly quota: Quota }[];
  readonly perYear: number;
  readonly due: (Spell[] | undefined)[];
  backlog: Spell[];
};

function formOn(world: World, today: Day): string {
  const { talks } = world.streams;
  if (today < LOCKDOWN) return pickWeighted(talks, { fremmoede: 0.92, telefon: 0.08 });
  if (today < REOPENED) return pickWeighted(talks, { telefon: 0.8, digital: 0.2 });
  if (today < DIGITAL_UNTIL) return pickWeighted(talks, { fremmoede: 0.4, telefon: 0.45, digital: 0.15 });
  return pickWeighted(talks, { fremmoede: 0.62, telefon: 0.25, digital: 0.13 });
}

type Talk = { readonly spell: Spell; readonly kind: string; readonly status: string; readonly guidance?: boolean };

/** The parts of the time on unemployment benefit in each of which the fund takes part in a talk, by their ends in days. */
const JOINT_PARTS = [91, 183, 487];

/** The talk's kind: of the job talks with members of unemployment funds, some are held together with the fund. */
function kindOf(world: World, today: Day, { spell, kind, status }: Talk): string {
  if (kind !== "jobsamtale" || status !== "holdt" || spell.row.name !== "a_dagpenge") return kind;
  const part = 1 + JOINT_PARTS.findIndex((end) => today - spell.from < end);
  if (part <= spell.jointIn || !world.streams.cases.chance(0.6)) return kind;
  spell.jointIn = part;
  return "faelles_jobsamtale";
}

/** Writes a talk that was held or missed. */
export function putTalk(world: World, today: Day, talk: Talk): void {
  record(world, "conversations", {
    day: today,
    citizen: talk.spell.person.id,
    kind: kindOf(world, today, talk),
    form: talk.status === "holdt" ? unlessMissing(world, "form", formOn(world, today)) : null,
    status: talk.status,
    repatriation_guidance: talk.guidance ?? null,
  });
}

/** Plans the next talk of a spell. */
export function book(world: World, desk: Desk, { spell, on }: { spell: Spell; on: Day }): void {
  const place = on - world.frame.first;
  spell.talkOn = on;
  if (place < 0 || place >= world.ends.length) return;
  const list = desk.due[place];
  if (list) list.push(spell);
  else desk.due[place] = [spell];
}

/** Why a talk does not take place, or null when it does. */
export function missedStatus(world: World): string | null {
  const { talks } = world.streams;
  const { missed } = world.targets.talks;
  const drawn = talks.unit();
  const stayedAway = missed.udeblevet ?? 0;
  if (drawn < stayedAway) return "udeblevet";
  return drawn < stayedAway + (missed.aflyst ?? 0) ? "aflyst" : null;
}
