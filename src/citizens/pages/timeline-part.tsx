import { Button } from "@navikt/ds-react";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatNumber, NO_VALUE } from "../../platform/texts/format.ts";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { TimelineEntry } from "../contract.ts";
import { citizenTexts } from "./citizen-texts.ts";
import { PartTable } from "./part-table.tsx";

const FIRST = 25;

/** Everything that happened, whoever recorded it, the newest first (CIT-22 in part). */
export function TimelinePart({ timeline }: { readonly timeline: readonly TimelineEntry[] }): ReactElement {
  const { record: texts } = useTexts(citizenTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? timeline : timeline.slice(0, FIRST);
  const last = ({ from, to }: TimelineEntry): string => {
    if (to === null) return texts.runs;
    return from === to ? NO_VALUE : formatDay(to, language);
  };
  return (
    <PartTable
      title={texts.timeline}
      head={[texts.from, texts.to, texts.what, texts.detail]}
      empty={texts.noTimeline}
      rows={shown.map((entry, at) => ({
        key: `${entry.kind} ${entry.from} ${at}`,
        cells: [
          formatDay(entry.from, language),
          last(entry),
          <What key="what" kind={texts.kinds[entry.kind]} what={both(entry.what)} />,
          entry.detail ? both(entry.detail) : NO_VALUE,
        ],
      }))}
    >
      <p className="quiet">{texts.timelineHelp}</p>
      {!showsAll && timeline.length > FIRST && (
        <Button className="no-print" size="small" variant="tertiary" onClick={() => setShowsAll(true)}>
          {fill(texts.more, { count: formatNumber(timeline.length, language) })}
        </Button>
      )}
    </PartTable>
  );
}

function What({ kind, what }: { readonly kind: string; readonly what: string }): ReactElement {
  return (
    <>
      <span className="quiet">{kind}</span> {what}
    </>
  );
}
