import { Heading } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { PlanList } from "./plan-list.tsx";
import { planTexts } from "./plan-texts.ts";
import { PlansLead } from "./plans-lead.tsx";
import { plansQuery } from "./queries.ts";
import "./plans.css";

/** A citizen's plans on the citizen's own page: the next step, and the way to each plan. */
export function PlansPart({ citizen }: { readonly citizen: string }): ReactElement {
  const texts = useTexts(planTexts);
  const { data, error, refetch } = useQuery(plansQuery(citizen));
  return (
    <section className="part" id="planer">
      <Heading level="2" size="small">
        {texts.title}
      </Heading>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={2} />}
      {data && (
        <>
          <p>
            <PlansLead data={data} />
          </p>
          <PlanList data={data} />
          {!data.isAside && (
            <p className="no-print">
              <AppLink to="/borgere/$citizen/planer" params={{ citizen }}>
                {texts.open}
              </AppLink>
            </p>
          )}
        </>
      )}
    </section>
  );
}
