import {
  addAppointments,
  appointmentsFrom,
  bookedFrom,
  kinds,
  type Post,
  stepLetter,
  writeAbout,
} from "../contact/public.ts";
import { obligationsNow, ruleOf, talkBasis } from "../duties/public.ts";
import { type Database, inTenant, type Tx } from "../platform/db/public.ts";
import { addDays, type Day, isoDay, weekday } from "../platform/kernel/day.ts";

/** When the made-up caseworkers hold their meetings: minutes since midnight. */
const STARTS = [510, 570, 630, 690, 780, 840];
const FRIDAY = 5;
const MOST_EACH = 24;
/** Every third duty is left unbooked, so that there is something to do. */
const LEFT = 3;
/** Letters each of them has written. */
const WRITTEN = 2;
const DEMO = { user: { label: "demo", role: "system" } };

/**
 * Books what falls due soonest with every made-up caseworker, in the working days from the day the demo opens on, so that its calendar is as full
 * as a Wednesday's. Two of three duties that a talk can meet are booked.
 */
export async function fillCalendar(
  db: Database,
  municipality: string,
  { opensOn, post }: { readonly opensOn: Day; readonly post: Post },
): Promise<void> {
  await inTenant(db, { municipality }, async (tx) => {
    if ((await bookedFrom(tx, isoDay(opensOn))).length > 0) return;
    const owed = await obligationsNow(tx, { statuses: ["due", "due_soon", "overdue"] });
    const byTalk = owed.flatMap((row) => {
      const kind = kinds.find(({ code }) => ruleOf(row)?.satisfiedBy.events.includes(code));
      return kind && row.staff !== null && row.actor === "municipality" ? [{ ...row, staff: row.staff, kind }] : [];
    });
    const booked = [...Map.groupBy(byTalk, ({ staff }) => staff)].flatMap(([staff, duties]) => {
      const firstOf = new Map(duties.toReversed().map((duty) => [duty.citizen, duty]));
      const chosen = [...firstOf.values()].toReversed().filter((_, at) => at % LEFT < LEFT - 1);
      return chosen.slice(0, MOST_EACH).map(({ citizen, kind }, at) => ({
        citizen,
        kind: kind.code,
        form: kind.forms[at % kind.forms.length] ?? "telefon",
        day: isoDay(workingDay(opensOn, Math.floor(at / STARTS.length))),
        starts: STARTS[at % STARTS.length] ?? 510,
        minutes: kind.minutes,
        staff,
        isDuty: kind.duty,
        purpose: kind.guide[0]?.da ?? "",
        parties: [],
      }));
    });
    await addAppointments(tx, booked, "demo");
    await writeSome(tx, opensOn, post);
  });
}

function workingDay(from: Day, later: number): Day {
  let day = from;
  for (let left = later; left > 0 || weekday(day) > FRIDAY; day = addDays(day, 1))
    if (weekday(day) <= FRIDAY) left -= 1;
  return day;
}

/** Each caseworker has written to two of those they meet next; the second letter is to be printed. */
async function writeSome(tx: Tx, opensOn: Day, post: Post): Promise<void> {
  const who = { ...DEMO, post, basisOf: talkBasis(opensOn), now: { day: opensOn } };
  const next = [...Map.groupBy(await appointmentsFrom(tx, isoDay(opensOn)), ({ staff }) => staff).values()];
  for (const appointments of next)
    for (const [at, about] of appointments.slice(0, WRITTEN).entries()) {
      const asked = { template: "invitation", language: "da", who } as const;
      const letter = await writeAbout(tx, about, asked);
      if (letter !== null && at > 0) await stepLetter(tx, { id: letter, version: 1, by: DEMO.user.label }, "to_print");
    }
}
