import { Heading, Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { Review } from "../contract.ts";
import { reviewQuery } from "./queries.ts";
import { ReviewRowsPart } from "./review-rows.tsx";
import { ReviewTable } from "./review-table.tsx";
import type { ScreeningSearch } from "./screening-search.ts";
import { screeningTexts } from "./screening-texts.ts";
import { sentences, useScreeningWords } from "./use-screening-words.ts";

type Props = { readonly search: ScreeningSearch; readonly go: (change: ScreeningSearch) => void };

const CLOSED: ScreeningSearch = { del: undefined, efter: undefined, gruppe: undefined, raekker: undefined };

/** A screening reviewed for fairness: the same for all, by sex, age, origin and education, and whether it hits. */
export function ReviewPart({ search, go }: Props): ReactElement {
  const { review: texts } = useTexts(screeningTexts);
  const { data, error, refetch } = useQuery(reviewQuery(search));
  return (
    <section className="part" id="lighed">
      <Heading level="2" size="small">
        {texts.title}
      </Heading>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={8} />}
      {data && <Reviewed data={data} search={search} go={go} />}
    </section>
  );
}

function Reviewed({ data, search, go }: Props & { readonly data: Review }): ReactElement {
  const { review: texts } = useTexts(screeningTexts);
  const { language } = useLanguage();
  const { day } = useScreeningWords();
  const isEmpty = data.total.people === 0;
  const all = [data.total, ...data.tables.flatMap(({ lines }) => lines)];
  const isWithheld = all.some(({ people, after26, after52 }) =>
    [people, after26.marked.of, after52.marked.of].includes(null),
  );
  const open = (change: ScreeningSearch): void => go({ ...CLOSED, ...change });
  return (
    <>
      <Choices data={data} onChoose={(change) => go({ ...CLOSED, ...change })} />
      <p>{texts.about}</p>
      {data.aside > 0 && (
        <p className="quiet">{fill(countForm(language, data.aside, texts.aside), { count: data.aside })}</p>
      )}
      {isEmpty ? (
        <p>{texts.none}</p>
      ) : (
        <>
          <ReviewTable name={data.total.label} lines={[data.total]} by={null} mayOpen={data.mayOpen} open={open} />
          {data.tables.map(({ by, lines }) => (
            <ReviewTable key={by} name={texts.by[by]} lines={lines} by={by} mayOpen={data.mayOpen} open={open} />
          ))}
          <p className="quiet">{texts.hitHelp}</p>
        </>
      )}
      {isWithheld && <p>{texts.withheldWhy}</p>}
      {search.del && data.mayOpen && (
        <ReviewRowsPart review={data} search={search} go={go} onClose={() => go(CLOSED)} />
      )}
      <Offs data={data} />
      <p className="quiet">{fill(texts.source, { day: day(data.on), source: data.source })}</p>
    </>
  );
}

type ChoicesProps = { readonly data: Review; readonly onChoose: (change: ScreeningSearch) => void };

function Choices({ data, onChoose }: ChoicesProps): ReactElement {
  const { review: texts } = useTexts(screeningTexts);
  const { both } = useScreeningWords();
  return (
    <div className="screening-fields no-print">
      <Select
        size="small"
        label={texts.screening}
        value={data.screening}
        onChange={({ target }) => onChoose({ art: target.value })}
      >
        {data.screenings.map(({ id, label }) => (
          <option key={id} value={id}>
            {both(label)}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        label={texts.year}
        value={data.year}
        onChange={({ target }) => onChoose({ aar: Number(target.value) })}
      >
        {data.years.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** Criteria that are off, openly, and those the municipality decided to use. */
function Offs({ data }: { readonly data: Review }): ReactElement | null {
  const { review: texts } = useTexts(screeningTexts);
  const { both } = useScreeningWords();
  if (data.offs.length === 0) return null;
  return (
    <>
      <Heading level="3" size="xsmall">
        {texts.offs}
      </Heading>
      <ul className="screening-steps">
        {data.offs.map(({ label, off, decision }) => (
          <li key={label.da}>
            {sentences([both(label), both(off), decision ? fill(texts.offUsed, { decision }) : ""])}
          </li>
        ))}
      </ul>
    </>
  );
}
