import { dayIn } from "../../courses/rules.ts";
import { ageOn, type Day } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import type { CaseFile, CourseRecord, Labels, Phrase, Prompt, YouthData } from "../contract.ts";
import { isOrder } from "./judge.ts";
import { PHRASES } from "./phrases.ts";
import type { Standing } from "./standing.ts";

type Given = {
  readonly data: YouthData;
  readonly labels: Labels;
  readonly file: CaseFile;
  readonly on: Day;
  readonly standing: Standing;
};
type Rule = (given: Given) => readonly Prompt[];

function say({ data }: Given, text: Bilingual, values: Phrase["with"] = {}): readonly Prompt[] {
  const { rule, source } = data.order;
  return [{ says: { text, with: values }, form: "education_orders", rule, source }];
}

const wordsOf = (words: Readonly<Record<string, Bilingual>>, code: unknown): Bilingual => {
  const text = String(code);
  return words[text] ?? { da: text, en: text };
};

/** The day on which something happened that an order asks for, as far as the records know; null without one. */
export function metOn(order: CourseRecord, { file, on }: Pick<Given, "file" | "on">): Day | null {
  const days = (found: readonly { readonly from: Day }[] = []): readonly Day[] =>
    found.map(({ from }) => from).filter((from) => from >= order.from && from <= on);
  const met: Readonly<Record<string, () => readonly Day[]>> = {
    soeg: () => days(file.records.education_applications),
    begynd: () => days(file.education),
    gennemfoer: () => {
      const done = file.education.filter(({ outcome }) => outcome === "gennemfoert");
      return days(done.map(({ until }) => ({ from: until })));
    },
  };
  const found = met[String(order.values.demand)]?.() ?? [];
  return found.length === 0 ? null : (Math.min(...found) as Day);
}

/** What follows the newest order that was met; null when one runs already, or nothing follows. */
export function nextDemand({ order }: Pick<YouthData, "order">, orders: readonly CourseRecord[]): string | null {
  const [newest] = orders;
  if (!newest || !isOrder(newest) || newest.values.outcome !== "opfyldt") return null;
  const at = order.demands.indexOf(String(newest.values.demand));
  return at < 0 ? null : (order.demands[at + 1] ?? null);
}

/** An order that the facts rule out calls for guidance instead (CPL-09). */
const ruledOut: Rule = (given) => {
  const { data, file, on, standing } = given;
  if (standing.open.length === 0) return [];
  const age = data.order.belowAge;
  if (file.born !== null && ageOn(file.born, on) >= age)
    return say(given, PHRASES.promptOrderOld, { age: { number: age } });
  return standing.isEducated ? say(given, PHRASES.promptOrderEducated) : [];
};

/** An order without an outcome: its deadline has passed, or what it asks for has happened. */
const unsettled: Rule = (given) => {
  const { labels, on, standing } = given;
  return standing.open.flatMap((order) => {
    const demand = { text: wordsOf(labels.demand, order.values.demand) };
    const met = metOn(order, given);
    if (met !== null) return say(given, PHRASES.promptOrderMet, { demand, day: { day: met } });
    if (!standing.isNow) return say(given, PHRASES.promptOrderLeft, { demand });
    const deadline = dayIn(order.values.deadline);
    return deadline !== null && deadline < on ? say(given, PHRASES.promptOrderPassed, { day: { day: deadline } }) : [];
  });
};

const isTowardsEducation = ({ assessment }: Standing): boolean => assessment?.values.direction === "uddannelse";

/** The direction and the orders go together: education has an order, guidance or an application; a job has none (YOU-02). */
const fitting: Rule = (given) => {
  const { on, standing } = given;
  const { assessment, open, orders, applications, running, isEducated } = standing;
  if (assessment === null) return [];
  const deadline = dayIn(open[0]?.values.deadline);
  // One whose deadline has passed is asked about already.
  if (!isTowardsEducation(standing))
    return deadline === null || deadline < on ? [] : say(given, PHRASES.promptSwitched, { day: { day: deadline } });
  const isStudying = running.some(({ family }) => family === "education");
  const isBegun = orders.length > 0 || applications.length > 0 || isStudying || isEducated;
  return isBegun ? [] : say(given, PHRASES.promptNoOrder);
};

/** After an order that was met comes the next. */
const following: Rule = (given) => {
  const { data, labels, standing } = given;
  const next = nextDemand(data, standing.orders);
  const isBusy = standing.open.length > 0 || standing.admitted !== null || standing.applied !== null;
  if (next === null || isBusy || !isTowardsEducation(standing)) return [];
  return say(given, PHRASES.promptNextOrder, { demand: { text: wordsOf(labels.demand, next) } });
};

/** What is worth doing about a young person's orders; of a course that is over, only what was left open. */
export function promptsOfOrders(given: Given): readonly Prompt[] {
  const rules = given.standing.isNow ? [ruledOut, unsettled, fitting, following] : [ruledOut, unsettled];
  return rules.flatMap((rule) => rule(given));
}
