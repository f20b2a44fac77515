import { Button, Tag } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, type ReactNode, useMemo, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { ApiError } from "../../platform/ui/api.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useKeys } from "../../platform/ui/use-keys.ts";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenRecord } from "../contract.ts";
import { BenefitsPart } from "./benefits-part.tsx";
import { CasePart } from "./case-part.tsx";
import { citizenTexts } from "./citizen-texts.ts";
import { CorrectPart } from "./correct-part.tsx";
import { FactsPart } from "./facts-part.tsx";
import { GroupsPart, ResponsiblePart, TimePart } from "./groups-part.tsx";
import { useListSearch } from "./last-search.ts";
import { recordQuery } from "./queries.ts";
import { RelativesPart } from "./relatives-part.tsx";
import { TimelinePart } from "./timeline-part.tsx";
import type { Unfolded } from "./unfolded.ts";
import "./citizens.css";

type Props = {
  readonly citizen: string;
  /** What other words have to show of the citizen, before what is recorded. */
  readonly children?: ReactNode;
};

/** One citizen: what is known, on one page. */
export function CitizenPage({ citizen, children }: Props): ReactElement {
  const { record: texts } = useTexts(citizenTexts);
  const back = useListSearch();
  const navigate = useNavigate();
  const keys = useMemo(() => ({ escape: () => void navigate({ to: "/borgere", search: back }) }), [navigate, back]);
  useKeys(keys);
  const { data, error, refetch } = useQuery(recordQuery(citizen));
  const isGone = error instanceof ApiError && error.problem.status === 404;
  const title = fill(texts.title, { id: citizen });
  return (
    <main className="page citizens" id="content">
      <p className="no-print">
        <AppLink to="/borgere" search={back}>
          {texts.back}
        </AppLink>
      </p>
      {!data && (
        <PageHeading title={title} size="medium">
          {title}
        </PageHeading>
      )}
      {isGone && <p>{texts.gone}</p>}
      {error && !isGone && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={10} />}
      {data && (
        <OpenRecord key={data.id} data={data}>
          {children}
        </OpenRecord>
      )}
    </main>
  );
}

function OpenRecord({ data, children }: { readonly data: CitizenRecord; readonly children: ReactNode }): ReactElement {
  const texts = useTexts(citizenTexts);
  const [unfolded, setUnfolded] = useState<Unfolded>({ cpr: null, identity: null });
  const [isCorrecting, setCorrecting] = useState(false);
  const name = unfolded.identity?.name ?? data.name;
  const fallback = fill(data.hidden ? texts.record.untitled : texts.record.title, { id: data.id });
  const mayCorrect = data.may.write && !data.restricted && (!data.hidden || unfolded.identity !== null);
  return (
    <>
      <PageHeading title={fill(texts.record.title, { id: data.id })} size="medium">
        {name ?? fallback}
        {data.age !== null && <span className="quiet">{fill(texts.record.age, { age: data.age })}</span>}
      </PageHeading>
      <div className="citizen-head">
        {data.protected && (
          <Tag size="small" data-color="warning" variant="outline">
            {texts.record.protected}
          </Tag>
        )}
        {data.restricted && (
          <Tag size="small" data-color="warning" variant="outline">
            {texts.record.restricted}
          </Tag>
        )}
        {data.benefits
          .filter(({ from, to }) => from <= data.on && (to === null || to >= data.on))
          .map(({ benefit }) => (
            <NowTag key={benefit.code} label={benefit.label} />
          ))}
        {data.may.write && (
          <Button
            className="no-print"
            size="xsmall"
            variant="secondary"
            disabled={!mayCorrect}
            onClick={() => setCorrecting(true)}
          >
            {texts.correct.open}
          </Button>
        )}
        {data.may.write && !data.restricted && !mayCorrect && (
          <span className="quiet no-print">{texts.correct.revealFirst}</span>
        )}
      </div>
      {isCorrecting && mayCorrect && (
        <CorrectPart data={data} unfolded={unfolded} onClose={() => setCorrecting(false)} />
      )}
      {children}
      <CasePart citizen={data.id} />
      <div className="citizen-parts">
        <FactsPart data={data} unfolded={unfolded} onUnfold={setUnfolded} />
        <TimePart data={data} />
        <GroupsPart data={data} />
        <ResponsiblePart data={data} />
        <BenefitsPart data={data} />
        <RelativesPart relatives={unfolded.identity?.relatives ?? data.relatives} />
      </div>
      <TimelinePart timeline={data.timeline} />
    </>
  );
}

function NowTag({ label }: { readonly label: { readonly da: string; readonly en: string } }): ReactElement {
  return (
    <Tag size="small" data-color="neutral" variant="outline">
      {useBoth()(label)}
    </Tag>
  );
}
