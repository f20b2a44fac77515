import type { Norm, Rule, Source } from "../../law/public.ts";
import { unverifiedIn } from "../../law/public.ts";
import type { Day } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import type { Compiled } from "./compile.ts";
import type { Course } from "./obligations.ts";

/** Why somebody is owed something: the rule, what started it, what would meet it, what lets it rest. Data, for any page to put in words. */
export type Explanation = {
  readonly rule: string;
  readonly paragraph: string;
  readonly norm: Norm;
  readonly says: Bilingual;
  readonly sources: readonly Source[];
  readonly unverified: ReturnType<typeof unverifiedIn>;
  readonly assumption: Bilingual | null;
  readonly started: { readonly by: Course["started"]; readonly day: Day; readonly event: string | null };
  readonly meets: {
    readonly events: readonly string[];
    readonly offers: readonly string[];
    /** Days an offer must last; 0 when it need not. */
    readonly lasting: number;
    readonly counted: number;
    readonly needed: number;
    readonly from: Day;
    readonly forms: readonly string[];
  };
  /** Rules that would let it rest, and rules that say more of its deadline. */
  readonly rests: readonly { readonly rule: string; readonly says: Bilingual }[];
  readonly more: readonly { readonly rule: string; readonly says: Bilingual }[];
  readonly consequence: Bilingual | null;
};

const told = ({ id, says }: Rule): { rule: string; says: Bilingual } => ({ rule: id, says });

/** Explains an obligation, or a standing in a share, from the law it was found under. @public */
export function explain(course: Course, compiled: Compiled, rules: readonly Rule[]): Explanation {
  const { rule, started, start, counted, needed, opens } = course;
  const ready = compiled.rules.find((one) => one.rule === rule);
  const more = rules.filter(({ active, adjusts }) => active && adjusts?.rule === rule.id);
  const notCounted = new Set(more.flatMap(({ adjusts }) => adjusts?.notCounted ?? []));
  const { events, offers, lasting } = rule.satisfiedBy;
  return {
    rule: rule.id,
    paragraph: rule.paragraph,
    norm: rule.norm,
    says: rule.says,
    sources: rule.sources,
    unverified: unverifiedIn(rule),
    assumption: rule.assumption,
    started: { by: started, day: start, event: rule.trigger.kind === "event" ? rule.trigger.event : null },
    meets: {
      events,
      offers: offers.filter((code) => !notCounted.has(code)),
      lasting,
      counted,
      needed,
      from: opens,
      forms: rule.forms,
    },
    rests: (ready?.exemptions ?? []).map((exemption) => told(exemption.rule)),
    more: more.map(told),
    consequence: rule.consequence,
  };
}
