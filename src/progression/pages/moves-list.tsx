import { Heading, Tag } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenProgression } from "../contract.ts";
import { progressionTexts } from "./progression-texts.ts";

const COLOURS = { up: "success", down: "warning", other: "neutral" } as const;

/** The re-visitations of a citizen, the latest first, with where each led (VIS-16). */
export function MovesList({ data }: { readonly data: CitizenProgression }): ReactElement {
  const { visitation: texts } = useTexts(progressionTexts);
  const { language } = useLanguage();
  const both = useBoth();
  return (
    <section className="progress-moves">
      <Heading level="3" size="xsmall">
        {texts.title}
      </Heading>
      {data.moves.length === 0 && <p className="quiet">{texts.none}</p>}
      {data.moves.length > 0 && (
        <>
          <ul className="progress-list">
            {data.moves.map(({ day, from, to, direction }) => (
              <li key={`${day} ${to.da}`}>
                {fill(texts.line, { day: formatDay(day, language), from: both(from), to: both(to) })}{" "}
                <Tag size="xsmall" variant="outline" data-color={COLOURS[direction]}>
                  {texts.directions[direction]}
                </Tag>
              </li>
            ))}
          </ul>
          <p className="quiet progress-says">{both(data.says.visitation)}</p>
        </>
      )}
    </section>
  );
}
