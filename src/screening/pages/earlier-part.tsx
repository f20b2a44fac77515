import { Heading } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenScreening } from "../contract.ts";
import { screeningTexts } from "./screening-texts.ts";
import { sentences, useScreeningWords } from "./use-screening-words.ts";

/** What was concluded in cases that have ended, or before the last conclusion. */
export function EarlierPart({ data }: { readonly data: CitizenScreening }): ReactElement | null {
  const texts = useTexts(screeningTexts);
  const { both, concluded } = useScreeningWords();
  if (data.earlier.length === 0) return null;
  return (
    <section className="part">
      <Heading level="2" size="small">
        {texts.earlier}
      </Heading>
      <ul className="screening-list">
        {data.earlier.map((one) => (
          <li key={one.id}>
            {sentences([
              `${both(one.label)}: ${concluded(one)}`,
              one.ruleSaid ? texts.conclude.ruleThen[one.ruleSaid] : "",
              one.reason === "" ? "" : fill(texts.conclude.because, { reason: one.reason }),
            ])}
          </li>
        ))}
      </ul>
    </section>
  );
}
