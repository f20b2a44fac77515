import { randomUUID } from "node:crypto";
import { interpreterNeedsOf, noteNeed } from "../citizens/public.ts";
import {
  type Keeping,
  makeMeeting,
  type NewMeeting,
  openingHoursOf,
  type Post,
  readMeetings,
  signUp,
} from "../contact/public.ts";
import { obligationsNow, talkBasis } from "../duties/public.ts";
import { type Database, inTenant, type Tx } from "../platform/db/public.ts";
import { addDays, type Day, isoDay, weekday } from "../platform/kernel/day.ts";

type Sketch = Pick<NewMeeting, "kind" | "subject" | "place" | "language" | "minutes" | "room" | "isDuty"> & {
  /** Days from the one the demo opens on. */
  readonly later: number;
  readonly people: number;
  readonly letter: "none" | "da";
};

/** Made-up meetings: one is over and nobody has noted who came, one is full, one is held in another language. */
const SKETCHES: readonly Sketch[] = [
  {
    later: -1,
    kind: "temamoede",
    subject: "Jobsøgning på nettet",
    place: "Biblioteket, sal 2",
    language: "dansk",
    minutes: 90,
    room: 12,
    isDuty: false,
    people: 7,
    letter: "none",
  },
  {
    later: 0,
    kind: "informationsmoede",
    subject: "Nyledig: rettigheder og pligter",
    place: "",
    language: "dansk",
    minutes: 60,
    room: 20,
    isDuty: true,
    people: 9,
    letter: "none",
  },
  {
    later: 2,
    kind: "informationsmoede",
    subject: "Ungemøde: uddannelse eller job",
    place: "Ungehuset",
    language: "dansk",
    minutes: 60,
    room: 6,
    isDuty: true,
    people: 6,
    letter: "none",
  },
  {
    later: 5,
    kind: "informationsmoede",
    subject: "Rettigheder og pligter på arabisk",
    place: "",
    language: "arabisk",
    minutes: 60,
    room: 15,
    isDuty: true,
    people: 3,
    letter: "none",
  },
  {
    later: 6,
    kind: "gruppecoaching",
    subject: "Tilbage til arbejdet efter sygdom",
    place: "Sundhedshuset",
    language: "dansk",
    minutes: 120,
    room: 8,
    isDuty: false,
    people: 4,
    letter: "none",
  },
  {
    later: 9,
    kind: "temamoede",
    subject: "Job i Sverige",
    place: "Biblioteket, sal 2",
    language: "engelsk",
    minutes: 90,
    room: 12,
    isDuty: false,
    people: 0,
    letter: "none",
  },
];

/** Plans some group meetings around the day the demo opens on and signs citizens up, through the same deeds as people do it. Does nothing when there are any. */
export async function fillMeetings(
  db: Database,
  municipality: string,
  { opensOn, post }: { readonly opensOn: Day; readonly post: Post },
): Promise<void> {
  await inTenant(db, { municipality }, async (tx) => {
    const who = { ...keepingOn(addDays(opensOn, -8), opensOn, post), schedule: openingHoursOf(municipality) };
    const ask = { when: "coming", page: 1 } as const;
    if ((await readMeetings(tx, ask, { who, mayWrite: false })).total > 0) return;
    const cases = Map.groupBy(await obligationsNow(tx, { statuses: ["open", "due_soon"] }), ({ staff }) => staff);
    const staff = [...cases.keys()].flatMap((one) => one ?? []).toSorted();
    for (const [at, sketch] of SKETCHES.entries()) {
      const one = staff[at % Math.max(1, staff.length)];
      if (one === undefined) return;
      const people = [...new Set(cases.get(one)?.map(({ citizen }) => citizen))].toSorted().toReversed();
      await putMeeting(tx, sketch, { staff: one, people, opensOn, who });
    }
  });
}

type Around = {
  readonly staff: string;
  readonly people: readonly string[];
  readonly opensOn: Day;
  readonly who: Keeping;
};

async function putMeeting(tx: Tx, sketch: Sketch, { staff, people, opensOn, who }: Around): Promise<void> {
  const { later, people: many, letter, ...values } = sketch;
  const asked = { ...values, form: "fremmoede", staff, day: isoDay(workingDay(opensOn, later)), starts: 540 };
  const made = await makeMeeting(tx, asked, who);
  const free = made.ok || made.why !== "faulty" ? null : made.faults.find((fault) => "instead" in fault);
  const instead = free && "instead" in free ? free.instead : null;
  const planned =
    made.ok || instead === null
      ? made
      : await makeMeeting(tx, { ...asked, day: isoDay(instead.day), starts: instead.starts }, who);
  if (!planned.ok) throw new Error(`a made-up meeting was refused: ${JSON.stringify(planned)}`);
  const citizens = people.slice(0, many);
  // Those at a meeting in another language need an interpreter at all others.
  if (sketch.language === "arabisk") for (const citizen of citizens) await noteArabic(tx, citizen, opensOn);
  if (citizens.length > 0) await signUp(tx, planned.meeting.id, { asked: { citizens, letter }, who });
}

async function noteArabic(tx: Tx, citizen: string, opensOn: Day): Promise<void> {
  const user = { label: "demo", role: "system" };
  const who = { user, on: opensOn, today: opensOn, newId: () => `note-${randomUUID()}` };
  if ((await interpreterNeedsOf(tx, [citizen])).size > 0) return;
  const asked = { language: "arabisk", way: "fremmoede", sex: null, from: isoDay(addDays(opensOn, -100)), to: null };
  const done = await noteNeed(tx, citizen, { asked, who });
  if (!done.ok) throw new Error("a made-up interpreter need was refused");
}

/** The days of planning lie before the day the demo opens on, so that a meeting can be over on it. */
function keepingOn(day: Day, opensOn: Day, post: Post): Omit<Keeping, "schedule"> {
  const nobody = { restricted: new Set<string>(), aside: new Set<string>() };
  return {
    user: { label: "demo", role: "system" },
    staff: null,
    units: "all",
    now: { day, minute: 0 },
    known: isoDay(opensOn),
    post,
    basisOf: talkBasis(opensOn),
    heldBack: () => Promise.resolve(nobody),
  };
}

const FRIDAY = 5;

function workingDay(opensOn: Day, later: number): Day {
  const step = later < 0 ? -1 : 1;
  let day = addDays(opensOn, later);
  while (weekday(day) > FRIDAY) day = addDays(day, step);
  return day;
}
