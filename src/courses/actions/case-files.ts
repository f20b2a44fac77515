import { dutiesAhead, timelines } from "../../duties/public.ts";
import type { Tx } from "../../platform/db/public.ts";
import { addDays, type Day } from "../../platform/kernel/day.ts";
import type { Fact } from "../../platform/kernel/fact.ts";
import type { CaseFile, DutyAhead } from "../contract.ts";
import { aroundCitizens } from "../queries/around.ts";
import { recordsOf } from "../queries/records.ts";

/** How far it is looked ahead, if all goes on as now: half a year. */
const AHEAD_DAYS = 182;

type Asked = {
  readonly citizens: readonly string[];
  /** What is noted in the courses that are asked for. */
  readonly facts: readonly Fact[];
  readonly municipality: string;
  readonly on: Day;
};

/** All that courses are made of for some citizens. Log the look before showing anything of them. */
export async function caseFiles(
  tx: Tx,
  { citizens, facts, municipality, on }: Asked,
): Promise<ReadonlyMap<string, CaseFile>> {
  const lines = await timelines(tx, citizens);
  const around = await aroundCitizens(tx, citizens);
  const records = await recordsOf(tx, facts, citizens);
  const until = addDays(on, AHEAD_DAYS);
  return new Map(
    lines.map((timeline) => {
      const { citizen } = timeline;
      const ahead = dutiesAhead(timeline, { municipality, on, until }).flatMap(({ rule, start, due }): DutyAhead[] =>
        due === null ? [] : [{ rule: rule.id, duty: rule.duty, area: rule.area, start, due }],
      );
      const file: CaseFile = {
        citizen,
        born: timeline.born,
        sex: around.sex.get(citizen) ?? null,
        timeline,
        talks: around.talks.get(citizen) ?? [],
        work: around.work.get(citizen) ?? [],
        education: around.education.get(citizen) ?? [],
        records: Object.fromEntries([...records].map(([name, of]) => [name, of.get(citizen) ?? []])),
        ahead,
      };
      return [citizen, file];
    }),
  );
}
