import { Button, Heading, InlineMessage } from "@navikt/ds-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenProgression } from "../contract.ts";
import { CurvesTable } from "./curves-table.tsx";
import { MeasureForm } from "./measure-form.tsx";
import { MeasuringsList } from "./measurings-list.tsx";
import { MovesList } from "./moves-list.tsx";
import { progressionTexts } from "./progression-texts.ts";
import { progressionQuery } from "./queries.ts";
import "./progression.css";

/** A citizen's progression on the citizen's own page: curves, re-visitations, and measuring (CON-20, CIT-12, VIS-16). */
export function ProgressionPart({ citizen }: { readonly citizen: string }): ReactElement {
  const texts = useTexts(progressionTexts);
  const { data, error, refetch } = useQuery(progressionQuery(citizen));
  return (
    <section className="part" id="progression">
      <Heading level="2" size="small">
        {texts.title}
      </Heading>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={3} />}
      {data?.isAside && <p>{texts.aside}</p>}
      {data && !data.isAside && <Progression citizen={citizen} data={data} />}
    </section>
  );
}

type Props = { readonly citizen: string; readonly data: CitizenProgression };

function Progression({ citizen, data }: Props): ReactElement {
  const texts = useTexts(progressionTexts);
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [told, setTold] = useState("");
  const done = (next: CitizenProgression, message: string): void => {
    queries.setQueryData(progressionQuery(citizen).queryKey, next);
    setOpen(false);
    setTold(message);
    // Lists and groups follow from what was measured.
    const isOther = ([word, what]: readonly unknown[]): boolean => word === "progression" && what !== "citizen";
    void queries.invalidateQueries({ predicate: ({ queryKey }) => isOther(queryKey) });
  };
  const used = data.instruments.filter(({ code }) => data.curves.some(({ instrument }) => instrument === code));
  return (
    <>
      <Lead data={data} />
      {used.map((instrument) => (
        <CurvesTable key={instrument.code} data={data} instrument={instrument} />
      ))}
      <MeasuringsList citizen={citizen} data={data} onDone={done} />
      {data.may.write && !isOpen && (
        <Button className="no-print" size="small" variant="secondary" onClick={() => setOpen(true)}>
          {texts.measure}
        </Button>
      )}
      {!data.isOpen && <p className="quiet">{texts.closed}</p>}
      {isOpen && (
        <MeasureForm
          citizen={citizen}
          data={data}
          changed={null}
          onDone={(next) => done(next, texts.measured)}
          onClose={() => setOpen(false)}
        />
      )}
      <div role="status">{told !== "" && <InlineMessage status="success">{told}</InlineMessage>}</div>
      <MovesList data={data} />
    </>
  );
}

/** When was it measured, where does it lead, and is a measurement missed? */
function Lead({ data }: Pick<Props, "data">): ReactElement {
  const texts = useTexts(progressionTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const { measurings, curves, due, strays } = data;
  const [latest] = measurings;
  const count = (is: (steps: number) => boolean): number =>
    curves.filter(({ sinceFirst }) => sinceFirst !== null && is(sinceFirst)).length;
  const moved = { up: count((n) => n > 0), same: count((n) => n === 0), down: count((n) => n < 0) };
  const said = latest && {
    day: formatDay(latest.day, language),
    talk: latest.talk ? both(latest.talk) : "",
  };
  return (
    <>
      <p>
        {said ? fill(said.talk === "" ? texts.last : texts.lastInTalk, said) : texts.none}{" "}
        {moved.up + moved.same + moved.down > 0 && fill(texts.moved, moved)}
      </p>
      {due && (
        <InlineMessage status="warning" size="small">
          {due.since === null
            ? texts.dueNever
            : fill(texts.due, { weeks: due.weeks, day: formatDay(due.since, language) })}
        </InlineMessage>
      )}
      {strays > 0 && <p className="quiet">{fill(countForm(language, strays, texts.strays), { count: strays })}</p>}
    </>
  );
}
