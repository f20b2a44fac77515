import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { DutyLine } from "../day.ts";
import { dutyTexts } from "./duty-texts.ts";

type Words = { readonly da: string; readonly en: string };

/** Why a duty is one: the rule with its source, what started it, what meets it, what lets it rest (ASK-17). */
export function DutyWhy({ why }: { readonly why: DutyLine["why"] }): ReactElement {
  const { why: texts } = useTexts(dutyTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const started = fill(texts.started, { day: formatDay(why.started, language) });
  const list = (all: readonly Words[]): string => all.map(both).join(", ");
  return (
    <dl className="duty-why">
      <dt>{texts.rule}</dt>
      <dd>
        {both(why.says)} <span className="quiet">{why.paragraph}</span>{" "}
        <AppLink to="/loven/$rule" params={{ rule: why.rule }} search={{ on: why.started }}>
          {why.rule}
        </AppLink>
      </dd>
      <dt>{started}</dt>
      <dd>{texts.startedBy[why.startedBy]}</dd>
      <Part name={texts.meets} text={list(why.meets)} />
      <Part name={texts.rests} text={why.rests.map(both).join(" ")} />
      <Part name={texts.more} text={why.more.map(both).join(" ")} />
      <Part name={texts.consequence} text={why.consequence ? both(why.consequence) : ""} />
      <Part name={texts.sources} text={why.sources.map(sourceText).join("; ")} />
      {why.isUnverified && <dd className="quiet">{texts.unverified}</dd>}
    </dl>
  );
}

/** A source, and the place in it when one is known. */
function sourceText({ title, place }: DutyLine["why"]["sources"][number]): string {
  return place === "" ? title : `${title}, ${place}`;
}

function Part({ name, text }: { readonly name: string; readonly text: string }): ReactElement | null {
  if (text === "") return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}
