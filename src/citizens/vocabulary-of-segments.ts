import { type SqlPlace, sqlList, type Term } from "../language/public.ts";
import { age } from "../law/public.ts";
import { type Day, isoDay } from "../platform/kernel/day.ts";
import type { Bilingual } from "../platform/kernel/fact.ts";
import { segmentOf, segments, segmentWords } from "./groupings.ts";
import { benefitsSince, type GroupCondition, type Grouping } from "./rules/grouping.ts";
import { isSupport, ownRows, supportChains, supportedSince } from "./vocabulary-by-hand.ts";

/** What the segments are called inside a sentence. */
const spoken: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  Object.entries(segmentWords).map(([id, { da, en }]) => [id, { da: inside(da), en: inside(en) }]),
);

function inside(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The segment of distance to the labour market (CIT-07), from the same definition as the list and the citizen's page. */
export const segment: Term = {
  id: "citizen.segment",
  subject: "citizen",
  type: "code",
  codes: spoken,
  label: { da: "Segment", en: "Segment" },
  meaning: {
    da: "Borgerens segment efter afstand til arbejdsmarkedet på dagen, efter den definition, der gælder den dag; mangler, hvis ingen passer",
    en: "The citizen's segment of distance to the labour market on the day, by the definition in force that day; missing when none fits",
  },
  changesWithTime: true,
  needs: { support_chains: supportChains },
  sql: (at) => `CASE ${segments.map((version) => versionSql(version, at)).join(" ")} END`,
  value: (evidence) => {
    if (evidence.citizen === null) return null;
    const spells = ownRows(evidence, "benefit_spells");
    const known = age.value(evidence);
    const benefitSince = benefitsSince(
      spells.map((row) => ({
        benefit: String(row.benefit),
        from: Number(row.from_day) as Day,
        until: Number(row.until_day) as Day,
      })),
      evidence.day,
    );
    const person = {
      age: typeof known === "number" ? known : null,
      benefits: [...benefitSince.keys()],
      targetGroups: [],
      supportSince: supportedSince(spells.filter(isSupport), evidence.day) as Day | null,
      benefitSince,
    };
    return segmentOf(person, evidence.day);
  },
  phrases: { "==": { da: "borgeren{not} er i segmentet {}", en: "the citizen is{not} in the segment {}" } },
};

function versionSql({ from, until, groups }: Grouping, at: SqlPlace): string {
  const ended = until === null ? "" : ` AND ${at.day} < DATE '${isoDay(until)}'`;
  const cases = groups.map(
    ({ id, when }) => `WHEN ${when.map((one) => `(${conditionSql(one, at)})`).join(" OR ")} THEN '${id}'`,
  );
  return `WHEN ${at.day} >= DATE '${isoDay(from)}'${ended} THEN CASE ${cases.join(" ")} END`;
}

/** Nothing in it is negated, so that what is missing is as good as false. */
function conditionSql(condition: GroupCondition, at: SqlPlace): string {
  const { benefits, ageFrom, ageTo, supportMonthsFrom, supportMonthsBelow, benefitMonthsFrom } = condition;
  const since = `(SELECT min(its_chain.since) FROM support_chains AS its_chain WHERE its_chain.citizen = ${at.citizen}.id AND its_chain.from_day <= ${at.day} AND ${at.day} < its_chain.until_day)`;
  const parts = [
    ...(benefits ? [hasSpellSql(benefits, at)] : []),
    ...(ageFrom === undefined ? [] : [`(${age.sql(at)}) >= ${ageFrom}`]),
    ...(ageTo === undefined ? [] : [`(${age.sql(at)}) <= ${ageTo}`]),
    ...(supportMonthsFrom === undefined ? [] : [`${since} + INTERVAL ${supportMonthsFrom} MONTH <= ${at.day}`]),
    ...(supportMonthsBelow === undefined ? [] : [`${since} + INTERVAL ${supportMonthsBelow} MONTH > ${at.day}`]),
    ...(benefitMonthsFrom === undefined ? [] : [hasSpellSql(benefits ?? [], at, benefitMonthsFrom)]),
  ];
  return parts.length === 0 ? "TRUE" : parts.join(" AND ");
}

/** Does a spell of some benefits hold on the day, and has it for so many months? */
function hasSpellSql(benefits: readonly string[], at: SqlPlace, months = 0): string {
  return `EXISTS (SELECT 1 FROM benefit_spells AS its_spell WHERE its_spell.citizen = ${at.citizen}.id AND its_spell.from_day + INTERVAL ${months} MONTH <= ${at.day} AND ${at.day} < its_spell.until_day AND ${sqlList("its_spell.benefit", benefits)})`;
}
