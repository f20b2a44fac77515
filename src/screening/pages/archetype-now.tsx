import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { ArchetypeLine, CitizenScreening } from "../contract.ts";
import { screeningTexts } from "./screening-texts.ts";
import { sentences, useScreeningWords } from "./use-screening-words.ts";

/** The archetype that runs with its strategy, which is used from the first meeting (CIT-05); nothing for those whom archetypes are not for. */
export function ArchetypeNow({ data }: { readonly data: CitizenScreening }): ReactElement | null {
  const texts = useTexts(screeningTexts);
  const { both, day } = useScreeningWords();
  const said = useArchetypeSaid();
  const { archetypes } = data;
  if (!archetypes) return null;
  const running = archetypes.lines.find(({ to }) => to === null);
  if (!running) return archetypes.isFor === "met" ? <p className="quiet">{texts.archetype.none}</p> : null;
  const choice = archetypes.choices.find(({ id }) => id === running.codes.archetype);
  const distance = archetypes.distances.find(({ id }) => id === running.codes.distance);
  return (
    <div className="screening-archetype">
      <p>
        <strong>{fill(texts.archetype.since, { what: said(running), day: day(running.from) })}</strong>
      </p>
      {distance && (
        <p>
          {fill(texts.archetype.leadsTo, { label: both(distance.label), leadsTo: both(distance.leadsTo) })}{" "}
          <span className="quiet">{fill(texts.source, { source: distance.source })}</span>
        </p>
      )}
      {choice && (
        <>
          <p>{both(choice.about)}</p>
          <p className="screening-sub">{texts.archetype.strategy}</p>
          <ol className="screening-steps">
            {choice.steps.map(({ text, who, isFirst }) => (
              <li key={text.da}>
                {sentences([
                  fill(texts.archetype.step, {
                    text: both(text),
                    who: isFirst ? `${both(who)}, ${texts.archetype.first}` : both(who),
                  }),
                ])}
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

/** What an archetype and a distance are called together. */
export function useArchetypeSaid(): (line: ArchetypeLine) => string {
  const { both } = useScreeningWords();
  return ({ archetype, distance }) => {
    const text = [archetype, distance].flatMap((one) => (one === null ? [] : [both(one)])).join(", ");
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
}
