import { Button, Heading } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatNumber } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { CourseAnswer } from "../contract.ts";
import { courseTexts } from "./course-texts.ts";
import { phraseText, shownText } from "./shown-value.ts";

/** Hours of a full week, which a bar is measured against. */
const FULL_WEEK = 37;

/** How a course stands, line by line, each with the rule it rests on. */
export function Lines({ lines }: { readonly lines: CourseAnswer["lines"] }): ReactElement | null {
  const { language } = useLanguage();
  const both = useBoth();
  if (lines.length === 0) return null;
  return (
    <dl className="course-lines">
      {lines.map(({ label, value, rule, tone }) => (
        <div key={both(label)} className={tone === null ? "" : `course-${tone}`}>
          <dt>{both(label)}</dt>
          <dd>
            {shownText(value, language)} {rule !== null && <RuleLink rule={rule} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The rule of the law something rests on. */
function RuleLink({ rule }: { readonly rule: string }): ReactElement {
  const { part: texts } = useTexts(courseTexts);
  return (
    <span className="course-rule">
      <AppLink to="/loven/$rule" params={{ rule }}>
        {fill(texts.rule, { rule })}
      </AppLink>
    </span>
  );
}

type PromptsProps = {
  readonly course: CourseAnswer;
  readonly mayWrite: boolean;
  readonly onOpen: (fact: string) => void;
};

/** What is worth doing, each with its source and a way to do it. */
export function Prompts({ course, mayWrite, onOpen }: PromptsProps): ReactElement | null {
  const { part: texts } = useTexts(courseTexts);
  const { language } = useLanguage();
  const both = useBoth();
  if (course.prompts.length === 0) return null;
  return (
    <div>
      <Heading level="3" size="xsmall">
        {texts.prompts}
      </Heading>
      <ul className="course-prompts">
        {course.prompts.map(({ says, form, rule, source }) => {
          const doing = course.forms.find(({ fact }) => fact === form);
          return (
            <li key={phraseText(says, language)}>
              {phraseText(says, language)} {rule !== null && <RuleLink rule={rule} />}
              {source !== null && <span className="quiet"> {source}</span>}
              {doing && mayWrite && (
                <Button
                  className="no-print"
                  size="xsmall"
                  variant="tertiary"
                  onClick={() => onOpen(doing.fact)}
                  aria-label={`${both(doing.title)}: ${phraseText(says, language)}`}
                >
                  {both(doing.title)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The deadlines that come if all goes on as now. */
export function Ahead({ course }: { readonly course: CourseAnswer }): ReactElement | null {
  const { part: texts } = useTexts(courseTexts);
  const { language } = useLanguage();
  const both = useBoth();
  if (course.ahead === null) return null;
  return (
    <div>
      <Heading level="3" size="xsmall">
        {texts.ahead}
      </Heading>
      {course.ahead.length === 0 && <p className="quiet">{texts.aheadNone}</p>}
      <ul className="course-records">
        {course.ahead.map(({ rule, what, due, isLate }) => (
          <li key={`${rule} ${due}`}>
            <span className={isLate ? "course-danger" : "quiet"}>
              {formatDay(due, language)}
              {isLate && ` · ${texts.late}`}
            </span>{" "}
            {both(what)} <RuleLink rule={rule} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A value over time, step by step: a bar each, and the number beside it. */
export function Curve({ course }: { readonly course: CourseAnswer }): ReactElement | null {
  const { part: texts } = useTexts(courseTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const { curve } = course;
  if (curve === null) return null;
  return (
    <div>
      <Heading level="3" size="xsmall">
        {both(curve.label)}
      </Heading>
      <ol className="course-curve">
        {curve.steps.map(({ from, to, value }) => {
          const hours = formatNumber(value, language, Number.isInteger(value) ? 0 : 1);
          const told = fill(texts.hours, { value: hours, unit: both(curve.unit) });
          return (
            <li key={from}>
              <span className="quiet">
                {fill(texts.period, { from: formatDay(from, language), to: formatDay(to, language) })}
              </span>
              <meter min={0} max={FULL_WEEK} value={value} aria-label={told} />
              <span>{told}</span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
