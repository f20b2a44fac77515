import { Heading } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import type { PlanContent, PlanKind, PlanSection } from "../contract.ts";
import { isShown } from "../rules/demands.ts";
import { GoalTable, StepTable } from "./plan-tables.tsx";
import type { PlanWords } from "./plan-words.ts";

type Props = {
  readonly kind: PlanKind;
  readonly content: PlanContent;
  readonly words: PlanWords;
  /** The day on which steps are late. */
  readonly today: string;
  /** Of its headings: one below what it stands under. */
  readonly level: "2" | "3";
  /** Which text it is, where two are on one page. */
  readonly version?: number;
};

/** A plan to be read, and to be handed over on paper: the direction, what the citizen says, its sections, goals and steps. */
export function PlanText({ kind, content, words, today, level, version }: Props): ReactElement {
  const { texts } = words;
  const { direction, citizenView, partOf, goals, goalsLeftOut, steps } = content;
  const nameOf = (name: string): string =>
    version === undefined ? name : fill(texts.versions.nameOf, { name, version });
  return (
    <div className="plan-text">
      {partOf !== null && <p className="quiet">{`${texts.parts.partOf}: ${words.plan(partOf)}`}</p>}
      <Told level={level} name={texts.parts.direction} text={direction} fallback={texts.parts.unanswered} />
      <Told
        level={level}
        name={texts.parts.citizenView}
        text={citizenView === "" ? "" : fill(texts.parts.quote, { text: citizenView })}
        fallback={texts.parts.unanswered}
      />
      {kind.sections.map((section) => (
        <SectionText key={section.code} section={section} content={content} words={words} level={level} />
      ))}
      <section>
        <Heading level={level} size="xsmall">
          {texts.parts.goals}
        </Heading>
        {goals.length > 0 && (
          <GoalTable
            name={nameOf(texts.parts.goals)}
            rows={goals.map((goal) => ({ goal, plan: null }))}
            words={words}
          />
        )}
        {goals.length === 0 && <p className="quiet">{goalsLeftOut === "" ? texts.all.noGoals : goalsLeftOut}</p>}
      </section>
      <section>
        <Heading level={level} size="xsmall">
          {texts.parts.steps}
        </Heading>
        <StepTable
          name={nameOf(texts.parts.steps)}
          rows={steps.map((step) => ({ step, plan: null }))}
          words={words}
          today={today}
        />
      </section>
    </div>
  );
}

type SectionProps = Pick<Props, "content" | "words" | "level"> & { readonly section: PlanSection };

function SectionText({ section, content, words, level }: SectionProps): ReactElement {
  const { texts, both } = words;
  const { answers, lists } = content;
  const own = section.ownWords === null ? "" : (answers[section.ownWords] ?? "");
  const shown = section.fields.filter((field) => isShown(field, answers));
  const isEmpty =
    own === "" && shown.every(({ code }) => (answers[code] ?? "") === "" && (lists[code] ?? []).length === 0);
  // On paper what nobody filled in is left out.
  return (
    <section className={isEmpty ? "no-print" : undefined}>
      <Heading level={level} size="xsmall">
        {both(section.label)}
      </Heading>
      {isEmpty && <p className="quiet">{texts.parts.unanswered}</p>}
      <dl className="plan-answers">
        {shown
          .filter(({ code }) => (answers[code] ?? "") !== "" || (lists[code] ?? []).length > 0)
          .map((field) => (
            <div key={field.code}>
              <dt>{both(field.label)}</dt>
              {field.type !== "list" && <dd>{words.value(field, answers[field.code] ?? "")}</dd>}
              {field.type === "list" &&
                (lists[field.code] ?? []).map((row) => <dd key={row.id}>{words.row(field, row)}</dd>)}
            </div>
          ))}
        {own !== "" && (
          <div>
            <dt>{texts.parts.ownWords}</dt>
            <dd>{fill(texts.parts.quote, { text: own })}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

type ToldProps = Pick<Props, "level"> & {
  readonly name: string;
  readonly text: string;
  readonly fallback: string;
};

function Told({ name, text, fallback, level }: ToldProps): ReactElement {
  return (
    <section>
      <Heading level={level} size="xsmall">
        {name}
      </Heading>
      {text === "" && <p className="quiet">{fallback}</p>}
      {text !== "" && <p className="plan-words">{text}</p>}
    </section>
  );
}
