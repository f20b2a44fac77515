import { InlineMessage } from "@navikt/ds-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, type ReactNode, useMemo, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useKeys } from "../../platform/ui/use-keys.ts";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenPlans, Plan, PlanKind } from "../contract.ts";
import { PlanDeeds } from "./plan-deeds.tsx";
import { PlanForm } from "./plan-form.tsx";
import { PlanState } from "./plan-list.tsx";
import { PlanNotes } from "./plan-notes.tsx";
import { PlanText } from "./plan-text.tsx";
import { planTexts } from "./plan-texts.ts";
import { usePlanWords } from "./plan-words.ts";
import { nameFor } from "./plans-page.tsx";
import { plansQuery } from "./queries.ts";
import { VersionsPart } from "./versions-part.tsx";
import "./plans.css";

/** One plan: read, changed, adopted, ended, taken back, printed, and compared with what it said before. */
export function PlanPage({ citizen, plan: id }: { readonly citizen: string; readonly plan: string }): ReactElement {
  const texts = useTexts(planTexts);
  const query = useQuery(plansQuery(citizen));
  const plan = query.data?.plans.find((one) => one.id === id);
  const kind = query.data?.kinds.find(({ code }) => code === plan?.kind);
  return (
    <Frame citizen={citizen} query={query} kind={kind}>
      {query.data && plan && kind && <OpenPlan key={id} data={query.data} plan={plan} kind={kind} />}
      {query.data && !plan && <p>{query.data.isAside ? texts.aside : texts.gone}</p>}
    </Frame>
  );
}

/** A new plan of a kind, until it is saved for the first time. */
export function NewPlanPage({
  citizen,
  kind: code,
}: {
  readonly citizen: string;
  readonly kind: string;
}): ReactElement {
  const texts = useTexts(planTexts);
  const query = useQuery(plansQuery(citizen));
  const queries = useQueryClient();
  const navigate = useNavigate();
  const kind = query.data?.kinds.find((one) => one.code === code);
  const done = async (plan: Plan): Promise<void> => {
    await queries.invalidateQueries();
    await navigate({ to: "/borgere/$citizen/planer/$plan", params: { citizen, plan: plan.id } });
  };
  const close = (): void => void navigate({ to: "/borgere/$citizen/planer", params: { citizen } });
  return (
    <Frame citizen={citizen} query={query} kind={kind}>
      {query.data && !kind && <p>{texts.faults.unknown_kind}</p>}
      {query.data && kind && (
        <PlanForm data={query.data} kind={kind} plan={null} onDone={(plan) => void done(plan)} onClose={close} />
      )}
    </Frame>
  );
}

type FrameProps = {
  readonly citizen: string;
  readonly query: {
    readonly data: CitizenPlans | undefined;
    readonly error: unknown;
    readonly refetch: () => Promise<unknown>;
  };
  readonly kind: PlanKind | undefined;
  readonly children: ReactNode;
};

function Frame({ citizen, query, kind, children }: FrameProps): ReactElement {
  const { data, error, refetch } = query;
  const words = usePlanWords(data ?? { kinds: [], stepKinds: [], plans: [] });
  const { texts } = words;
  const navigate = useNavigate();
  const keys = useMemo(
    () => ({ escape: () => void navigate({ to: "/borgere/$citizen/planer", params: { citizen } }) }),
    [navigate, citizen],
  );
  useKeys(keys);
  const name = nameFor(data, citizen, texts.protected);
  return (
    <main className="page plans page-narrow" id="content">
      <p className="no-print">
        <AppLink to="/borgere/$citizen/planer" params={{ citizen }}>
          {texts.backToPlans}
        </AppLink>
      </p>
      <PageHeading title={kind ? words.both(kind.label) : texts.title} size="medium">
        {kind ? words.both(kind.label) : texts.title}
        <span className="quiet"> {name}</span>
      </PageHeading>
      {Boolean(error) && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={10} />}
      {children}
    </main>
  );
}

type OpenProps = { readonly data: CitizenPlans; readonly plan: Plan; readonly kind: PlanKind };

function OpenPlan({ data, plan, kind }: OpenProps): ReactElement {
  const words = usePlanWords(data);
  const { texts, language } = words;
  const queries = useQueryClient();
  const [isEditing, setEditing] = useState(false);
  const [told, setTold] = useState("");
  const done = (message: string): void => {
    setEditing(false);
    setTold(message);
    void queries.invalidateQueries();
  };
  return (
    <>
      <p>
        <PlanState plan={plan} words={words} />
      </p>
      <div role="status" className="no-print">
        {told !== "" && <InlineMessage status="success">{told}</InlineMessage>}
      </div>
      {isEditing && (
        <PlanForm
          data={data}
          kind={kind}
          plan={plan}
          onDone={() => done(texts.done.saved)}
          onClose={() => {
            setEditing(false);
            void queries.invalidateQueries({ queryKey: plansQuery(data.citizen).queryKey });
          }}
        />
      )}
      {!isEditing && (
        <>
          <PlanNotes plan={plan} kind={kind} words={words} />
          <PlanDeeds
            plan={plan}
            onEdit={() => {
              setTold("");
              setEditing(true);
            }}
            onDone={done}
          />
          <PlanText level="2" kind={kind} content={plan.content} words={words} today={data.today} />
          <div className="print-only plan-signatures">
            <p>{fill(texts.print.printed, { day: formatDay(data.today, language) })}</p>
            <p>{texts.print.signature}</p>
            <p>{texts.print.office}</p>
          </div>
          <VersionsPart plan={plan} kind={kind} words={words} today={data.today} />
        </>
      )}
    </>
  );
}
