import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { SmallTable } from "../../platform/ui/small-table.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { ShownCriterion, ShownScreening } from "../contract.ts";
import { StateTag } from "./said-tag.tsx";
import { screeningTexts } from "./screening-texts.ts";
import { useScreeningWords } from "./use-screening-words.ts";

/** Every criterion, also those that are off: how it stands, what that rests on, and where it comes from. */
export function CriteriaTable({ screening }: { readonly screening: ShownScreening }): ReactElement {
  const texts = useTexts(screeningTexts);
  const { both } = useScreeningWords();
  const ground = useGround();
  const { criterion, state, ground: why, source } = texts.head;
  return (
    <SmallTable
      name={`${texts.criteria}: ${both(screening.label)}`}
      head={[criterion, state, why, source]}
      rows={screening.criteria.map((one) => ({
        key: one.id,
        cells: [
          both(one.label),
          <StateTag key="state" state={one.state} />,
          <Ground key="ground" text={ground(one)} />,
          <span key="source" className="quiet">
            {one.isOwn ? `${one.source} · ${texts.own}` : one.source}
          </span>,
        ],
      }))}
    />
  );
}

function Ground({ text }: { readonly text: string }): ReactElement {
  return <span className="screening-ground">{text}</span>;
}

function useGround(): (one: ShownCriterion) => string {
  const texts = useTexts(screeningTexts);
  const { both, day } = useScreeningWords();
  const answered = ({ question, answer }: ShownCriterion): string => {
    if (question === null) return "";
    if (answer === null) return `${both(question.text)} ${texts.answers.unknown}.`;
    const said = answer.answer === "ja" ? texts.answers.yes : texts.answers.no;
    return `${both(question.text)} ${said}. ${fill(texts.answers.given, { day: day(answer.day) })}.`;
  };
  return (one) => {
    if (one.off) return both(one.off);
    const parts = [
      one.reading ? `${fill(texts.fromRecords, { reading: both(one.reading) })}.` : answered(one),
      one.assumption ? both(one.assumption) : "",
      one.decision ? fill(texts.decision, { decision: one.decision }) : "",
    ];
    return parts.filter((part) => part !== "").join(" ");
  };
}
