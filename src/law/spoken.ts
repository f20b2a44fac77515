import { inWords } from "../language/public.ts";
import type { Bilingual } from "../platform/kernel/fact.ts";
import { countForm, fill, textOf } from "../platform/texts/catalogue.ts";
import { formatNumber } from "../platform/texts/format.ts";
import { benefitCodes } from "./benefits.ts";
import type { Demand, Law, Rule, Span } from "./contract.ts";
import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";
import { circumstanceWords, dutyWords, eventWords, offerWords } from "./words.ts";

type Spoken = (typeof en)["spoken"];
type Language = "da" | "en";
type Words = Readonly<Record<string, Bilingual>>;

/** A text in both languages. */
export function inBoth(say: (texts: Spoken, language: Language) => string): Bilingual {
  return { da: say(da.spoken, "da"), en: say(en.spoken, "en") };
}

const labels = (codes: readonly string[], words: Words, language: Language): string =>
  codes.map((code) => words[code]?.[language] ?? code).join(", ");

/** A length of time as people say it: weeks when they are whole, years when they are. */
function spanWords({ unit, n }: Span, texts: Spoken, language: Language): string {
  const form = (count: number, forms: Spoken["day"]): string => fill(countForm(language, count, forms), { n: count });
  if (unit === "days") return n % 7 === 0 ? form(n / 7, texts.week) : form(n, texts.day);
  return n % 12 === 0 ? form(n / 12, texts.year) : form(n, texts.month);
}

/** Whom a rule is for. */
export function whoOf(rule: Rule, law: Law): Bilingual {
  const named = law.groups.filter(({ code }) => rule.groups?.includes(code)).map(({ label }) => label);
  return inBoth((texts, language) => {
    if (rule.subject !== "citizen") return texts[rule.subject];
    const who = named.length === 0 ? texts.everyone : named.map((label) => label[language]).join(", ");
    return rule.where === "" ? who : fill(texts.where, { who, where: inWords(rule.condition, language) });
  });
}

/** What must be done by when, counted from what. */
export function demandOf(rule: Rule): Bilingual | null {
  const { demand } = rule;
  if (demand === null) return null;
  return inBoth((texts, language) => {
    const [text, values] = partsOf(demand, texts, language);
    return fill(text, { ...values, start: startWords(rule, texts, language) });
  });
}

type Parts = readonly [text: string, values: Readonly<Record<string, string>>];

function partsOf(demand: Demand, texts: Spoken, language: Language): Parts {
  const span = (value: Span): string => spanWords(value, texts, language);
  switch (demand.kind) {
    case "deadline":
      return demand.within === null ? [texts.monthEnd, {}] : [texts.deadline, { span: span(demand.within) }];
    case "interval":
      return [demand.afterFirst ? texts.intervalAfter : texts.interval, { every: span(demand.every) }];
    case "count":
      return timesIn(demand, [texts.count, texts.countFrom], { texts, language, until: demand.until });
    case "windows":
      return timesIn(demand, [texts.windows, texts.windowsFrom], { texts, language, every: demand.every });
  }
}

type Counted = { readonly atLeast: number; readonly from: Span | null };
type Around = { readonly texts: Spoken; readonly language: Language; readonly until?: Span; readonly every?: Span };

/** So many times in a window, which may begin later. */
function timesIn({ atLeast, from }: Counted, [plain, later]: readonly [string, string], around: Around): Parts {
  const { texts, language, ...spans } = around;
  const said = (value: Span): string => spanWords(value, texts, language);
  const times = fill(countForm(language, atLeast, texts.times), { n: atLeast });
  const windows = Object.fromEntries(Object.entries(spans).map(([name, value]) => [name, said(value)]));
  return from === null ? [plain, { ...windows, times }] : [later, { ...windows, times, from: said(from) }];
}

/** The day it is counted from. */
function startWords({ trigger }: Rule, texts: Spoken, language: Language): string {
  switch (trigger.kind) {
    case "who":
      return texts.startsWho;
    case "event":
      return fill(texts.startsEvent, { event: labels([trigger.event], eventWords, language) });
    case "offer":
      return texts.startsOffer[trigger.edge];
    case "received": {
      const values = {
        span: spanWords({ unit: "days", n: trigger.moreThan }, texts, language),
        benefits: lowered(labels(trigger.benefits, benefitCodes, language)),
        n: trigger.calendarMonths,
        without: labels(trigger.without, circumstanceWords, language),
      };
      return fill(trigger.without.length === 0 ? texts.startsReceived : texts.startsReceivedWithout, values);
    }
  }
}

