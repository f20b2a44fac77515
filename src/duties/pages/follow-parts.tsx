import { Button, Heading, Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatDay, NO_VALUE } from "../../platform/texts/format.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { FollowUp } from "../follow.ts";
import { LONG_WEEKS } from "./day-search.ts";
import { dutyTexts } from "./duty-texts.ts";
import { followQuery } from "./queries.ts";
import { ReminderLine } from "./reminder-line.tsx";
import { Whose } from "./whose.tsx";

type Props = {
  readonly whose: "mine" | "unit";
  readonly weeks: number;
  readonly onWeeks: (weeks: number) => void;
};

/** What follows one's cases: one's reminders, who was not talked with for long, and what is new. */
export function FollowParts({ whose, weeks, onWeeks }: Props): ReactElement {
  const { follow: texts } = useTexts(dutyTexts);
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(followQuery(whose, weeks));
  if (error) return <ProblemMessage error={error} again={() => void refetch()} />;
  if (!data) return <SkeletonLines lines={4} />;
  return (
    <>
      {data.reminders.length > 0 && (
        <section className="part" id="paamindelser">
          <Heading level="2" size="small">
            {fill(texts.reminders, { count: data.reminders.length })}
          </Heading>
          <ul className="duty-list">
            {data.reminders.map((one) => (
              <ReminderLine key={`${one.id} ${one.version}`} reminder={one} on={data.on} mayWrite named />
            ))}
          </ul>
        </section>
      )}
      <section className="part" id="ikke-set">
        <Heading level="2" size="small">
          {fill(texts.notSeen, { count: data.notSeen.total })}
        </Heading>
        <Select
          className="no-print my-day-weeks"
          size="small"
          label={texts.weeks}
          value={String(weeks)}
          onChange={(event) => onWeeks(Number(event.target.value))}
        >
          {[...new Set([...LONG_WEEKS, weeks])]
            .toSorted((a, b) => a - b)
            .map((count) => (
              <option key={count} value={count}>
                {fill(texts.weekCount, { count })}
              </option>
            ))}
        </Select>
        <NotSeen {...data.notSeen} />
      </section>
      <section className="part" id="nyt">
        <Heading level="2" size="small">
          {fill(texts.news, { count: data.news.total, since: formatDay(data.news.since, language) })}
        </Heading>
        <News {...data.news} />
      </section>
      {data.aside > 0 && (
        <p className="quiet">{fill(countForm(language, data.aside, texts.aside), { count: data.aside })}</p>
      )}
    </>
  );
}

function NotSeen({ total, lines }: FollowUp["notSeen"]): ReactElement {
  const { follow: texts } = useTexts(dutyTexts);
  const { language } = useLanguage();
  const [shown, more] = useFew(lines);
  if (lines.length === 0) return <p className="quiet">{texts.allSeen}</p>;
  return (
    <>
      <ul className="duty-list">
        {shown.map((line) => (
          <li key={line.citizen}>
            <Whose line={line} />{" "}
            {fill(line.last === null ? texts.neverSeen : texts.seenLast, {
              weeks: line.weeks,
              day: line.last === null ? NO_VALUE : formatDay(line.last, language),
            })}{" "}
            <span className="quiet">
              {line.booked === null
                ? texts.nothingBooked
                : fill(texts.bookedOn, { day: formatDay(line.booked, language) })}
            </span>
          </li>
        ))}
      </ul>
      {more}
      <Rest shown={shown.length} total={total} />
    </>
  );
}

function News({ total, lines }: Pick<FollowUp["news"], "total" | "lines">): ReactElement {
  const { follow: texts } = useTexts(dutyTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const [shown, more] = useFew(lines);
  if (lines.length === 0) return <p className="quiet">{texts.noNews}</p>;
  const day = (iso: string): string => formatDay(iso, language);
  return (
    <>
      <ul className="duty-list">
        {shown.map((line) => (
          <li key={[line.citizen, line.kind, line.what.da, line.from, line.to].join(" ")}>
            <Whose line={line} />{" "}
            {fill(texts.newsLine, {
              kind: texts.kinds[line.kind],
              what: both(line.what),
              when: line.to === null ? day(line.from) : fill(texts.period, { from: day(line.from), to: day(line.to) }),
            })}{" "}
            <span className="quiet">{fill(texts.known, { day: day(line.known) })}</span>
          </li>
        ))}
      </ul>
      {more}
      <Rest shown={shown.length} total={total} />
    </>
  );
}

/** As many lines as can be taken in at a glance. */
const FEW = 10;

/** The first lines, and a button for the others. */
function useFew<T>(lines: readonly T[]): readonly [shown: readonly T[], more: ReactElement | null] {
  const { follow: texts } = useTexts(dutyTexts);
  const [isWhole, setWhole] = useState(false);
  if (isWhole || lines.length <= FEW) return [lines, null];
  const more = (
    <Button className="no-print" size="xsmall" variant="tertiary" onClick={() => setWhole(true)}>
      {fill(texts.more, { count: lines.length - FEW })}
    </Button>
  );
  return [lines.slice(0, FEW), more];
}

/** How many are not shown. */
function Rest({ shown, total }: { readonly shown: number; readonly total: number }): ReactElement | null {
  const { follow: texts } = useTexts(dutyTexts);
  return total > shown ? <p className="quiet">{fill(texts.rest, { shown, total })}</p> : null;
}
