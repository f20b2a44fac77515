import { sql } from "kysely";
import {
  type Booked,
  book,
  bookedFrom,
  type Keeping,
  kinds,
  openingHoursOf,
  sendLetters,
  settle,
} from "../../contact/public.ts";
import { type ListedObligation, ruleOf, talkBasis } from "../../duties/public.ts";
import { inTenant, type Tx } from "../../platform/db/public.ts";
import { addDays, type Day, isoDay } from "../../platform/kernel/day.ts";
import { withoutRestricted } from "../../privacy/public.ts";
import type { Runtime } from "../runtime-type.ts";

/** What became of a made-up office's appointments. */
export type Told = { booked: number; refused: number; held: number; missed: number; cancelled: number };

const EVENING = 17 * 60;
/** Days ahead on which the made-up caseworkers book what falls due. */
const AHEAD = 10;

/** Caseworkers who do their days: they tell what became of the day's meetings, book what falls due soon, and write. */
export function office(runtime: Runtime, municipality: string) {
  const work = <T>(what: (tx: Tx) => Promise<T>): Promise<T> => inTenant(runtime.db, { municipality }, what);
  const told: Told = { booked: 0, refused: 0, held: 0, missed: 0, cancelled: 0 };
  const keeping = (on: Day): Keeping => ({
    user: { label: "test", role: "caseworker" },
    staff: null,
    units: "all",
    now: { day: on, minute: EVENING },
    schedule: openingHoursOf(municipality),
    known: isoDay(on),
    post: runtime.post.of(municipality),
    basisOf: talkBasis(on),
    heldBack: () => Promise.resolve({ restricted: new Set<string>(), aside: new Set<string>() }),
  });
  return {
    told,
    work,
    endDay: async (on: Day): Promise<void> => {
      const who = keeping(on);
      for (const meeting of await work((tx) => meetingsUntil(tx, on))) {
        const outcome = outcomeOf(told.held + told.missed + told.cancelled);
        const asked = outcomeAsked(meeting, outcome);
        const done = await work((tx) => settle(tx, meeting.id, { asked, who }));
        if (!done.ok) throw new Error(`an outcome was refused: ${JSON.stringify(done)}`);
        told[outcome] += 1;
      }
    },
    bookAhead: async (on: Day, open: readonly ListedObligation[]): Promise<void> => {
      const taken = new Set((await work((tx) => bookedFrom(tx, isoDay(on)))).map(({ citizen }) => citizen));
      for (const duty of open.filter((one) => isToBook(one, on))) {
        if (taken.has(duty.citizen)) continue;
        taken.add(duty.citizen);
        const done = await bookFor(duty, { on, who: keeping(on), work });
        told[done.ok ? "booked" : "refused"] += 1;
      }
    },
    send: async (on: Day): Promise<void> => {
      // As if the minutes in which a letter can be taken back had gone by.
      await work((tx) => sql`update contact.letters set not_before = now() where state = 'waiting'`.execute(tx));
      const post = runtime.post.of(municipality);
      const sending = { municipality, post, basisOf: talkBasis(on), on, mayWriteTo: withoutRestricted };
      await sendLetters(runtime.db, sending);
    },
  };
}

type Outcome = "held" | "missed" | "cancelled";
type Meeting = { readonly id: string; readonly version: number; readonly isDuty: boolean };

function meetingsUntil(tx: Tx, on: Day): Promise<readonly Meeting[]> {
  return sql<Meeting>`select id, version, is_duty as "isDuty" from contact.appointments
    where state = 'booked' and day <= ${isoDay(on)}::date order by id`
    .execute(tx)
    .then(({ rows }) => rows);
}

/** Most meetings are held, some are missed, a few are called off: by how many there were before. */
function outcomeOf(at: number): Outcome {
  if (at % 7 === 3) return "missed";
  return at % 11 === 5 ? "cancelled" : "held";
}

function outcomeAsked({ version, isDuty }: Meeting, outcome: Outcome): Parameters<typeof settle>[2]["asked"] {
  const isDecided = outcome === "missed" && isDuty;
  return {
    version,
    outcome,
    reason: outcome === "held" ? "" : "Syg",
    isReasonable: isDecided ? true : null,
    decision: isDecided ? "no_consequence" : null,
    decidedWhy: isDecided ? "Sygemeldt" : "",
    note: "",
    next: null,
    letter: "da",
  };
}

function kindFor(duty: ListedObligation): (typeof kinds)[number] | undefined {
  return kinds.find(({ code }) => ruleOf(duty)?.satisfiedBy.events.includes(code));
}

function isToBook(duty: ListedObligation, on: Day): boolean {
  const isSoon = duty.due !== null && duty.due <= addDays(on, AHEAD);
  return isSoon && duty.actor === "municipality" && duty.status !== "exempt" && duty.staff !== null && !!kindFor(duty);
}

type Booking = {
  readonly on: Day;
  readonly who: Keeping;
  readonly work: <T>(what: (tx: Tx) => Promise<T>) => Promise<T>;
};

/** Books a talk that would meet a duty for tomorrow at nine, or at the nearest time that the refusal names. */
async function bookFor(duty: ListedObligation, { on, who, work }: Booking): Promise<Booked> {
  const kind = kindFor(duty);
  if (!kind || duty.staff === null) throw new Error("this duty cannot be booked for");
  const { code, forms, minutes, duty: isDuty } = kind;
  const asked = {
    kind: code,
    form: forms[0] ?? "telefon",
    day: isoDay(addDays(on, 1)),
    starts: 540,
    minutes,
    staff: duty.staff,
    isDuty,
    purpose: "",
    parties: [],
    letter: "da" as const,
  };
  const first = await work((tx) => book(tx, duty.citizen, { asked, follows: null, who }));
  const instead = !first.ok && first.why === "faulty" ? first.faults[0]?.instead : null;
  if (!instead) return first;
  const nearest = { ...asked, day: isoDay(instead.day), starts: instead.starts };
  return work((tx) => book(tx, duty.citizen, { asked: nearest, follows: null, who }));
}
