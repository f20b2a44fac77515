import type { Now, Slot } from "./booking.ts";

/** How a group meeting stands. */
export const MEETING_STATES = ["planned", "held", "cancelled"] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** A group meeting as far as places go. */
export type MeetingPlaces = Slot & {
  readonly id: string;
  readonly kind: string;
  readonly language: string;
  readonly state: MeetingState;
  readonly room: number;
  readonly taken: number;
};

/** Why a citizen cannot get a place, and the next meeting of the same kind with room; null when nothing speaks against it. */
export type PlaceFault = {
  readonly code: "meeting_called_off" | "meeting_over" | "meeting_full" | "has_place" | "has_other_then";
  readonly instead: MeetingPlaces | null;
  /** From and until, in minutes, of what the citizen has then. */
  readonly bounds: { readonly from: number; readonly until: number } | null;
};

type Around = {
  readonly now: Now;
  /** Has the citizen a place already? */
  readonly isIn: boolean;
  /** What the citizen has at other times. */
  readonly taken: readonly Slot[];
  /** Other meetings. */
  readonly others: readonly MeetingPlaces[];
};

/** What speaks against a place in a meeting for a citizen, the first thing only. */
export function placeFault(meeting: MeetingPlaces, around: Around): PlaceFault | null {
  const code = codeOf(meeting, around);
  if (code === null) return null;
  const clash = code === "has_other_then" ? clashOf(meeting, around.taken) : undefined;
  return {
    code,
    instead: code === "has_place" ? null : nextWithRoom(meeting, around),
    bounds: clash ? { from: clash.starts, until: clash.starts + clash.minutes } : null,
  };
}

/**
 * The next meeting like one that cannot be had: same kind, not begun, with a free place, at a time the citizen has nothing else. One in
 * the same language comes before an earlier one in another. Null when there is none.
 */
export function nextWithRoom(like: MeetingPlaces, { now, taken, others }: Omit<Around, "isIn">): MeetingPlaces | null {
  const fitting = others.filter(
    (one) =>
      one.id !== like.id &&
      one.kind === like.kind &&
      one.state === "planned" &&
      one.taken < one.room &&
      !hasBegun(one, now) &&
      !clashOf(one, taken),
  );
  const foreign = (one: MeetingPlaces): number => (one.language === like.language ? 0 : 1);
  const [first] = fitting.toSorted((a, b) => foreign(a) - foreign(b) || a.day - b.day || a.starts - b.starts);
  return first ?? null;
}

/** Has a meeting begun? */
export function hasBegun({ day, starts }: Slot, now: Now): boolean {
  return day < now.day || (day === now.day && starts <= now.minute);
}

function codeOf(meeting: MeetingPlaces, { now, isIn, taken }: Around): PlaceFault["code"] | null {
  if (meeting.state === "cancelled") return "meeting_called_off";
  if (isIn) return "has_place";
  if (meeting.state === "held" || hasBegun(meeting, now)) return "meeting_over";
  if (meeting.taken >= meeting.room) return "meeting_full";
  return clashOf(meeting, taken) ? "has_other_then" : null;
}

/** What of that which is taken lies at the same time. */
export function clashOf<T extends Slot>(asked: Slot, taken: readonly T[]): T | undefined {
  const until = asked.starts + asked.minutes;
  return taken.find((one) => one.day === asked.day && one.starts < until && asked.starts < one.starts + one.minutes);
}
