import { Button, Heading, ToggleGroup } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { Indicator, IndicatorPlace } from "./indicator-types.ts";
import { planTexts } from "./plan-texts.ts";
import { type RowsAsked, rowsQuery } from "./queries.ts";
import type { Reader } from "./reader.ts";
import { RowsTable } from "./rows-table.tsx";
import type { View } from "./view.ts";

type Props = {
  readonly place: IndicatorPlace;
  readonly indicator: Indicator;
  readonly view: View;
  readonly reader: Reader;
};

/** From the figure to the people or companies behind it in one click, for those who may (ASK-12). */
export function RowsBehind({ place, indicator, view, reader }: Props): ReactElement | null {
  const { rows: texts } = useTexts(planTexts).goal;
  const [isOpen, setOpen] = useState(false);
  if (indicator.rowsOf === null || indicator.withheld) return null;
  const refused = !reader.may.includes("figure.open");
  return (
    <div className="rows-behind no-print">
      <Heading level="3" size="xsmall">
        {texts.title[indicator.rowsOf]}
      </Heading>
      {refused && <p>{texts.refused}</p>}
      {!refused && !isOpen && (
        <p className="rows-open">
          <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
            {texts.open}
          </Button>
          <span className="quiet">{texts.logged}</span>
        </p>
      )}
      {!refused && isOpen && <OpenRows place={place} indicator={indicator} view={view} />}
    </div>
  );
}

function OpenRows({ place, indicator, view }: Omit<Props, "reader">): ReactElement {
  const { rows: texts } = useTexts(planTexts).goal;
  const [asked, setAsked] = useState<RowsAsked>({
    indicator: place.index,
    part: "value",
    page: 1,
    sort: "",
    descending: false,
  });
  const { data, error, refetch } = useQuery(rowsQuery({ plan: place.plan, goal: place.goal.id }, view, asked));
  const parts = ["value", "denominator"] as const;
  return (
    <>
      {indicator.denominator !== null && (
        <ToggleGroup
          size="small"
          label={texts.part}
          value={asked.part}
          onChange={(next) => setAsked({ ...asked, part: parts.find((part) => part === next) ?? "value", page: 1 })}
        >
          {parts.map((part) => (
            <ToggleGroup.Item key={part} value={part}>
              {texts[part]}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup>
      )}
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={6} />}
      {data && !error && <RowsTable data={data} goal={place.goal} asked={asked} onAsk={setAsked} />}
    </>
  );
}
