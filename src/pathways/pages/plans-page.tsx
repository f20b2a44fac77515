import { Heading } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, type ReactNode, useMemo } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useKeys } from "../../platform/ui/use-keys.ts";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenPlans } from "../contract.ts";
import { PlanList } from "./plan-list.tsx";
import { GoalTable, StepTable } from "./plan-tables.tsx";
import { planTexts } from "./plan-texts.ts";
import { usePlanWords } from "./plan-words.ts";
import { PlansLead } from "./plans-lead.tsx";
import { plansQuery } from "./queries.ts";
import { StartPlan } from "./start-plan.tsx";
import { TracksChart } from "./tracks-chart.tsx";
import "./plans.css";

/** All of a citizen's plans on one page: goals, steps and tracks over every kind of plan (ASK-23). */
export function PlansPage({ citizen }: { readonly citizen: string }): ReactElement {
  const { data, error, refetch } = useQuery(plansQuery(citizen));
  return (
    <PlansFrame citizen={citizen} data={data} error={error} again={() => void refetch()}>
      {data && !data.isAside && <AllPlans data={data} />}
    </PlansFrame>
  );
}

type FrameProps = {
  readonly citizen: string;
  readonly data: CitizenPlans | undefined;
  readonly error: unknown;
  readonly again: () => void;
  readonly children: ReactNode;
};

function PlansFrame({ citizen, data, error, again, children }: FrameProps): ReactElement {
  const texts = useTexts(planTexts);
  const navigate = useNavigate();
  const keys = useMemo(
    () => ({ escape: () => void navigate({ to: "/borgere/$citizen", params: { citizen } }) }),
    [navigate, citizen],
  );
  useKeys(keys);
  return (
    <main className="page plans" id="content">
      <p className="no-print">
        <AppLink to="/borgere/$citizen" params={{ citizen }}>
          {texts.back}
        </AppLink>
      </p>
      <PageHeading title={texts.title} size="medium">
        {fill(texts.titleOf, { citizen: nameFor(data, citizen, texts.protected) })}
      </PageHeading>
      {Boolean(error) && <ProblemMessage error={error} again={again} />}
      {!data && !error && <SkeletonLines lines={8} />}
      {data && (
        <p className="lead">
          <PlansLead data={data} />
        </p>
      )}
      {children}
    </main>
  );
}

/** What a citizen is called here: by name, and where there is none or it is protected, by id. */
export function nameFor(
  data: Pick<CitizenPlans, "name" | "isProtected"> | undefined,
  citizen: string,
  hidden: string,
): string {
  if (data?.name) return data.name;
  return data?.isProtected ? fill(hidden, { id: citizen }) : citizen;
}

function AllPlans({ data }: { readonly data: CitizenPlans }): ReactElement {
  const words = usePlanWords(data);
  const { texts } = words;
  const running = data.plans.filter(({ state }) => state !== "ended");
  const goals = running.flatMap((plan) => plan.content.goals.map((goal) => ({ goal, plan })));
  const steps = running
    .flatMap((plan) => plan.content.steps.map((step) => ({ step, plan })))
    .toSorted((a, b) => ((a.step.due ?? "9999") < (b.step.due ?? "9999") ? -1 : 1));
  return (
    <>
      <PlanList data={data} />
      <TracksChart steps={steps.map(({ step }) => step)} words={words} today={data.today} />
      <section className="part">
        <Heading level="2" size="small">
          {texts.all.steps}
        </Heading>
        <StepTable name={texts.all.steps} rows={steps} words={words} today={data.today} />
      </section>
      <section className="part">
        <Heading level="2" size="small">
          {texts.all.goals}
        </Heading>
        {goals.length === 0 ? (
          <p className="quiet">{texts.all.noGoals}</p>
        ) : (
          <GoalTable name={texts.all.goals} rows={goals} words={words} />
        )}
      </section>
      {data.may.write ? <StartPlan data={data} /> : <p className="quiet">{texts.closed}</p>}
    </>
  );
}
