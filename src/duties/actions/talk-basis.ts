import type { FindBasis } from "../../contact/public.ts";
import { type Day, day } from "../../platform/kernel/day.ts";
import { obligationsNow } from "../queries/obligations.ts";
import { bookedFor } from "../rules/day-list.ts";
import { OPEN } from "../rules/status.ts";
import { ruleOf } from "./law-ready.ts";

/**
 * What a conversation is for in the law of the day: the rule, of those the citizen has a duty under now, that it would meet and that falls due first. Null
 * when it meets none, so that a letter never names a rule that does not bind.
 */
export function talkBasis(on: Day): FindBasis {
  return async (tx, { citizen, kind, day: talkDay }) => {
    const owed = await obligationsNow(tx, { statuses: OPEN, citizens: [citizen] });
    const meets = owed.flatMap((row) => {
      const rule = ruleOf(row);
      if (!rule?.active || !rule.satisfiedBy.events.includes(kind) || row.actor !== "municipality") return [];
      const { first } = bookedFor(row, [{ day: day(talkDay) }], on);
      return first === null ? [] : [{ rule, due: row.due ?? Number.POSITIVE_INFINITY }];
    });
    const found = meets.toSorted((a, b) => a.due - b.due || (a.rule.id < b.rule.id ? -1 : 1))[0]?.rule;
    return found ? { paragraph: found.paragraph, says: found.says } : null;
  };
}
