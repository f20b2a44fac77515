import { type Column, column, type Fact } from "../platform/kernel/fact.ts";
import { cprReader, type Sealing } from "./sealing.ts";
import { type Reader, readDay, readerOf, readLastDay, readText, storedWhenEmpty } from "./values.ts";

/** One column of a file: what it is called there and in the records, and how it is read. */
export type Field = {
  /** In the file. */
  readonly name: string;
  /** In the records. */
  readonly stored: string;
  readonly read: Reader;
  readonly required: boolean;
  /** Must the header have it? */
  readonly expected: boolean;
  readonly whenEmpty: string;
  /** May its values be shown in a message? */
  readonly shown: boolean;
  readonly spec: Column;
};

const id = column("id", "text", {
  label: ["Id", "Id"],
  meaning: ["Rækkens id; samme id igen er en rettelse", "The row's id; the same id again is a correction"],
});
const firstDay = column("first_day", "day", {
  label: ["Første dag", "First day"],
  meaning: ["Første dag, den gælder", "First day it holds"],
});
const lastDay = column("last_day", "day", {
  label: ["Sidste dag", "Last day"],
  meaning: ["Sidste dag; tomt, mens den løber", "Last day; empty while it runs"],
  required: false,
});
const day = column("day", "day", { label: ["Dag", "Day"], meaning: ["Dagen, det skete", "The day it happened"] });
const knownFrom = column("known_from", "day", {
  label: ["Kendt fra", "Known from"],
  meaning: ["Første dag, det vidstes; tomt er i dag", "First day it was known; empty is today"],
  required: false,
});
const knownUntil = column("known_until", "day", {
  label: ["Kendt til", "Known until"],
  meaning: ["Dagen, det blev rettet; tomt, hvis det stadig gælder", "The day it was corrected; empty while believed"],
  required: false,
});

/**
 * The columns of a fact's file, in the order the documentation shows them. `known_from` and `known_until` may be left out. `sealing` says
 * with which keys and for which municipality CPR numbers are sealed; without it they cannot be read.
 */
export function fieldsOf(fact: Fact, sealing: Partial<Sealing> = {}): readonly Field[] {
  const days =
    fact.shape === "spell"
      ? [
          field(firstDay, { stored: "from_day", read: readDay }),
          field(lastDay, { stored: "until_day", read: readLastDay, whenEmpty: "9999-12-31", expected: true }),
        ]
      : fact.shape === "event"
        ? [field(day, { read: readDay })]
        : [];
  const own = fact.columns.map((spec) => {
    const read = spec.type === "cpr" ? cprReader({ fact, column: spec }, sealing) : readerOf(spec);
    return field(spec, { read, whenEmpty: storedWhenEmpty(spec) });
  });
  const known = [knownFrom, knownUntil].map((spec) => field(spec, { read: readDay }));
  return [field(id, {}), ...days, ...own, ...known];
}

function field(spec: Column, options: Partial<Field>): Field {
  return {
    name: spec.name,
    stored: spec.name,
    read: readText,
    required: spec.required,
    expected: spec.required,
    whenEmpty: "",
    shown: !spec.identifying,
    spec,
    ...options,
  };
}