/** A label in the middle of a sentence: `Sygedagpenge` to `sygedagpenge`, and `A-dagpenge` as it is. */
function lowered(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label;
}

/** What meets a duty, without the offers that another row takes out of it. */
export function meetsOf({ satisfiedBy }: Rule, notCounted: readonly string[]): Bilingual | null {
  const { events, lasting, sinceStartOfMonth } = satisfiedBy;
  const offers = satisfiedBy.offers.filter((offer) => !notCounted.includes(offer));
  if (events.length + offers.length === 0) return null;
  return inBoth((texts, language) => {
    const kinds = labels(offers, offerWords, language);
    const span = spanWords({ unit: "days", n: lasting }, texts, language);
    const offered = lasting === 0 ? kinds : fill(texts.lasting, { offers: kinds, span });
    const all = [labels(events, eventWords, language), offered].filter((text) => text !== "").join(", ");
    return sinceStartOfMonth ? `${all}. ${texts.sinceMonth}` : all;
  });
}

/** What a rule changes in another one's deadline. */
export function adjustmentOf({ adjusts }: Rule): Bilingual | null {
  if (adjusts === null) return null;
  const { rule, afterExemption, extended, notCounted } = adjusts;
  return inBoth((texts, language) => {
    if (afterExemption !== null)
      return fill(texts.adjustsExemption, { rule, span: spanWords(afterExemption, texts, language) });
    if (extended !== null) {
      const span = spanWords(extended.by, texts, language);
      return fill(texts.adjustsExtended, { rule, span, event: labels([extended.on], eventWords, language) });
    }
    return fill(texts.adjustsNotCounted, { rule, offers: labels(notCounted, offerWords, language) });
  });
}

/** The duties a rule lets rest. */
export function exemptionOf({ exempts }: Rule): Bilingual | null {
  return exempts.length === 0 ? null : inBoth((_texts, language) => labels(exempts, dutyWords, language));
}

/** What a rule asks for, in a word. */
export function dutyOf({ duty }: Rule): Bilingual | null {
  return duty === null ? null : inBoth((_texts, language) => labels([duty], dutyWords, language));
}

/** How it may be done. */
export function formsOf({ forms }: Rule): Bilingual | null {
  if (forms.length === 0) return null;
  return inBoth((texts) => forms.map((form) => textOf(texts.form, form)).join(", "));
}

/** Who must do it; of a rule without a deadline only when it is somebody else than the municipality. */
export function actorOf({ actor, demand }: Rule): Bilingual | null {
  return demand === null && actor === "municipality" ? null : inBoth((texts) => texts.actor[actor]);
}

/** The part of the group that must have it. */
export function shareOf({ share }: Rule): Bilingual | null {
  return share === null ? null : inBoth((texts) => fill(texts.share, { n: share }));
}

/** A rate. */
export function amountOf({ amount }: Rule): Bilingual | null {
  if (amount === null) return null;
  const { value, unit } = amount;
  const decimals = Number.isInteger(value) ? 0 : 2;
  return inBoth((texts, language) =>
    fill(texts.amount, { value: formatNumber(value, language, decimals), unit: textOf(texts.unit, unit) }),
  );
}

/** A step of the refund ladder. */
export function stepOf({ step }: Rule): Bilingual | null {
  if (step === null) return null;
  const { weeksFrom, weeksTo, refund, cofinance } = step;
  const values = { from: weeksFrom, refund, cofinance };
  return inBoth((texts) =>
    weeksTo === null ? fill(texts.stepOpen, values) : fill(texts.step, { ...values, to: weeksTo }),
  );
}

/** How long something may last. */
export function limitOf({ limit }: Rule): Bilingual | null {
  if (limit === null) return null;
  return inBoth((texts, language) => fill(texts.limit, { span: spanWords(limit, texts, language) }));
}
