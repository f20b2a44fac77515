import { InlineMessage } from "@navikt/ds-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useMemo, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { ApiError } from "../../platform/ui/api.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useKeys } from "../../platform/ui/use-keys.ts";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenScreening } from "../contract.ts";
import { ArchetypePart } from "./archetype-part.tsx";
import { EarlierPart } from "./earlier-part.tsx";
import { OneScreening } from "./one-screening.tsx";
import { screeningQuery } from "./queries.ts";
import { screeningTexts } from "./screening-texts.ts";
import "./screening.css";

/** A citizen's screenings with criteria, questions and conclusion, and the archetype with its strategy. */
export function ScreeningPage({ citizen }: { readonly citizen: string }): ReactElement {
  const texts = useTexts(screeningTexts);
  const navigate = useNavigate();
  const keys = useMemo(
    () => ({ escape: () => void navigate({ to: "/borgere/$citizen", params: { citizen } }) }),
    [navigate, citizen],
  );
  useKeys(keys);
  const { data, error, refetch } = useQuery(screeningQuery(citizen));
  const isGone = error instanceof ApiError && error.problem.status === 404;
  return (
    <main className="page screening" id="content">
      <p className="no-print">
        <AppLink to="/borgere/$citizen" params={{ citizen }}>
          {texts.back}
        </AppLink>
      </p>
      <PageHeading title={texts.title} size="medium">
        {fill(texts.titleOf, { citizen: nameOf(data, citizen, texts.protected) })}
      </PageHeading>
      {isGone && <p>{texts.gone}</p>}
      {error && !isGone && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={10} />}
      {data?.isAside && <p className="quiet">{texts.aside}</p>}
      {data && !data.isAside && <Whole data={data} />}
    </main>
  );
}

/** What a citizen is called here: by name, and where there is none or it is protected, by id. */
export function nameOf(data: CitizenScreening | undefined, citizen: string, hidden: string): string {
  if (data?.name) return data.name;
  return data?.isProtected ? fill(hidden, { id: citizen }) : citizen;
}

function Whole({ data }: { readonly data: CitizenScreening }): ReactElement {
  const texts = useTexts(screeningTexts);
  const queries = useQueryClient();
  const [told, setTold] = useState("");
  const done = (next: CitizenScreening, message: string): void => {
    queries.setQueryData(screeningQuery(data.citizen).queryKey, next);
    setTold(message);
    // The lists follow from what was recorded.
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[1] === "watch" || queryKey[1] === "review",
    });
  };
  const mayWrite = data.may.write && data.isOpen;
  return (
    <>
      {!data.isOpen && <p className="quiet">{texts.closed}</p>}
      <div role="status" className="screening-told">
        {told !== "" && <InlineMessage status="success">{told}</InlineMessage>}
      </div>
      {data.screenings.length === 0 && <p>{texts.none}</p>}
      {data.screenings.map((one) => (
        <OneScreening key={one.id} data={data} screening={one} mayWrite={mayWrite} onDone={done} />
      ))}
      <ArchetypePart data={data} mayWrite={mayWrite} onDone={done} />
      <EarlierPart data={data} />
    </>
  );
}
