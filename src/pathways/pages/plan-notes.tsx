import { InlineMessage } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import type { Plan, PlanKind } from "../contract.ts";
import { nameOf, type PlanWords } from "./plan-words.ts";

type Props = { readonly plan: Plan; readonly kind: PlanKind; readonly words: PlanWords };

/** What somebody must know before they act: the talk a change calls for, what the plan lacks, and what it should say as well. */
export function PlanNotes({ plan, kind, words }: Props): ReactElement {
  const { texts } = words;
  const demanded = plan.lacks.filter(({ isDemanded }) => isDemanded);
  const advised = plan.lacks.filter(({ isDemanded }) => !isDemanded);
  const lines = (lacks: Plan["lacks"], line: string): readonly string[] =>
    lacks.map(({ field, source }) => fill(line, { field: nameOf(words, kind, field), source }));
  return (
    <div className="no-print">
      {plan.talk && <Talk talk={plan.talk} words={words} />}
      {plan.unassessed.length > 0 && (
        <InlineMessage status="warning">
          {fill(texts.unassessed, { days: plan.unassessed.map((on) => words.day(on)).join(", ") })}
        </InlineMessage>
      )}
      {demanded.length > 0 && <Lines title={texts.lacks} lines={lines(demanded, texts.lackLine)} />}
      {advised.length > 0 && <Lines title={texts.advised} lines={lines(advised, texts.unverified)} />}
    </div>
  );
}

function Talk({ talk, words }: { readonly talk: NonNullable<Plan["talk"]>; readonly words: PlanWords }): ReactElement {
  const { texts } = words;
  const since = words.day(talk.since);
  if (talk.booked === null)
    return <InlineMessage status="warning">{fill(texts.talk, { since, kind: words.both(talk.kind) })}</InlineMessage>;
  return <InlineMessage status="info">{fill(texts.talkBooked, { since, day: words.day(talk.booked) })}</InlineMessage>;
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): ReactElement {
  return (
    <>
      <p className="plan-list-name">{title}</p>
      <ul className="plan-lacks">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
