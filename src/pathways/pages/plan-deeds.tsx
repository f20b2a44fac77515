import { Button } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { post } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { isOfFields, useFieldProblem } from "../../platform/ui/use-field-problem.ts";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { Plan } from "../contract.ts";
import { planTexts } from "./plan-texts.ts";
import { plansQuery } from "./queries.ts";
import { Words } from "./small-fields.tsx";

type Props = {
  readonly plan: Plan;
  readonly onEdit: () => void;
  readonly onDone: (message: string) => void;
};
type Path = "adopt" | "end" | "take-back";

/** What can be done with a plan as it stands; the server says what. */
export function PlanDeeds({ plan, onEdit, onDone }: Props): ReactElement {
  const texts = useTexts(planTexts);
  const { actions, done } = texts;
  const queries = useQueryClient();
  const [isEnding, setEnding] = useState(false);
  const said: Readonly<Record<Path, string>> = { adopt: done.adopted, end: done.ended, "take-back": done.takenBack };
  const deed = useMutation({
    mutationFn: ({ path, reason }: { readonly path: Path; readonly reason: string }) =>
      post<Plan>(`/citizen-plans/${plan.id}/${path}`, { version: plan.version, reason }),
    onSuccess: (_, { path }) => {
      setEnding(false);
      onDone(said[path]);
    },
    // Another version stands by now: it is shown, and the deed can be chosen again.
    onError: () => void queries.invalidateQueries({ queryKey: plansQuery(plan.citizen).queryKey }),
  });
  const run = (path: Path, reason = ""): void => deed.mutate({ path, reason });
  const isLacking = plan.lacks.some(({ isDemanded }) => isDemanded);
  const { may } = plan;
  return (
    <>
      <div className="plan-actions no-print">
        {may.write && (
          <Button size="small" onClick={onEdit}>
            {actions.edit}
          </Button>
        )}
        {may.adopt && (
          <Button
            size="small"
            variant="secondary"
            disabled={isLacking}
            loading={deed.isPending}
            onClick={() => run("adopt")}
          >
            {actions.adopt}
          </Button>
        )}
        {may.takeBack && (
          <Button size="small" variant="tertiary" loading={deed.isPending} onClick={() => run("take-back")}>
            {actions.takeBack}
          </Button>
        )}
        {may.end && !isEnding && (
          <Button size="small" variant="tertiary" onClick={() => setEnding(true)}>
            {actions.end}
          </Button>
        )}
        <Button size="small" variant="tertiary" onClick={() => window.print()}>
          {actions.print}
        </Button>
      </div>
      {isEnding && (
        <EndForm
          busy={deed.isPending}
          error={deed.error}
          onEnd={(reason) => run("end", reason)}
          onClose={() => setEnding(false)}
        />
      )}
      {deed.error && !(isEnding && isOfFields(deed.error)) && <ProblemMessage error={deed.error} />}
    </>
  );
}

type EndProps = {
  readonly busy: boolean;
  readonly error: unknown;
  readonly onEnd: (reason: string) => void;
  readonly onClose: () => void;
};

function EndForm({ busy, error, onEnd, onClose }: EndProps): ReactElement {
  const { actions } = useTexts(planTexts);
  const wrong = useFieldProblem(error, "/body");
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onEnd(reason);
  };
  return (
    <form className="plan-form no-print" onSubmit={submit} noValidate aria-label={actions.end}>
      <Words label={actions.endWhy} value={reason} error={wrong("reason")} onChange={setReason} />
      <div className="plan-actions">
        <Button size="small" type="submit" loading={busy}>
          {actions.endSave}
        </Button>
        <Button size="small" type="button" variant="tertiary" onClick={onClose}>
          {actions.cancel}
        </Button>
      </div>
    </form>
  );
}
