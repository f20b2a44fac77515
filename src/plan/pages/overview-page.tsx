import { Button, Detail } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useEffect } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { PlanContent, PlanStatus } from "../contract.ts";
import { filterGoals } from "./filters.ts";
import { firstLine } from "./first-line.ts";
import { GoalGroups } from "./goal-groups.tsx";
import { groupGoals } from "./groups.ts";
import { OverviewTools } from "./overview-tools.tsx";
import { planTexts } from "./plan-texts.ts";
import { planContentQuery, planStatusQuery } from "./queries.ts";
import type { Reader } from "./reader.ts";
import { rememberedOverview, rememberOverview } from "./returning.ts";
import "./plan.css";
import { filtersOf, groupingOf, type OverviewSearch, viewOf } from "./view.ts";
import { ViewBar, ViewNote } from "./view-bar.tsx";

type Props = { readonly plan: string; readonly search: OverviewSearch; readonly reader: Reader };

/** The plan's status: the answer first, then every goal with its figure, path and projection. */
export function OverviewPage({ plan, search, reader }: Props): ReactElement {
  const texts = useTexts(planTexts);
  const { language } = useLanguage();
  const content = useQuery(planContentQuery(plan));
  const status = useQuery(planStatusQuery(plan, viewOf(search)));
  const change = useSearchChange(plan, search);
  const returning = rememberedOverview(plan)?.goal ?? null;
  const error = status.error ?? content.error;
  return (
    <main className={reader.airy ? "page airy" : "page dense"} id="content">
      <div className="page-top">
        <div>
          <Eyebrow content={content.data} status={status.data} />
          <PageHeading title={texts.overview.title} takesFocus={returning === null}>
            {status.data ? firstLine(status.data, language) : texts.overview.title}
          </PageHeading>
        </div>
        <ViewBar view={search} reader={reader} onChange={(view) => change({ ...search, ...view })}>
          <AppLink
            to="/plan/$plan/rapport"
            params={{ plan }}
            search={viewOf(search)}
            className="report-link aksel-link"
          >
            {texts.overview.report}
          </AppLink>
        </ViewBar>
      </div>
      <ViewNote view={search} onClear={() => change({ ...search, snapshot: "", knownAt: "" })} />
      {error && <ProblemMessage error={error} again={() => void Promise.all([status.refetch(), content.refetch()])} />}
      {!error && !(status.data && content.data) && <SkeletonLines lines={12} />}
      {status.data && content.data && !error && (
        <Goals plan={content.data} status={status.data} search={search} onChange={change} />
      )}
    </main>
  );
}

function Eyebrow(props: {
  readonly content: PlanContent | undefined;
  readonly status: PlanStatus | undefined;
}): ReactElement {
  const { overview: texts } = useTexts(planTexts);
  const both = useBoth();
  const { content, status } = props;
  if (!content) return <Detail className="eyebrow">{"\u00a0"}</Detail>;
  const plan = both(content.title);
  return (
    <Detail className="eyebrow">
      {status?.synthetic ? fill(texts.eyebrow, { plan, note: texts.synthetic }) : plan}
    </Detail>
  );
}

type GoalsProps = {
  readonly plan: PlanContent;
  readonly status: PlanStatus;
  readonly search: OverviewSearch;
  readonly onChange: (search: OverviewSearch) => void;
};

function Goals({ plan, status, search, onChange }: GoalsProps): ReactElement {
  const { language } = useLanguage();
  const shown = filterGoals(status.goals, filtersOf(search), language);
  const groups = groupGoals(shown, { plan, everyGoal: status.goals, by: groupingOf(search), language });
  useEffect(() => {
    const before = rememberedOverview(plan.id);
    if (before?.goal) focusGoal(before.goal);
    rememberOverview({ plan: plan.id, search, goal: null });
  }, [plan.id, search]);
  return (
    <>
      <OverviewTools goals={status.goals} shown={shown.length} search={search} onChange={onChange} />
      {shown.length === 0 ? (
        <Nothing onReset={() => onChange({ ...search, shown: "", text: "" })} />
      ) : (
        <GoalGroups plan={plan} groups={groups} view={viewOf(search)} />
      )}
    </>
  );
}

function Nothing({ onReset }: { readonly onReset: () => void }): ReactElement {
  const { overview: texts } = useTexts(planTexts);
  return (
    <div className="nothing">
      <p>
        {texts.nothing} {texts.nothingHelp}
      </p>
      <Button size="small" variant="secondary" onClick={onReset}>
        {texts.reset}
      </Button>
    </div>
  );
}

/** Writes the search into the address; typing replaces the entry, so that going back leaves the page. */
function useSearchChange(plan: string, search: OverviewSearch): (next: OverviewSearch) => void {
  const navigate = useNavigate();
  return (next) => {
    const replace = next.text !== search.text;
    void navigate({ to: "/plan/$plan", params: { plan }, search: next, replace, resetScroll: false });
  };
}

function focusGoal(goal: string): void {
  const line = document.getElementById(`goal-${goal}`);
  line?.focus();
  line?.scrollIntoView({ block: "center" });
}
