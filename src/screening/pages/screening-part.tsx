import { Heading } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenScreening } from "../contract.ts";
import { ArchetypeNow } from "./archetype-now.tsx";
import { screeningQuery } from "./queries.ts";
import { SaidTag } from "./said-tag.tsx";
import { screeningTexts } from "./screening-texts.ts";
import { useScreeningWords } from "./use-screening-words.ts";
import "./screening.css";

/** A citizen's screenings and archetype on the citizen's own page: how they stand, and the way to the forms. */
export function ScreeningPart({ citizen }: { readonly citizen: string }): ReactElement {
  const texts = useTexts(screeningTexts);
  const { data, error, refetch } = useQuery(screeningQuery(citizen));
  return (
    <section className="part" id="screening">
      <Heading level="2" size="small">
        {texts.title}
      </Heading>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={2} />}
      {data?.isAside && <p className="quiet">{texts.aside}</p>}
      {data && !data.isAside && <Lead data={data} />}
    </section>
  );
}

function Lead({ data }: { readonly data: CitizenScreening }): ReactElement {
  const texts = useTexts(screeningTexts);
  const { both, counts, concluded, caseLine } = useScreeningWords();
  return (
    <>
      {data.screenings.length === 0 && <p className="quiet">{texts.none}</p>}
      <ul className="screening-list">
        {data.screenings.map((one) => (
          <li key={one.id}>
            <strong>{both(one.label)}</strong> <SaidTag said={one.said} />
            <span className="screening-line quiet">
              {[counts(one), one.conclusion ? concluded(one.conclusion) : texts.notConcluded, caseLine(one)].join(
                " · ",
              )}
            </span>
          </li>
        ))}
      </ul>
      <ArchetypeNow data={data} />
      <p className="no-print">
        <AppLink to="/borgere/$citizen/screening" params={{ citizen: data.citizen }}>
          {texts.open}
        </AppLink>
      </p>
    </>
  );
}
