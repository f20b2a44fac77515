import { law, type Rule } from "../../law/public.ts";
import { unitsWithin } from "../../organisation/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import { addDays, type Day, isoDay } from "../../platform/kernel/day.ts";
import type { Period } from "../../platform/kernel/period.ts";
import type { Standing } from "../contract.ts";
import { obligationsNow } from "../queries/obligations.ts";
import { responsibleUnits } from "../queries/responsible-units.ts";
import { countsAs, type GroupShare, groupShares } from "../rules/group-share.ts";
import { daysOf } from "../rules/span.ts";
import { obligationOf } from "../rules/stored.ts";
import type { SharesAsk, TeamShares } from "../team.ts";
import { naming } from "./follow.ts";
import { both, whatOf } from "./found-duties.ts";
import { ruleOf } from "./law-ready.ts";
import type { TeamLooking } from "./team.ts";

/** How many of those who count are named under each rule. */
const MOST = 100;

type Share = TeamShares["shares"][number];

/**
 * How the groups in the reader's sight, or those a unit and those below it are responsible for today, stand under the rules that bind a share of
 * them; null for a unit out of sight. It is a figure of the group: none of those who count has a duty by it. The look is logged with those named.
 */
export async function readTeamShares(tx: Tx, asked: SharesAsk, who: TeamLooking): Promise<TeamShares | null> {
  if (asked.unit !== undefined && !who.isWithin(asked.unit)) return null;
  const period = daysOf(asked.span, who.on);
  const { restricted, aside } = await who.heldBack(tx);
  const all = await standingsIn(tx, asked.unit, who.on);
  const standings = all.filter(({ citizen }) => !aside.has(citizen));
  const inForce = groupRules(who.municipality).filter((rule) => rule.from <= who.on && who.on < rule.until);
  const shares = inForce.map((rule) => {
    const own = standings.filter((standing) => standing.rule === rule);
    return { rule, share: groupShares(own, period)[0], people: countingIn(own, period) };
  });
  const keys = [...new Set(shares.flatMap(({ people }) => people.slice(0, MOST).map(({ citizen }) => citizen)))];
  const called = await naming(tx, keys);
  const leftOut = all.filter(
    (one) => aside.has(one.citizen) && inForce.includes(one.rule) && countsAs(one, period) !== null,
  );
  await logAccess(tx, {
    user: who.user,
    action: "duties.team.shares",
    purpose: "case work",
    keys,
    data: ["obligations"],
  });
  return {
    on: isoDay(who.on),
    from: isoDay(period.from),
    to: isoDay(addDays(period.until, -1)),
    aside: new Set(leftOut.map(({ citizen }) => citizen)).size,
    begins: inForce.length > 0 ? null : beginsAfter(who),
    shares: shares.map(({ rule, share, people }) => ({
      ...figuresOf(rule, share),
      people: people
        .slice(0, MOST)
        .map((one) => ({ ...called(one), isRestricted: restricted.has(one.citizen), ...one })),
    })),
  };
}

/** The rules that bind a share of a group and are enforced. */
function groupRules(municipality: string): readonly Rule[] {
  return law.rules.filter(
    (rule) => rule.share !== null && rule.active && (rule.municipality === null || rule.municipality === municipality),
  );
}

function beginsAfter({ municipality, on }: Pick<TeamLooking, "municipality" | "on">): string | null {
  const ahead = groupRules(municipality).filter(({ from }) => from > on);
  return ahead.length === 0 ? null : isoDay(Math.min(...ahead.map(({ from }) => from)) as Day);
}

async function standingsIn(tx: Tx, unit: string | undefined, on: Day): Promise<readonly Standing[]> {
  const rows = await obligationsNow(tx, { shares: true });
  const within = unit === undefined ? null : new Set(await unitsWithin(tx, [unit]));
  const unitsOf = within === null ? null : await responsibleUnits(tx, isoDay(on));
  return rows.flatMap((row) => {
    const rule = ruleOf(row);
    if (!rule || row.share === null) return [];
    if (within !== null && (unitsOf?.get(row.citizen)?.isDisjointFrom(within) ?? true)) return [];
    const { status: _status, ...standing } = obligationOf(row, rule, on);
    return [{ ...standing, share: row.share }];
  });
}

type Counting = Pick<Share["people"][number], "citizen" | "state" | "due" | "met">;

const ORDER: Readonly<Record<Counting["state"], number>> = { not_reached: 0, running: 1, reached: 2 };

/** Those who count in a period: first who did not reach it, then those who still may, each the earliest due first. */
function countingIn(standings: readonly Standing[], period: Period): readonly Counting[] {
  const iso = (at: Day | null): string | null => (at === null ? null : isoDay(at));
  return standings
    .flatMap((one): readonly Counting[] => {
      const state = countsAs(one, period);
      return state === null ? [] : [{ citizen: one.citizen, due: iso(one.due), met: iso(one.met), state }];
    })
    .toSorted((a, b) => ORDER[a.state] - ORDER[b.state] || ((a.due ?? "") < (b.due ?? "") ? -1 : 1));
}

function figuresOf(rule: Rule, share: GroupShare | undefined): Omit<Share, "people"> {
  const { group = 0, reached = 0, percent = null, needed = 0, missing = 0, running = 0 } = share ?? {};
  return {
    rule: rule.id,
    what: whatOf(rule),
    says: both(rule.says),
    share: rule.share ?? 0,
    group,
    reached,
    percent,
    needed,
    missing,
    running,
  };
}
