import { Heading } from "@navikt/ds-react";
import { type ReactElement, useId, useMemo, useRef } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { useKeys, walkFocus } from "../../platform/ui/use-keys.ts";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { GoalRow } from "./goal-row.tsx";
import type { GoalGroup } from "./groups.ts";
import { planTexts } from "./plan-texts.ts";
import type { View } from "./view.ts";

type Props = {
  /** The plan's id and last day: a deadline is only written where it is another. */
  readonly plan: { readonly id: string; readonly to: string };
  readonly groups: readonly GoalGroup[];
  readonly view: View;
};

/** The goals, gathered; j and k walk from goal to goal. */
export function GoalGroups({ plan, groups, view }: Props): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const keys = useMemo(() => {
    const items = (): HTMLElement[] => [...(box.current?.querySelectorAll<HTMLElement>("[data-walk]") ?? [])];
    return { j: () => walkFocus(items(), 1), k: () => walkFocus(items(), -1) };
  }, []);
  useKeys(keys);
  return (
    <div ref={box} className="goal-groups">
      <ColumnNames deadline={plan.to} />
      {groups.map((group) => (
        <Group key={group.id} plan={plan} group={group} view={view} />
      ))}
    </div>
  );
}

/** The names of the columns for those who see them; each line says them itself for those who do not. */
function ColumnNames({ deadline }: { readonly deadline: string }): ReactElement {
  const { language } = useLanguage();
  const { columns } = useTexts(planTexts).overview;
  return (
    <div className="goal-columns" aria-hidden="true">
      <span>{columns.goal}</span>
      <span className="column-value">{columns.value}</span>
      <span className="column-target">{fill(columns.targetBy, { day: formatDay(deadline, language) })}</span>
      <span>{columns.trend}</span>
      <span>{columns.status}</span>
      <span>{columns.projection}</span>
      <span>{columns.freshness}</span>
    </div>
  );
}

type GroupProps = Pick<Props, "plan" | "view"> & { readonly group: GoalGroup };

function Group({ plan, group, view }: GroupProps): ReactElement {
  const { overview: texts } = useTexts(planTexts);
  const title = useId();
  const { good, all } = group;
  return (
    <section className="goal-group" aria-labelledby={group.title ? title : undefined}>
      {group.title && (
        <div className="goal-group-head">
          <Heading level="2" size="small" id={title}>
            {group.title}
          </Heading>
          <p className="goal-group-count">{fill(texts.groupCount, { good, all })}</p>
          {group.aim && <p className="goal-group-aim">{group.aim}</p>}
        </div>
      )}
      <ul className="goal-list">
        {group.goals.map((goal) => (
          <GoalRow key={goal.id} plan={plan} goal={goal} view={view} isUnderHeading={group.title !== ""} />
        ))}
      </ul>
    </section>
  );
}
