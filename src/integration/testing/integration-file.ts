import type { RecordValue } from "../../courses/contract.ts";
import { addDays, type Day, day, FOREVER } from "../../platform/kernel/day.ts";
import type { CaseFile, CourseRecord } from "../contract.ts";
import { integrationData } from "../data.ts";
import type { Given } from "../rules/prompts.ts";
import { standingOn } from "../rules/standing.ts";

type Spell = CaseFile["timeline"]["spells"][number];
type Days = readonly [from: string, to?: string];
type Values = Readonly<Record<string, RecordValue>>;

const lasting = ([from, to]: Days): { readonly from: Day; readonly until: Day } => ({
  from: day(from),
  until: to === undefined ? FOREVER : addDays(day(to), 1),
});

/** What holds from a day to a last day, or runs on. */
export function spell(family: Spell["family"], code: string, ...days: Days): Spell {
  return { family, code, ...lasting(days) };
}

/** Work or education from a day to a last day, or running. */
export function stretch(kind: string, ...days: Days): CaseFile["work"][number] {
  return { kind, ...lasting(days), hours: null, outcome: null };
}

/** Something that lasts, as it is noted. */
export function running(values: Values, ...days: Days): CourseRecord {
  return { id: `r${days[0]}`, version: "1", ...lasting(days), values, known: days[0] };
}

/** Something noted on a day. */
export function noted(values: Values, on: string): CourseRecord {
  return running(values, on, on);
}

/** A contract, with nothing said of the citizen's signature. */
export function contracted(on: string, values: Values = {}): CourseRecord {
  return noted({ aim: "job", signed_by_citizen: null, reason: null, ...values }, on);
}

/** A status that runs from a day. */
export function statusFrom(from: string, status = "flygtning"): CourseRecord {
  return running({ status, arrived: null, reason: null }, from);
}

/** Danish teaching that runs from a day. */
export function taughtFrom(from: string, values: Values = {}): CourseRecord {
  return running({ level: "du2", hours: null, placed: null, test_passed: null, ...values }, from);
}

/** A talk that was held. */
export function talked(on: string, said: Partial<CaseFile["talks"][number]> = {}): CaseFile["talks"][number] {
  return { kind: "integrationssamtale", status: "holdt", form: null, day: day(on), guided: false, ...said };
}

type Said = Partial<Omit<CaseFile, "timeline" | "born">> & {
  readonly born?: string | null;
  readonly spells?: readonly Spell[];
  readonly events?: CaseFile["timeline"]["events"];
  readonly level?: string | null;
};

/** The file of somebody born in 1985 in the programme since 1 March 2021, with what is said beside. */
export function integrationFile({ born = "1985-03-01", spells = [], ...said }: Said = {}): CaseFile {
  const { events = [], level = "ufaglaert", ...others } = said;
  const programme = spell("target_group", "integrationsprogram", "2021-03-01");
  const isPlaced = spells.some(({ family }) => family === "benefit" || family === "target_group");
  return {
    citizen: "i1",
    born: born === null ? null : day(born),
    sex: null,
    timeline: { spells: isPlaced ? spells : [programme, ...spells], events, education: level },
    talks: [],
    work: [],
    education: [],
    records: {},
    ahead: [],
    ...others,
  };
}

/** Words for nothing: codes stand as they are. */
export const noLabels: Given["labels"] = { status: {}, aim: {}, level: {}, placed: {} };

/** What rules are given of somebody on a day. Throws when they have no course. */
export function givenOn(file: CaseFile, on: Day): Given {
  const standing = standingOn(integrationData, file, on);
  if (!standing) throw new Error("no course");
  return { data: integrationData, labels: noLabels, file, on, standing };
}
