import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useEffect, useMemo } from "react";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useKeys } from "../../platform/ui/use-keys.ts";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import type { GoalResult } from "../contract.ts";
import { GoalFacts } from "./goal-facts.tsx";
import { GoalInterventions } from "./goal-interventions.tsx";
import { GoalNotes } from "./goal-notes.tsx";
import { IndicatorPart } from "./indicator-part.tsx";
import { planTexts } from "./plan-texts.ts";
import { goalQuery } from "./queries.ts";
import type { Reader } from "./reader.ts";
import { rememberedOverview, rememberGoal } from "./returning.ts";
import "./plan.css";
import { DecisionMark, StatusTag } from "./status-tag.tsx";
import { readOverviewSearch, type View } from "./view.ts";
import { ViewBar, ViewNote } from "./view-bar.tsx";

type Props = { readonly plan: string; readonly goal: string; readonly view: View; readonly reader: Reader };

/** One goal: where it stands and why, its curve, what it would take, how it is counted, who acts on it and what was said. */
export function GoalPage({ plan, goal: id, view, reader }: Props): ReactElement {
  const texts = useTexts(planTexts);
  const both = useBoth();
  const navigate = useNavigate();
  const { data: goal, error, refetch } = useQuery(goalQuery({ plan, goal: id }, view));
  const back = backTo(plan, view);
  useEffect(() => rememberGoal(plan, id), [plan, id]);
  useBackKeys(plan, view);
  const change = (next: View): void => {
    void navigate({ to: "/plan/$plan/maal/$goal", params: { plan, goal: id }, search: next, resetScroll: false });
  };
  return (
    <main className={reader.airy ? "page airy" : "page dense"} id="content">
      <p className="crumbs no-print">
        <AppLink {...back}>{texts.goal.back}</AppLink>
      </p>
      <div className="page-top">
        <div>
          <PageHeading title={goal ? both(goal.title) : id}>{goal ? both(goal.title) : id}</PageHeading>
          {goal && <StatusLine goal={goal} />}
        </div>
        <ViewBar view={view} reader={reader} onChange={change} />
      </div>
      <ViewNote view={view} onClear={() => change({ ...view, snapshot: "", knownAt: "" })} />
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!goal && !error && <SkeletonLines lines={10} />}
      {goal && !error && <GoalBody plan={plan} goal={goal} view={view} reader={reader} />}
    </main>
  );
}

function GoalBody({ plan, goal, view, reader }: Omit<Props, "goal"> & { readonly goal: GoalResult }): ReactElement {
  const texts = useTexts(planTexts);
  return (
    <div className="goal-body">
      <div className="goal-main">
        {goal.indicators.length === 0 && <p className="missing">{texts.goal.uncounted}</p>}
        {goal.indicators.map((indicator, index) => (
          <IndicatorPart
            key={`${indicator.label.en}-${indicator.measure}`}
            place={{ plan, goal, index, of: goal.indicators.length }}
            indicator={indicator}
            view={view}
            reader={reader}
          />
        ))}
      </div>
      <aside className="goal-side">
        <GoalFacts plan={plan} goal={goal} />
        <GoalNotes plan={plan} goal={goal.id} />
        <GoalInterventions plan={plan} goal={goal.id} />
      </aside>
    </div>
  );
}

function StatusLine({ goal }: { readonly goal: GoalResult }): ReactElement {
  const both = useBoth();
  const [first] = goal.indicators;
  return (
    <div className="status-line">
      <StatusTag status={goal.status} size="small" />
      {goal.needsDecision && <DecisionMark />}
      <p>{goal.missing ? both(goal.missing) : first && both(first.why)}</p>
    </div>
  );
}

/** Where "back" leads: the overview as it was left, or unfiltered when one came straight here. */
function backTo(plan: string, view: View) {
  const search = { ...(rememberedOverview(plan)?.search ?? readOverviewSearch({})), ...view };
  return { to: "/plan/$plan", params: { plan }, search };
}

/** Esc goes back to the overview with the same filters; n starts a note. */
function useBackKeys(plan: string, view: View): void {
  const navigate = useNavigate();
  const { asOf, knownAt, snapshot } = view;
  const keys = useMemo(
    () => ({
      escape: () => void navigate(backTo(plan, { asOf, knownAt, snapshot })),
      n: (event: KeyboardEvent) => {
        event.preventDefault();
        document.getElementById("note-text")?.focus();
      },
    }),
    [navigate, plan, asOf, knownAt, snapshot],
  );
  useKeys(keys);
}
