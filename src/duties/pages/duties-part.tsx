import { Heading } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { DutyTable } from "./duty-table.tsx";
import { dutyTexts } from "./duty-texts.ts";
import { citizenDutiesQuery } from "./queries.ts";
import "./my-day.css";

/** On the citizen's own page no line says whose it is. */
const OF_ONE = ["due", "what", "status", "booked"] as const;

/** What must be done by when for a citizen, each with why. */
export function DutiesPart({ citizen }: { readonly citizen: string }): ReactElement {
  const { day: texts } = useTexts(dutyTexts);
  const { data, error, refetch } = useQuery(citizenDutiesQuery(citizen));
  return (
    <section className="part" id="pligter">
      <Heading level="2" size="small">
        {texts.dutiesTitle}
      </Heading>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={2} />}
      {data?.lines.length === 0 && <p className="quiet">{data.isAside ? texts.asideOne : texts.noneFor}</p>}
      {data && data.lines.length > 0 && <DutyTable lines={data.lines} columns={OF_ONE} />}
    </section>
  );
}
