import { Button, LocalAlert } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import type { Theirs } from "../../platform/ui/api.ts";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import type { InstrumentSaid } from "../contract.ts";
import { progressionTexts } from "./progression-texts.ts";

type Props = {
  readonly instrument: InstrumentSaid;
  /** What stands now; null when it was taken back. */
  readonly theirs: Theirs | null;
  readonly onKeep: (version: string) => void;
  readonly onDrop: () => void;
};

/** Somebody else changed the measurement meanwhile: shows theirs and lets this one choose. */
export function MeasureConflict({ instrument, theirs, onKeep, onDrop }: Props): ReactElement {
  const { conflict: texts, point } = useTexts(progressionTexts);
  const both = useBoth();
  const said = instrument.dimensions.flatMap(({ code, label }) => {
    const value = theirs?.values[code];
    return value === undefined || value === null ? [] : [fill(point, { day: both(label), value: String(value) })];
  });
  return (
    <LocalAlert status="warning">
      <LocalAlert.Header>
        <LocalAlert.Title as="h4">{texts.title}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <p>{theirs ? fill(texts.theirs, { values: said.join(", ") }) : texts.gone}</p>
        <div className="progress-tools">
          {theirs && (
            <Button size="small" type="button" onClick={() => onKeep(theirs.version)}>
              {texts.keepMine}
            </Button>
          )}
          <Button size="small" type="button" variant="secondary" onClick={onDrop}>
            {texts.keepTheirs}
          </Button>
        </div>
      </LocalAlert.Content>
    </LocalAlert>
  );
}
