import { addDays, type Day, FOREVER, parseDay } from "../../platform/kernel/day.ts";
import type { Column, Fact } from "../../platform/kernel/fact.ts";
import type { CourseRecord, Phrase, RecordFault, RecordValue } from "../contract.ts";

/** Whose row it is: never typed. */
export const CITIZEN = "citizen";
const EARLIEST = -10_957 as Day; // 1940-01-01
const AHEAD_DAYS = 366;
const HUNDREDTHS = 100;
const LONGEST = 500;

/** The columns of a fact that people fill in. */
export function fieldsOf(fact: Fact): readonly Column[] {
  return fact.columns.filter(({ name }) => name !== CITIZEN);
}

type Typed = Readonly<Record<string, string | number | boolean | null | undefined>>;

const say = (da: string, en: string, values: Phrase["with"] = {}): Phrase => ({ text: { da, en }, with: values });
const LACKS = say("Skal udfyldes.", "Must be filled in.");
const NO_CODE = say("Vælg en af mulighederne.", "Choose one of the possibilities.");
const NO_DAY = say("Skriv en dag, fx 30.06.2026.", "Write a day, for instance 30.06.2026.");
const NOT_YET = say("Dagen ligger i fremtiden.", "The day is in the future.");
const NO_NUMBER = say("Skriv et tal.", "Write a number.");
const TOO_LONG = say(
  "Teksten er for lang; skriv højst {most} tegn.",
  "The text is too long; write at most {most} characters.",
  {
    most: { number: LONGEST },
  },
);
const NO_YES_NO = say("Vælg ja eller nej.", "Choose yes or no.");

function outside(column: Column): Phrase {
  return say("Skriv et tal fra {min} til {max}.", "Write a number from {min} to {max}.", {
    min: { number: column.min ?? 0 },
    max: { number: column.max ?? Number.MAX_SAFE_INTEGER },
  });
}

type Read = { readonly value: RecordValue } | { readonly fault: Phrase };

function readNumber(column: Column, typed: unknown): Read {
  if (typeof typed !== "number" || !Number.isFinite(typed)) return { fault: NO_NUMBER };
  if (typed < (column.min ?? Number.NEGATIVE_INFINITY) || typed > (column.max ?? Number.POSITIVE_INFINITY))
    return { fault: outside(column) };
  if (column.type === "hours") return { value: Math.round(typed * HUNDREDTHS) };
  return Number.isInteger(typed) ? { value: typed } : { fault: NO_NUMBER };
}

function readDay(column: Column, typed: unknown, on: Day): Read {
  const day = typeof typed === "string" ? parseDay(typed) : null;
  if (day === null) return { fault: NO_DAY };
  return column.past === true && day > on ? { fault: NOT_YET } : { value: String(typed) };
}

function readText(typed: unknown): Read {
  if (typeof typed !== "string" || typed.length > LONGEST) return { fault: TOO_LONG };
  return { value: typed };
}

const READERS: Partial<Record<Column["type"], (column: Column, typed: unknown, on: Day) => Read>> = {
  hours: readNumber,
  int: readNumber,
  day: readDay,
  text: (_column, typed) => readText(typed),
  bool: (_column, typed) => (typeof typed === "boolean" ? { value: typed } : { fault: NO_YES_NO }),
  code: ({ codes }, typed) =>
    typeof typed === "string" && codes !== undefined && Object.hasOwn(codes, typed)
      ? { value: typed }
      : { fault: NO_CODE },
};

/**
 * What was typed into the fields of a fact, as the records keep it, or what is wrong with each. A field of another name is a fault; an empty one is
 * missing. Throws for a column of a type nobody types.
 */
export function readValues(
  fact: Fact,
  typed: Typed,
  on: Day,
): { readonly values: Readonly<Record<string, RecordValue>>; readonly faults: readonly RecordFault[] } {
  const values: Record<string, RecordValue> = {};
  const faults: RecordFault[] = [];
  const fields = fieldsOf(fact);
  for (const name of Object.keys(typed).filter((each) => !fields.some((field) => field.name === each)))
    faults.push({ field: name, message: say("Feltet findes ikke.", "There is no such field.") });
  for (const column of fields) {
    const one = typed[column.name];
    const isEmpty = one === undefined || one === null || one === "";
    const read = isEmpty ? emptyOf(column) : readerOf(column)(column, one, on);
    if ("fault" in read) faults.push({ field: column.name, message: read.fault });
    else values[column.name] = read.value;
  }
  return { values, faults };
}

function emptyOf({ required }: Column): Read {
  return required ? { fault: LACKS } : { value: null };
}

function readerOf({ name, type }: Column): (column: Column, typed: unknown, on: Day) => Read {
  const reader = READERS[type];
  if (!reader) throw new Error(`the column ${name} is of the type ${type}, which no form asks for`);
  return reader;
}

type Dated = Pick<CourseRecord, "from" | "until" | "values">;
/** What is recorded already, the record itself left out. */
type Judged = { readonly on: Day; readonly others: readonly CourseRecord[] };

/** Why a record's days cannot be so. What happened is not in the future, a spell ends after it begins and not over another one of what its fact keeps apart. */
export function judgeDays(fact: Fact, draft: Dated, { on, others }: Judged): readonly RecordFault[] {
  const { from, until, values } = draft;
  const isSpell = fact.shape === "spell";
  if (from < EARLIEST) return [fault("from", "Dagen ligger for langt tilbage.", "The day is too long ago.")];
  if (!isSpell && from > on)
    return [
      fault(
        "from",
        "Det er ikke sket endnu. Notér det, når det er sket.",
        "That has not happened yet. Note it when it has.",
      ),
    ];
  if (isSpell && from > addDays(on, AHEAD_DAYS))
    return [fault("from", "Dagen ligger over et år frem.", "The day is over a year ahead.")];
  if (until <= from) return [fault("to", "Sidste dag ligger før første dag.", "The last day is before the first day.")];
  const apart = fact.apart?.filter((name) => name !== CITIZEN);
  const other = others.find(
    (one) =>
      isSpell && one.from < until && from < one.until && apart?.every((name) => one.values[name] === values[name]),
  );
  return other ? [overlapping(other)] : [];
}

function fault(field: string, da: string, en: string): RecordFault {
  return { field, message: say(da, en) };
}

function overlapping(other: CourseRecord): RecordFault {
  const isRunning = other.until === FOREVER;
  const message = isRunning
    ? say(
        "Der løber allerede en fra {from}. Slut den først, eller begynd den nye senere.",
        "One is running already from {from}. End it first, or begin the new one later.",
        { from: { day: other.from } },
      )
    : say(
        "Der er allerede en fra {from} til {to}. Ret den, eller vælg andre dage.",
        "There is one already from {from} to {to}. Change it, or choose other days.",
        { from: { day: other.from }, to: { day: addDays(other.until, -1) } },
      );
  return { field: "from", message };
}

/** The same kind of thing on the same day is a mistake: an event is told from another by its fact's key. */
export function sameEvent(
  fact: Fact,
  draft: Pick<CourseRecord, "from" | "values">,
  { others }: Judged,
): readonly RecordFault[] {
  if (fact.shape !== "event") return [];
  const keys = (fact.key ?? []).filter((name) => name !== CITIZEN && name !== "day");
  const same = others.some(
    (one) => one.from === draft.from && keys.every((name) => one.values[name] === draft.values[name]),
  );
  return same
    ? [
        fault(
          "from",
          "Det er allerede noteret den dag. Ret det, der står der.",
          "That is noted on that day already. Change what stands there.",
        ),
      ]
    : [];
}
